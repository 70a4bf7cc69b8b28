import Glibc

/// A program that ran to its end.
struct Subprocess {
  /// Its exit status; `nil` if a signal ended it.
  let status: Int32?
  let output: [UInt8]
  let errors: [UInt8]

  /// Runs a program that is found on the `PATH` and is given no standard input. Throws a
  /// `SystemReason` if it cannot be started.
  init(_ arguments: [String]) throws(SystemReason) {
    self = try RunningProcess(arguments).finish()
  }

  fileprivate init(status: Int32?, output: [UInt8], errors: [UInt8]) {
    self.status = status
    self.output = output
    self.errors = errors
  }
}

/// A program that runs beside this one until its standard input ends.
final class RunningProcess {
  private var process = pid_t()
  /// This side of its standard input; `nil` once that has ended.
  private var input: Int32?
  // Files without a name: a pipe could fill while nobody reads it.
  private let standardOutput: TemporaryFile
  private let standardError: TemporaryFile

  /// Starts a program that is found on the `PATH`, in the environment of this one with other
  /// values of some variables; `nil` for none. Throws a `SystemReason` if it cannot be started.
  init(
    _ arguments: [String], changing variables: [String: String?] = [:]
  ) throws(SystemReason) {
    standardOutput = try TemporaryFile()
    standardError = try TemporaryFile()
    // Unlike a pipe, a socket can be told not to end this program when the other one is gone.
    var sockets: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &sockets) == 0 else { throw SystemReason(code: errno) }
    defer { close(sockets[1]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, sockets[1], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, standardOutput.descriptor, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, standardError.descriptor, STDERR_FILENO)
    var names = arguments.map { strdup($0) } + [nil]
    var values = environment(changing: variables) + [nil]
    defer { for text in names + values { free(text) } }
    let failure = posix_spawnp(&process, names[0]!, &actions, nil, &names, &values)
    guard failure == 0 else {
      close(sockets[0])
      throw SystemReason(code: failure)
    }
    input = sockets[0]
  }

  /// Gives the program the whole of its standard input, and waits for its end.
  func finish(input bytes: [UInt8] = []) -> Subprocess {
    write(bytes)
    let result = end()
    return Subprocess(
      // The low seven bits name the signal; the next eight are the status (wait(2)).
      status: result & 0x7F == 0 ? (result >> 8) & 0xFF : nil,
      output: standardOutput.bytes, errors: standardError.bytes)
  }

  /// What the program does not read is of no consequence: its status tells why.
  private func write(_ bytes: [UInt8]) {
    guard let input else { return }
    bytes.withUnsafeBytes { buffer in
      var rest = UnsafeRawBufferPointer(rebasing: buffer[...])
      while !rest.isEmpty {
        let count = send(input, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
        if count < 0, errno != EINTR { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[max(0, count)...])
      }
    }
  }

  /// Ends the program's input, and waits.
  private func end() -> Int32 {
    var result: Int32 = 0
    guard let input else { return result }
    close(input)
    self.input = nil
    while waitpid(process, &result, 0) < 0, errno == EINTR {}
    return result
  }

  deinit { _ = end() }
}

/// The environment of this process with other values of some variables; `nil` for none.
private func environment(
  changing variables: [String: String?]
) -> [UnsafeMutablePointer<CChar>?] {
  var entries: [UnsafeMutablePointer<CChar>?] = []
  var next = environ
  while let entry = next.pointee {
    let isKept = variables.keys.allSatisfy { strncmp(entry, $0 + "=", $0.utf8.count + 1) != 0 }
    if isKept { entries.append(strdup(entry)) }
    next += 1
  }
  return entries
    + variables.compactMap { name, value in value.map { strdup("\(name)=\($0)") } }
}

/// A file without a name, which goes away with the value.
private final class TemporaryFile {
  private let stream: UnsafeMutablePointer<FILE>
  var descriptor: Int32 { fileno(stream) }

  init() throws(SystemReason) {
    guard let stream = tmpfile() else { throw SystemReason(code: errno) }
    self.stream = stream
  }

  deinit { fclose(stream) }

  /// All that stands in the file.
  var bytes: [UInt8] {
    fseek(stream, 0, SEEK_END)
    let size = ftell(stream)
    rewind(stream)
    return [UInt8](unsafeUninitializedCapacity: max(0, size)) { buffer, count in
      count = fread(buffer.baseAddress, 1, max(0, size), stream)
    }
  }
}

import Glibc

/// A program that ran to its end.
struct Subprocess {
  /// Its exit status; `nil` if a signal ended it.
  let status: Int32?
  let output: [UInt8]
  let errors: [UInt8]

  /// Runs a program that is found on the `PATH`, with `input` for its standard input, in the
  /// environment of this one with other values of some variables; `nil` for none. Throws a
  /// `SystemReason` if it cannot be started.
  init(
    _ arguments: [String], input: [UInt8] = [], changing variables: [String: String?] = [:]
  ) throws(SystemReason) {
    // Files without a name: a pipe could fill while the other end is not read.
    let standardInput = try TemporaryFile(holding: input)
    let standardOutput = try TemporaryFile()
    let standardError = try TemporaryFile()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, standardInput.descriptor, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, standardOutput.descriptor, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, standardError.descriptor, STDERR_FILENO)
    var names = arguments.map { strdup($0) } + [nil]
    var values = environment(changing: variables) + [nil]
    defer { for text in names + values { free(text) } }
    var process = pid_t()
    let failure = posix_spawnp(&process, names[0]!, &actions, nil, &names, &values)
    guard failure == 0 else { throw SystemReason(code: failure) }

    var result: Int32 = 0
    while waitpid(process, &result, 0) < 0, errno == EINTR {}
    // The low seven bits name the signal; the next eight are the status (wait(2)).
    status = result & 0x7F == 0 ? (result >> 8) & 0xFF : nil
    output = standardOutput.bytes
    errors = standardError.bytes
  }
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

  init(holding bytes: [UInt8] = []) throws(SystemReason) {
    guard let stream = tmpfile() else { throw SystemReason(code: errno) }
    let isWritten =
      fwrite(bytes, 1, bytes.count, stream) == bytes.count && fflush(stream) == 0
    let reason = SystemReason(code: errno)
    rewind(stream)
    self.stream = stream
    if !isWritten { throw reason }
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

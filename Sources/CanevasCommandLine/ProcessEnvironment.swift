import Glibc

extension Environment {
  /// That of this process. Programs that use it ignore SIGPIPE, so that a reader who goes away is
  /// noticed when writing.
  package static var process: Environment {
    Environment(
      variable: { name in getenv(name).map { String(cString: $0) } },
      outputIsTerminal: isatty(STDOUT_FILENO) == 1,
      terminalWidth: columnsOfTerminal(),
      errorIsTerminal: isatty(STDERR_FILENO) == 1,
      inputIsTerminal: isatty(STDIN_FILENO) == 1,
      readLine: readInputLine,
      readInput: readWholeInput,
      write: { stream, bytes in
        switch stream {
        case .output: writeAll(bytes, to: STDOUT_FILENO)
        case .error: writeAll(bytes, to: STDERR_FILENO)
        }
      })
  }
}

/// The columns of the terminal that the standard output leads to, if it says how many.
private func columnsOfTerminal() -> Int? {
  var size = winsize()
  guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
  return Int(size.ws_col)
}

/// The next line of the standard input. Read byte by byte, so that what follows the line is left
/// to whoever reads next.
private func readInputLine() -> String? {
  var line: [UInt8] = []
  while true {
    var byte: UInt8 = 0
    let count = Glibc.read(STDIN_FILENO, &byte, 1)
    if count < 0, errno == EINTR { continue }
    guard count > 0 else {
      return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
    }
    if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
    // No answer is that long.
    if line.count < 4096 { line.append(byte) }
  }
}

/// All that is left of the standard input. If it cannot be read, the process says so and ends:
/// nothing is to be made of a part.
private func readWholeInput() -> [UInt8] {
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = Glibc.read(STDIN_FILENO, &block, block.count)
    if count > 0 {
      bytes += block[..<count]
    } else if count == 0 {
      return bytes
    } else if errno != EINTR {
      writeAll(Array("\(String(cString: strerror(errno)))\n".utf8), to: STDERR_FILENO)
      exit(ExitStatus.unusable.rawValue)
    }
  }
}

/// Writes all of `bytes`. If nobody reads them any more, that is quiet and no failure. If they
/// cannot be written for another reason, a full disk say, the process says so and ends: whoever
/// waits for its output must not take a part for the whole.
private func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if count >= 0 {
      rest.removeFirst(count)
    } else if errno == EPIPE {
      return
    } else if errno != EINTR {
      let complaint = "\(String(cString: strerror(errno)))\n"
      if descriptor != STDERR_FILENO { writeAll(Array(complaint.utf8), to: STDERR_FILENO) }
      exit(ExitStatus.unusable.rawValue)
    }
  }
}

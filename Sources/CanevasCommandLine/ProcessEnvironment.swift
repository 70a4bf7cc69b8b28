import Glibc

extension Environment {
  /// That of this process. Programs that use it ignore SIGPIPE, so that a reader who goes away is
  /// noticed when writing.
  package static var process: Environment {
    Environment(
      variable: { name in getenv(name).map { String(cString: $0) } },
      outputIsTerminal: isatty(STDOUT_FILENO) == 1, columns: terminalColumns(),
      write: { stream, bytes in
        switch stream {
        case .output: writeAll(bytes, to: STDOUT_FILENO)
        case .error: writeAll(bytes, to: STDERR_FILENO)
        }
      })
  }
}

/// The width of the terminal that shows the standard output; `nil` if none does, or if it does not
/// tell.
private func terminalColumns() -> Int? {
  var size = winsize()
  guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
  return Int(size.ws_col)
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

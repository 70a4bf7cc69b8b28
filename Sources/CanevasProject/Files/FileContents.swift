import Glibc

/// What reading a file gave.
package enum FileContents: Hashable, Sendable {
  case bytes([UInt8])
  /// The file is longer than what was asked for; none of it is given.
  case tooLarge
  /// Not a regular file, which alone can be read without waiting for someone.
  case notAFile
}

extension FileSystem {
  /// The bytes of a regular file of at most `limit` bytes. Never waits: a pipe is opened without
  /// blocking, and seen to be none of ours before anything is read from it.
  package func read(
    _ path: String, limit: Int = .max - 1
  ) throws(ProjectError) -> FileContents {
    try announce(.open, path)
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    let descriptor = Int32(try perform(.open, path) { Int(open(path, flags)) })
    defer { close(descriptor) }

    try announce(.read, path)
    var system = stat()
    _ = try perform(.read, path) { Int(fstat(descriptor, &system)) }
    let status = FileStatus(system)
    guard status.kind == .file else { return .notAFile }
    guard status.size <= limit else { return .tooLarge }

    // One byte more than the file is said to have shows its end, or that it has grown.
    var bytes: [UInt8] = []
    var wanted = status.size + 1
    while true {
      let count = try append(wanted, of: descriptor, path, to: &bytes)
      guard bytes.count <= limit else { return .tooLarge }
      if count < wanted { return .bytes(bytes) }
      wanted = bytes.count
    }
  }

  /// Appends up to `wanted` bytes; fewer only at the file's end.
  private func append(
    _ wanted: Int, of descriptor: Int32, _ path: String, to bytes: inout [UInt8]
  ) throws(ProjectError) -> Int {
    var error: ProjectError?
    let block = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      do throws(ProjectError) {
        while count < wanted {
          let rest = UnsafeMutableRawBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
          let got = try perform(.read, path) {
            Glibc.read(descriptor, rest.baseAddress, wanted - count)
          }
          if got == 0 { break }
          count += got
        }
      } catch let failure {
        error = failure
      }
    }
    if let error { throw error }
    if bytes.isEmpty { bytes = block } else { bytes += block }
    return block.count
  }

  /// Whether a file of `status` has just these bytes. Reads it only if the sizes agree.
  func holds(
    _ path: String, _ status: FileStatus, _ bytes: [UInt8]
  ) throws(ProjectError) -> Bool {
    guard status.kind == .file, status.size == bytes.count else { return false }
    return try read(path, limit: bytes.count) == .bytes(bytes)
  }

  /// Writes a file that does not exist yet.
  package func write(_ bytes: [UInt8], to path: String) throws(ProjectError) {
    try announce(.create, path)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = Int32(try perform(.create, path) { Int(open(path, flags, 0o666)) })
    do throws(ProjectError) {
      try announce(.write, path)
      try writeAll(bytes, to: descriptor, path)
    } catch {
      close(descriptor)
      throw error
    }
    // Some file systems tell only now that the disk is full.
    if close(descriptor) != 0, errno != EINTR { throw failure(.write, path) }
  }

  /// Writes all of `bytes` to what is open for it.
  func writeAll(
    _ bytes: [UInt8], to descriptor: Int32, _ path: String
  ) throws(ProjectError) {
    var written = 0
    while written < bytes.count {
      written += try perform(.write, path) {
        bytes.withUnsafeBytes { buffer in
          Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
        }
      }
    }
  }
}

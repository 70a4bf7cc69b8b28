import Glibc

/// The one door to files and folders: system calls that throw `ProjectError`.
///
/// Paths are absolute or relative to the working folder. Nothing is ever followed through a
/// symbolic link when written.
package struct FileSystem: Sendable {
  /// Called before every operation; what it throws stands for the system's refusal. For tests.
  package typealias Interposer =
    @Sendable (FileOperation, String) throws(ProjectError) -> Void

  private let interpose: Interposer?

  package init(interposing interpose: Interposer? = nil) {
    self.interpose = interpose
  }

  /// What stands at a path.
  package struct Status: Sendable {
    package enum Kind: Sendable { case file, folder, link, other }

    package let kind: Kind
    package let size: Int
    /// Tells a folder from every other one, for finding circles of links.
    package let identity: [UInt64]
  }

  /// The bytes of a file, at most `limit` of them.
  package func read(_ path: String, limit: Int = .max) throws(ProjectError) -> [UInt8] {
    try begin(.read, path)
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw refusal(.read, path) }
    defer { _ = close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw refusal(.read, path) }
    var bytes: [UInt8] = []
    // One byte more than the file has, so that the end is seen without another round.
    var capacity = min(Int(information.st_size) + 1, limit)
    while bytes.count < limit {
      let start = bytes.count
      let wanted = max(1, min(capacity, limit - start))
      var count = 0
      bytes.reserveCapacity(start + wanted)
      bytes.append(
        contentsOf: [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
          repeat {
            count = Glibc.read(descriptor, buffer.baseAddress, wanted)
          } while count < 0 && errno == EINTR
          filled = max(0, count)
        })
      guard count >= 0 else { throw refusal(.read, path) }
      if count == 0 { break }
      capacity = 64 * 1024
    }
    return bytes
  }

  /// Writes a new file, or all of an old one anew.
  package func write(_ bytes: [UInt8], to path: String) throws(ProjectError) {
    try begin(.write, path)
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
    let descriptor = open(path, flags, 0o666)
    guard descriptor >= 0 else { throw refusal(.write, path) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let error = refusal(.write, path)
        _ = close(descriptor)
        throw error
      }
      written += count
    }
    // A full disk may speak up only now.
    guard close(descriptor) == 0 else { throw refusal(.write, path) }
  }

  /// The names in a folder, sorted by their bytes. A name that is no UTF-8 has its bad bytes
  /// replaced by U+FFFD, so that it names no file but is not passed over.
  package func entries(of folder: String) throws(ProjectError) -> [String] {
    try begin(.list, folder)
    guard let stream = opendir(folder) else { throw refusal(.list, folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What stands at a path, symbolic links followed or not; `nil` when nothing does.
  package func status(
    of path: String, following: Bool = false
  ) throws(ProjectError) -> Status? {
    try begin(.examine, path)
    var information = stat()
    let result = following ? stat(path, &information) : lstat(path, &information)
    guard result == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw refusal(.examine, path)
    }
    let kind: Status.Kind =
      switch information.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    return Status(
      kind: kind, size: Int(information.st_size),
      identity: [UInt64(information.st_dev), UInt64(information.st_ino)])
  }

  /// The absolute path without symbolic links; `nil` when there is none.
  package func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// Makes a folder; one that is there already is as good.
  package func makeFolder(_ path: String) throws(ProjectError) {
    try begin(.makeFolder, path)
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw refusal(.makeFolder, path) }
  }

  /// Puts a file or folder in the place of another, in one step.
  package func move(_ source: String, to target: String) throws(ProjectError) {
    try begin(.move, target)
    guard rename(source, target) == 0 else { throw refusal(.move, target) }
  }

  /// Removes a file; one that is gone already is as good.
  package func removeFile(_ path: String) throws(ProjectError) {
    try begin(.remove, path)
    guard unlink(path) == 0 || errno == ENOENT else { throw refusal(.remove, path) }
  }

  /// Removes a folder if it is empty; says whether it is gone.
  @discardableResult
  package func removeFolder(_ path: String) throws(ProjectError) -> Bool {
    try begin(.remove, path)
    if rmdir(path) == 0 || errno == ENOENT { return true }
    if errno == ENOTEMPTY || errno == EEXIST { return false }
    throw refusal(.remove, path)
  }

  /// Does something while no other process holds a folder's lock; waits for one that does.
  package func locking<Result>(
    _ folder: String, _ work: () throws(ProjectError) -> Result
  ) throws(ProjectError) -> Result {
    try begin(.lock, folder)
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw refusal(.lock, folder) }
    // Closing the folder gives the lock back.
    defer { _ = close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw refusal(.lock, folder) }
    }
    return try work()
  }

  /// The working folder.
  package var workingFolder: String { resolved(".") ?? "/" }

  private func begin(_ operation: FileOperation, _ path: String) throws(ProjectError) {
    try interpose?(operation, path)
  }

  /// The error of the system call that just failed.
  private func refusal(_ operation: FileOperation, _ path: String) -> ProjectError {
    let reason = strerror(errno).map { String(cString: $0) } ?? "errno \(errno)"
    return ProjectError(.refused(operation, reason: reason), path: path)
  }
}

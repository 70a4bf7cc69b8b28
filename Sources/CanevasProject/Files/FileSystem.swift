import CanevasSource
import Glibc

/// The one door to files. Contents are bytes, paths are strings, links are never followed unless
/// a function says so, and nothing is flushed to the disk: the kernel outlives a killed build.
package struct FileSystem: Sendable {
  /// What can be asked of the system.
  package enum Operation: String, CaseIterable, Sendable {
    case status, resolve, list, open, read, create, write, makeFolder, rename, removeFile
    case removeFolder, lock
  }

  /// What is called before every operation, with its path. An error that it throws stands for
  /// the operation's own: this is how tests let any of them fail.
  package typealias Interposer = @Sendable (Operation, String) throws(ProjectError) -> Void

  private let willPerform: Interposer?

  package init(willPerform: Interposer? = nil) {
    self.willPerform = willPerform
  }

  /// Announces an operation to the interposer, if there is one.
  func announce(_ operation: Operation, _ path: String) throws(ProjectError) {
    if let willPerform { try willPerform(operation, path) }
  }

  /// The result of a system call, made again for as long as a signal cuts it short.
  func perform(
    _ operation: Operation, _ path: String, _ call: () -> Int
  ) throws(ProjectError) -> Int {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw failure(operation, path) }
    }
  }

  /// The error that `errno` stands for.
  func failure(_ operation: Operation, _ path: String) -> ProjectError {
    .system(operation, path: path, SystemReason(code: errno))
  }
}

/// What a path names.
package struct FileStatus: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case file, folder, link
    /// A pipe, a socket or a device.
    case other
  }

  package let kind: Kind
  /// A file's length in bytes.
  package let size: Int

  init(_ system: stat) {
    switch system.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    size = Int(system.st_size)
  }
}

extension FileSystem {
  /// What has this name; nil if nothing has.
  package func status(_ path: String) throws(ProjectError) -> FileStatus? {
    try announce(.status, path)
    var system = stat()
    if lstat(path, &system) == 0 { return FileStatus(system) }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw failure(.status, path)
  }

  /// The absolute path without any link in it. Fails if nothing has it.
  package func resolve(_ path: String) throws(ProjectError) -> String {
    try announce(.resolve, path)
    guard let real = realpath(path, nil) else { throw failure(.resolve, path) }
    defer { free(real) }
    return String(cString: real)
  }

  /// Makes a folder; false if something already has its name.
  package func makeFolder(_ path: String) throws(ProjectError) -> Bool {
    try announce(.makeFolder, path)
    if mkdir(path, 0o777) == 0 { return true }
    if errno == EEXIST { return false }
    throw failure(.makeFolder, path)
  }

  /// Moves a file or a folder in one step. A file at `target` is replaced, and so is an empty
  /// folder by a folder.
  package func rename(_ path: String, to target: String) throws(ProjectError) {
    try announce(.rename, target)
    _ = try perform(.rename, target) { Int(Glibc.rename(path, target)) }
  }

  package func removeFile(_ path: String) throws(ProjectError) {
    try announce(.removeFile, path)
    _ = try perform(.removeFile, path) { Int(unlink(path)) }
  }

  /// Removes a folder; false if it is not empty.
  package func removeFolder(_ path: String) throws(ProjectError) -> Bool {
    try announce(.removeFolder, path)
    if rmdir(path) == 0 { return true }
    if errno == ENOTEMPTY || errno == EEXIST { return false }
    throw failure(.removeFolder, path)
  }

  /// Removes whatever has this name, with all that a folder holds; does nothing if nothing has.
  package func removeTree(_ path: String) throws(ProjectError) {
    guard let status = try status(path) else { return }
    guard status.kind == .folder else { return try removeFile(path) }
    for entry in try list(path) { try removeTree(path + "/" + entry.name) }
    _ = try removeFolder(path)
  }
}

extension FileSystem.Operation {
  /// What was to be done, to stand after « impossible » and before the path. French has its
  /// preposition with it, for the elision.
  var infinitive: Bilingual {
    switch self {
    case .status: Bilingual("d'examiner", "look at")
    case .resolve: Bilingual("de suivre le chemin", "follow the path")
    case .list: Bilingual("de lister le dossier", "list the folder")
    case .open: Bilingual("d'ouvrir", "open")
    case .read: Bilingual("de lire", "read")
    case .create: Bilingual("de créer", "create")
    case .write: Bilingual("d'écrire dans", "write to")
    case .makeFolder: Bilingual("de créer le dossier", "create the folder")
    case .rename: Bilingual("de mettre en place", "move into place")
    case .removeFile: Bilingual("de supprimer", "remove")
    case .removeFolder: Bilingual("de supprimer le dossier", "remove the folder")
    case .lock: Bilingual("de verrouiller", "lock")
    }
  }
}

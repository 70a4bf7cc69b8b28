import Glibc

/// One name in a folder.
package struct FolderEntry: Hashable, Sendable {
  /// The name; what is no UTF-8 in it is written as `\xFF`.
  package let name: String
  /// Whether `name` is the name as it is, by which the entry can be reached.
  package let isUTF8: Bool
  package let kind: FileStatus.Kind
}

extension FileSystem {
  /// What a folder holds, in the order of the names' bytes. A link to a folder is not followed.
  package func list(_ path: String) throws(ProjectError) -> [FolderEntry] {
    try announce(.list, path)
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let descriptor = Int32(try perform(.list, path) { Int(open(path, flags)) })
    guard let folder = fdopendir(descriptor) else {
      let error = failure(.list, path)
      close(descriptor)
      throw error
    }
    defer { closedir(folder) }

    var entries: [FolderEntry] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else {
        if errno != 0 { throw failure(.list, path) }
        break
      }
      // The record may be shorter than its type says, so the name is not copied out of it.
      let record = UnsafeRawPointer(entry)
      let offset = MemoryLayout<dirent>.offset(of: \.d_name)!
      let characters = (record + offset).assumingMemoryBound(to: CChar.self)
      let bytes = UnsafeRawBufferPointer(start: characters, count: strlen(characters))
      let text = String(validating: bytes, as: UTF8.self)
      let name = text ?? escaped(bytes)
      guard name != ".", name != ".." else { continue }
      entries.append(
        FolderEntry(
          name: name, isUTF8: text != nil,
          kind: try kind(Int(entry.pointee.d_type), path + "/" + name)))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The kind that a folder's record tells, or that the file itself does where it tells none.
  private func kind(_ type: Int, _ path: String) throws(ProjectError) -> FileStatus.Kind {
    switch type {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .link
    case Int(DT_UNKNOWN): try status(path)?.kind ?? .other
    default: .other
    }
  }

  private func escaped(_ bytes: UnsafeRawBufferPointer) -> String {
    bytes.map { byte in
      byte < 0x80
        ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}

/// A lock on a file, held until the value goes or its process ends.
package struct FileLock: ~Copyable {
  /// The locked file, open for reading and writing.
  let descriptor: Int32

  fileprivate init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    // A process that is just being started may hold the descriptor, too, until it is replaced.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}

extension FileSystem {
  /// Locks a file, which is made if it is missing. Throws `.busy` if another holds the lock; gives
  /// nil if the file or its folder was removed meanwhile, so that the lock would be worth nothing.
  package func lock(_ path: String) throws(ProjectError) -> FileLock? {
    try announce(.lock, path)
    let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw failure(.lock, path)
    }
    let lock = FileLock(descriptor)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      if errno == EWOULDBLOCK { throw .busy(path: path) }
      throw failure(.lock, path)
    }
    var held = stat()
    var named = stat()
    guard fstat(descriptor, &held) == 0, lstat(path, &named) == 0,
      held.st_ino == named.st_ino, held.st_dev == named.st_dev
    else { return nil }
    return lock
  }
}

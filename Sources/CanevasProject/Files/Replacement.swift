import Glibc

extension FileSystem {
  /// Puts a file with these bytes at a path in one step: whoever looks, and whenever this process
  /// dies, finds the former file or the whole new one. The new bytes reach the disk before the
  /// former ones go. A former file's mode is kept, and a symbolic link to one is followed.
  ///
  /// With `old`, throws `.sourceChanged` and changes nothing when the file does not hold them any
  /// more. A second run that is about to replace the same file is refused so, too; what one that
  /// was killed left beside the file is used up.
  package func replace(
    _ path: String, holding old: [UInt8]? = nil, with new: [UInt8]
  ) throws(ProjectError) {
    let target = try status(path)?.kind == .link ? try resolve(path) : path
    let (folder, name) = split(target)
    let draft = (folder.isEmpty ? "" : join(folder, "")) + ".\(name).canevas-draft"
    let lock = try lockDraft(draft, of: target)
    do throws(ProjectError) {
      try write(new, to: draft, lock, mode: try writableMode(target))
      if let old, try read(target, limit: old.count) != .bytes(old) {
        throw .sourceChanged(path: target)
      }
      try rename(draft, to: target)
    } catch {
      do throws(ProjectError) { try removeFile(draft) } catch {}
      throw error.about(target)
    }
    flushFolder(folder.isEmpty ? "." : folder)
  }

  /// The lock on a draft, which keeps a second run from writing into it.
  private func lockDraft(_ draft: String, of path: String) throws(ProjectError) -> FileLock {
    // Each turn means that another run just moved its draft into place.
    for _ in 0..<100 {
      do throws(ProjectError) {
        if let lock = try lock(draft) { return lock }
      } catch {
        if case .busy = error { throw .sourceChanged(path: path) }
        throw error.about(path)
      }
    }
    throw .sourceChanged(path: path)
  }

  /// The mode of a file that may be written to, which moving another file into its place would
  /// not ask; `nil` when there is no file yet.
  private func writableMode(_ path: String) throws(ProjectError) -> mode_t? {
    try announce(.write, path)
    var system = stat()
    guard lstat(path, &system) == 0 else {
      if errno == ENOENT { return nil }
      throw failure(.write, path)
    }
    _ = try perform(.write, path) { Int(faccessat(AT_FDCWD, path, W_OK, AT_EACCESS)) }
    return system.st_mode & 0o7777
  }

  /// Fills a draft, whatever a killed run left in it, and waits until the disk has it.
  private func write(
    _ bytes: [UInt8], to draft: String, _ lock: borrowing FileLock, mode: mode_t?
  ) throws(ProjectError) {
    try announce(.create, draft)
    let descriptor = lock.descriptor
    _ = try perform(.create, draft) { Int(ftruncate(descriptor, 0)) }
    if let mode { _ = try perform(.create, draft) { Int(fchmod(descriptor, mode)) } }
    try announce(.write, draft)
    var written = 0
    while written < bytes.count {
      written += try perform(.write, draft) {
        bytes.withUnsafeBytes { buffer in
          Glibc.pwrite(
            descriptor, buffer.baseAddress! + written, buffer.count - written, off_t(written))
        }
      }
    }
    _ = try perform(.write, draft) { Int(fsync(descriptor)) }
  }

  /// Lets the disk have a folder's names. Some file systems cannot, which is of no consequence.
  private func flushFolder(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

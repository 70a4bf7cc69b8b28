import Glibc

extension FileSystem {
  /// Puts a new file at a path in one step: whoever looks, and whenever this process dies, finds
  /// no file or the whole one. False, and nothing is changed, if something has its name already.
  package func create(_ path: String, with bytes: [UInt8]) throws(ProjectError) -> Bool {
    guard try status(path) == nil else { return false }
    let (folder, name) = split(path)
    let draft = (folder.isEmpty ? "" : join(folder, "")) + ".\(name).\(getpid()).canevas-new"
    // A process of the same number was killed.
    if try status(draft) != nil { try removeFile(draft) }
    try write(bytes, to: draft)
    do throws(ProjectError) {
      let isNew = try giveName(path, to: draft, bytes)
      try removeFile(draft)
      return isNew
    } catch {
      do throws(ProjectError) { try removeFile(draft) } catch {}
      throw error
    }
  }

  /// Gives a finished file its name, which, unlike moving, never takes the place of another. Where
  /// files cannot have two names, it is written anew.
  private func giveName(
    _ path: String, to draft: String, _ bytes: [UInt8]
  ) throws(ProjectError) -> Bool {
    try announce(.rename, path)
    guard link(draft, path) != 0 else { return true }
    switch errno {
    case EEXIST: return false
    case EPERM, ENOTSUP, ENOSYS:
      try write(bytes, to: path)
      return true
    default: throw failure(.rename, path)
    }
  }

  /// Makes a folder and those above it where they are missing; gives those that it made.
  func makeFolders(_ path: String) throws(ProjectError) -> [String] {
    guard !path.isEmpty, path != "/", try status(path) == nil else { return [] }
    let made = try makeFolders(split(path).folder)
    return try makeFolder(path) ? made + [path] : made
  }
}

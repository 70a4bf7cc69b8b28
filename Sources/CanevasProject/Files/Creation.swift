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
    // A draft that stays is hidden, and nobody's concern.
    defer { do throws(ProjectError) { try removeFile(draft) } catch {} }
    do throws(ProjectError) {
      try write(bytes, to: draft)
    } catch {
      throw error.about(path)
    }
    return try giveName(path, to: draft, bytes)
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

  /// Makes a folder and those above it where they are missing; adds those that it made to `made`.
  func makeFolders(_ path: String, _ made: inout [String]) throws(ProjectError) {
    guard !path.isEmpty, path != "/", try status(path) == nil else { return }
    try makeFolders(split(path).folder, &made)
    if try makeFolder(path) { made.append(path) }
  }
}

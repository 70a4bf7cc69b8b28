import Glibc

extension FileSystem {
  /// Puts a file with these bytes at a path in one step: whoever looks sees the former file or the
  /// whole new one. A former file's permissions are kept, and a symbolic link to one is followed.
  package func replace(_ path: String, with bytes: [UInt8]) throws(ProjectError) {
    let target = try status(path)?.kind == .link ? try resolve(path) : path
    let (folder, name) = split(target)
    let draft =
      (folder.isEmpty ? "" : folder == "/" ? "/" : folder + "/") + ".\(name).canevas-draft"
    if try status(draft) != nil { try removeFile(draft) }
    do throws(ProjectError) {
      try write(bytes, to: draft)
      var former = stat()
      if stat(target, &former) == 0 { chmod(draft, former.st_mode & 0o7777) }
      try rename(draft, to: target)
    } catch {
      try? removeFile(draft)
      throw error
    }
  }
}

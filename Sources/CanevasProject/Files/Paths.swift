/// Whether `path` is `folder` or lies in it. Both are absolute and resolved.
func isInside(_ path: String, _ folder: String) -> Bool {
  guard folder != "/" else { return true }
  guard path.utf8.starts(with: folder.utf8) else { return false }
  let rest = path.utf8.dropFirst(folder.utf8.count)
  return rest.isEmpty || rest.first == UInt8(ascii: "/")
}

/// `path` inside `folder`.
func join(_ folder: String, _ path: String) -> String {
  folder == "/" ? folder + path : folder + "/" + path
}

/// The folder that a path without `/` at its end lies in, and its name there. The folder is empty
/// for a path without `/`.
func split(_ path: String) -> (folder: String, name: String) {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
  let folder = slash == path.startIndex ? "/" : path[..<slash]
  return (String(folder), String(path[path.utf8.index(after: slash)...]))
}

extension String {
  /// Whether the bytes come before those of the other: the order of every list of paths, which
  /// no normalisation of Unicode may change.
  func precedes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}

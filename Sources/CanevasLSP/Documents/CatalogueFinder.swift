import CanevasProject
import CanevasSource

/// Finds the catalogue that a file belongs to.
struct CatalogueFinder {
  let fileSystem: FileSystem

  /// A catalogue's root and what is called so by whoever asked.
  struct Found {
    let root: CatalogueRoot
    /// The root's folder, perhaps through links, as the path that was asked about goes.
    let folder: String
    /// From the root.
    let path: String
  }

  /// The nearest catalogue from an absolute path upward. The path need not exist.
  func find(_ path: String) -> Found? {
    let folders = sequence(first: path) { $0 == "/" ? nil : Self.parent($0) }
    guard let existing = folders.first(where: isFolder),
      let root = try? CatalogueRoot(nearestTo: existing, on: fileSystem)
    else { return nil }
    let above = sequence(first: existing) { $0 == "/" ? nil : Self.parent($0) }
    if let folder = above.first(where: { (try? fileSystem.resolve($0)) == root.path }) {
      return Found(root: root, folder: folder, path: Self.relative(path, to: folder))
    }
    // A link leads from elsewhere into the midst of the catalogue.
    guard let real = try? fileSystem.resolve(existing) else { return nil }
    let inside = Self.relative(real, to: root.path)
    let rest = Self.relative(path, to: existing)
    return Found(
      root: root, folder: root.path,
      path: [inside, rest].filter { !$0.isEmpty }.joined(separator: "/"))
  }

  private func isFolder(_ path: String) -> Bool {
    guard let real = try? fileSystem.resolve(path) else { return false }
    return (try? fileSystem.status(real))??.kind == .folder
  }

  private static func parent(_ path: String) -> String {
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).dropLast()
    return "/" + parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
  }

  /// A path below a folder, without the folder.
  private static func relative(_ path: String, to folder: String) -> String {
    let rest = path.utf8.dropFirst(folder == "/" ? 0 : folder.utf8.count)
    return String(decoding: rest.drop { $0 == UInt8(ascii: "/") }, as: UTF8.self)
  }
}

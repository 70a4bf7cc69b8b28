/// The folder that holds a catalogue: an absolute path without any link in it.
package struct CatalogueRoot: Hashable, Sendable {
  /// The one file that every catalogue has, relative to its root.
  package static let sheet = "canvases/catalogue.md"
  /// The two folders that sources are read from, in the order of their names.
  package static let folders = ["canvases", "seeds"]

  package let path: String

  /// The nearest folder, from `folder` upward, that holds the catalogue's sheet. Throws
  /// `.noCatalogue` if there is none, or what the system says of `folder`.
  package init(nearestTo folder: String, on fileSystem: FileSystem) throws(ProjectError) {
    var candidate = try fileSystem.resolve(folder)
    while try fileSystem.status(join(candidate, Self.sheet)) == nil {
      guard candidate != "/" else { throw .noCatalogue(from: folder) }
      candidate = split(candidate).folder
    }
    path = candidate
  }

  /// Where the catalogue lies in the repository that holds it, which has a `.git` at its top:
  /// nothing there and outside of any repository, otherwise a path with a slash at its end.
  package func folderInRepository(on fileSystem: FileSystem) throws(ProjectError) -> String {
    var top = path
    while try fileSystem.status(join(top, ".git")) == nil {
      guard top != "/" else { return "" }
      top = split(top).folder
    }
    return top == path ? "" : String(path.dropFirst(join(top, "").count)) + "/"
  }

  /// Whether a repository's `.git` stands in this folder or in one above.
  func isInRepository(on fileSystem: FileSystem) throws(ProjectError) -> Bool {
    var top = path
    while try fileSystem.status(join(top, ".git")) == nil {
      guard top != "/" else { return false }
      top = split(top).folder
    }
    return true
  }

  /// Where the site goes unless a run is told otherwise.
  package var site: String { absolute("_site") }

  /// The absolute path of a path that is relative to the root.
  package func absolute(_ relative: String) -> String {
    join(path, relative)
  }
}

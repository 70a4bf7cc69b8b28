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

  /// The absolute path of a path that is relative to the root.
  package func absolute(_ relative: String) -> String {
    join(path, relative)
  }
}

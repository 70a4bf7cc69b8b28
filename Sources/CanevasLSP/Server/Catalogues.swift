import CanevasProject
import CanevasSource

// Which catalogues are served: those of the client's folders, and those of its open documents.
extension Server {
  /// Where the document of a URI stands; `nil` for what is in no catalogue that is served. One
  /// that is being opened has its catalogue served from now on.
  mutating func place(ofURI uri: String, opening: Bool = false) -> Place? {
    if !opening, let document = documents[uri] { return document.place }
    guard let path = path(ofURI: uri),
      let found = CatalogueFinder(fileSystem: fileSystem).find(path)
    else { return nil }
    if opening { serve(found) }
    return catalogues[found.root] == nil ? nil : Place(root: found.root, path: found.path)
  }

  /// Serves the catalogues of folders.
  mutating func openFolders(_ uris: [String]) {
    let finder = CatalogueFinder(fileSystem: fileSystem)
    for case let found? in uris.compactMap(path(ofURI:)).map(finder.find) { serve(found) }
  }

  /// Lets go of the catalogues that no folder and no open document is part of any more.
  mutating func dropUnusedCatalogues() {
    let finder = CatalogueFinder(fileSystem: fileSystem)
    let used = Set(folders.compactMap(path(ofURI:)).compactMap { finder.find($0)?.root })
      .union(documents.values.compactMap { $0.place?.root })
    for root in catalogues.keys where !used.contains(root) {
      guard let served = catalogues.removeValue(forKey: root) else { continue }
      for path in served.reports.keys.sorted() { clear(uri(ofPath: served.absolute(path))) }
    }
  }

  /// Works on one catalogue with all else of the server at hand. Meanwhile it is taken out, so
  /// that its contents are changed in place.
  mutating func work<Result>(
    on root: CatalogueRoot, _ work: (inout ServedCatalogue, Server) -> Result
  ) -> Result? {
    guard var served = catalogues.removeValue(forKey: root) else { return nil }
    defer { catalogues[root] = served }
    return work(&served, self)
  }

  private mutating func serve(_ found: CatalogueFinder.Found) {
    guard catalogues[found.root] == nil else { return }
    catalogues[found.root] = ServedCatalogue(found.root, folder: found.folder, on: fileSystem)
  }
}

import CanevasLink
import CanevasModel
import CanevasProject
import CanevasRender
import CanevasSource

/// One version of the site, of which only what is asked for is made, and once.
struct ShownSite {
  let site: Site
  /// The sources whose last version without an error is shown, and not the one on the disk.
  let outdated: Set<String>
  private let root: CatalogueRoot
  private let fileSystem: FileSystem
  private var rendered: [String: [UInt8]] = [:]
  private lazy var pages: [String: Page] = Dictionary(
    site.pages.map { (site.address(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
  private lazy var searchFiles: [String: [UInt8]] = makeSearchFiles()

  init(_ site: Site, outdated: Set<String>, root: CatalogueRoot, on fileSystem: FileSystem) {
    self.site = site
    self.outdated = outdated
    self.root = root
    self.fileSystem = fileSystem
  }

  /// The page at an address inside the site. That of a document is found without the list of all.
  mutating func page(at address: String) -> Page? {
    if let document = publishedDocument(at: address) { return .document(document) }
    return pages[address]
  }

  private func publishedDocument(at address: String) -> Catalogue.Index? {
    let parts = address.split(separator: "/")
    guard parts.count == 2, let kind = Kind.allCases.first(where: { $0.siteFolder == parts[0] }),
      let dot = parts[1].lastIndex(of: "."),
      let index = site.catalogue.index(of: DocumentID(kind, String(parts[1][..<dot]))),
      site.catalogue.documents[index].id.address == address, site.isPublished(index)
    else { return nil }
    return index
  }

  /// The bytes of the file at an address inside the site, as they would be published.
  mutating func file(at address: String) -> [UInt8]? {
    if let known = rendered[address] { return known }
    guard let page = page(at: address) else { return searchFile(at: address) }
    switch site.render(page).content {
    case .bytes(let bytes):
      rendered[address] = bytes
      return bytes
    // A picture may be another by the next time.
    case .copy(of: let source): return try? root.copy(of: source, on: fileSystem)
    }
  }

  private mutating func searchFile(at address: String) -> [UInt8]? {
    address.hasPrefix(SearchIndex.folder + "/") ? searchFiles[address] : nil
  }

  private func makeSearchFiles() -> [String: [UInt8]] {
    let entries = mapInParallel(site.searched) { site.searchEntry(of: $0) }
    return Dictionary(
      SearchIndex(entries).files.compactMap { file in
        guard case .bytes(let bytes) = file.content else { return nil }
        return (file.path, bytes)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// What tells the page at an address from another version of it: its own bytes and the state of
  /// the files that its document shows. Without the page, an empty text.
  mutating func version(at address: String) -> String {
    guard let bytes = file(at: address) else { return "" }
    var hash = FNV1a()
    hash.add(bytes)
    for case .asset(let path) in document(at: address).map({ site.catalogue.targets[$0] }) ?? [] {
      hash.add((fileSystem.mark(root.absolute(path))?.text ?? "").utf8)
    }
    return hash.hexadecimal
  }

  /// The document that the page at an address is about.
  mutating func document(at address: String) -> Catalogue.Index? {
    switch page(at: address) {
    case .home: site.catalogue.index(of: DocumentID(.catalogue, "catalogue"))
    case .document(let index), .printVersion(let index), .poster(let index): index
    default: nil
    }
  }
}

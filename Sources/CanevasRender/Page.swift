package import CanevasLink
package import CanevasModel

/// One page of the site, or a file that goes with the pages.
package enum Page: Hashable, Sendable {
  case home
  /// The list of a kind's documents.
  case list(Kind)
  case document(Catalogue.Index)
  case styleSheet
  /// The theme colours that the catalogue uses, as classes.
  case colours
  /// A file of the catalogue that a document links to or shows, by its path from the root.
  case asset(String)
}

extension Kind {
  /// The folder of the kind's pages in the site, which is also its list's address.
  package var siteFolder: String {
    self == .source ? "sources" : String(folder.split(separator: "/").last ?? "")
  }
}

extension DocumentID {
  /// The address of the document's page inside the site.
  package var address: String {
    kind == .catalogue ? "index.html" : "\(kind.siteFolder)/\(slug).html"
  }
}

/// How a page at `origin` links to `address`, both inside the site.
func href(to address: String, from origin: String) -> String {
  address == origin
    ? String(address.split(separator: "/").last ?? "") : relativePath(to: address, from: origin)
}

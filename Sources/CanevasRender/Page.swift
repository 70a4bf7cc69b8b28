package import CanevasLink
package import CanevasModel

/// One page of the site, or a file that goes with the pages.
package enum Page: Hashable, Sendable {
  case home
  /// The list of a kind's documents.
  case list(Kind)
  case document(Catalogue.Index)
  /// The address of a slug that a document had before it was renamed, which leads to its page.
  case redirect(formerSlug: String, Catalogue.Index)
  /// A canvas's sheet as it is printed, without the site around it.
  case printVersion(Catalogue.Index)
  /// A canvas as a Business Model Canvas for the wall.
  case poster(Catalogue.Index)
  /// The whole catalogue as one document to print.
  case booklet
  case styleSheet
  /// The style sheet of all that is printed of canvases.
  case paperSheet
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
  let slash = UInt8(ascii: "/")
  guard let folderEnd = origin.utf8.firstIndex(of: slash) else { return address }
  let folder = origin.utf8[...folderEnd]
  // Pages lie in folders one deep, so that nearly every link is one of these two.
  guard !origin.utf8[origin.utf8.index(after: folderEnd)...].contains(slash) else {
    return relativePath(to: address, from: origin)
  }
  return address.utf8.starts(with: folder)
    ? String(address.utf8.dropFirst(folder.count)) ?? address : "../" + address
}

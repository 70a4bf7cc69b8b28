package import CanevasLink
package import CanevasModel

/// One page of the site, or a file that goes with the pages.
package enum Page: Hashable, Sendable {
  case home
  /// The list of a kind's documents; a long one has further pages.
  case list(Kind, page: Int = 1)
  /// The list of the canvases that have a facet.
  case facet(Facet, page: Int = 1)
  /// The ideas as a board, by status.
  case pool
  /// Two canvases side by side.
  case compare
  /// What a comparison needs of one canvas, as a script.
  case comparable(Catalogue.Index)
  /// What each step of the method has brought for each theme, and what is missing.
  case coverage
  /// What each day brought.
  case changes
  case document(Catalogue.Index)
  /// The address of a slug that a document had before it was renamed, which leads to its page.
  case redirect(formerSlug: String, Catalogue.Index)
  /// The page that searches the site.
  case search
  /// Every document by its first letter, or the way to the letters' pages where they are too many.
  case alphabet
  /// One letter of a long alphabet, from its first part, 1, on.
  case letter(String, part: Int)
  /// The territory map.
  case territory
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
  /// A script of the site, by its file's name: `search.js`.
  case script(String)
  /// A file of the catalogue that a document links to or shows, by its path from the root.
  case asset(String)
  /// A document as data.
  case documentData(Catalogue.Index)
  /// A document's Markdown.
  case documentSource(Catalogue.Index)
  /// A file of the whole catalogue for other programs.
  case dataFile(DataFile)
  /// The list of those files.
  case dataIndex
  /// What each heading and each key is for.
  case topics
  /// What each rule finds, and how to mend it.
  case rules
  /// What a server shows for an address that the site does not have.
  case notFound
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

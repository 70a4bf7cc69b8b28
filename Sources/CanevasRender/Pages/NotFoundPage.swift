import CanevasLink
import CanevasModel
import CanevasSource
import CanevasTemplate

extension Site {
  /// The page that a server shows for an address that the site does not have. It may be shown at
  /// any depth, so its links are paths from the server's root where the base address tells them;
  /// else they hold at the top of the site alone.
  func notFoundPage(at address: String) -> PageContent {
    let root = basePath ?? ""
    return page(
      "not-found",
      [
        ("title", .html(typeset(strings["notFoundTitle"]))),
        ("description", .html(typeset(strings["notFoundText"]))),
        // What every page has, this one has in its own way.
        ("root", .text(root)), ("canonical", .absent),
      ], at: address)
  }

  /// The path of the site on its server: `/canevas/` of `https://exemple.org/canevas/`.
  private var basePath: String? {
    guard let base = baseURL else { return nil }
    let slashes = base.utf8.indices.filter { base.utf8[$0] == UInt8(ascii: "/") }
    return slashes.count > 2 ? String(base[slashes[2]...]) : "/"
  }
}

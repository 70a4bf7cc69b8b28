import CanevasSource

/// The pages of a site that are not what they were on another one, by address.
package struct PageChanges: Hashable, Sendable {
  /// A page as a reader knows it.
  package struct Entry: Hashable, Sendable {
    /// Its address inside the site.
    package let address: String
    /// What a browser calls it, without the site's name.
    package let title: String
  }

  /// What became of a page.
  package enum Fate: String, CaseIterable, Sendable {
    case added, altered, removed
  }

  /// What became of one page.
  package struct Change: Hashable, Sendable {
    fileprivate let fate: Fate
    fileprivate let entry: Entry
  }

  private var lists: [Fate: [Entry]] = [:]

  package init(_ changes: [Change]) {
    for change in changes { lists[change.fate, default: []].append(change.entry) }
    for fate in Fate.allCases {
      lists[fate]?.sort { $0.address.utf8.lexicographicallyPrecedes($1.address.utf8) }
    }
  }

  package subscript(fate: Fate) -> [Entry] { lists[fate] ?? [] }

  /// Whether no page is another than it was.
  package var isEmpty: Bool { lists.isEmpty }
}

extension Site {
  /// The pages that browsers show, by address.
  package var browserPages: [String: Page] {
    var found: [String: Page] = [:]
    for page in readersPages {
      let address = address(of: page)
      if address.hasSuffix(".html") { found[address] = page }
    }
    return found
  }

  /// What became of the page at an address, which was `old` on a former site and is `new` on this
  /// one, if it is there; `nil` where it has the same bytes.
  package func change(
    at address: String, from old: Page?, of former: Site, to new: Page?
  ) -> PageChanges.Change? {
    let before = old.map(former.html)
    let after = new.map(html)
    guard before != after, let shown = after ?? before else { return nil }
    let site = after == nil ? former : self
    return PageChanges.Change(
      fate: before == nil ? .added : after == nil ? .removed : .altered,
      entry: PageChanges.Entry(address: address, title: site.title(of: shown) ?? address))
  }

  private func html(_ page: Page) -> [UInt8] {
    guard case .bytes(let html) = render(page).content else { return [] }
    return html
  }

  /// What stands in a page's `title`, without the site's name behind it.
  private func title(of html: [UInt8]) -> String? {
    let text = String(decoding: html.prefix(4096), as: UTF8.self)
    guard let start = text.firstRange(of: "<title>"), let end = text.firstRange(of: "</title>"),
      start.upperBound <= end.lowerBound
    else { return nil }
    var title = String(text[start.upperBound..<end.lowerBound])
    let name = " – " + String(decoding: typeset(siteTitle), as: UTF8.self)
    if title.hasSuffix(name) { title.removeLast(name.count) }
    for (reference, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      title = title.replacing(reference, with: character)
    }
    return title
  }
}

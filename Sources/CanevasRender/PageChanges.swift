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

  private var lists: [Fate: [Entry]] = [:]

  /// Compares pages, given by address in any order: their bytes on either site, if they are there.
  package init(_ pages: [(address: String, old: Entry.Content?, new: Entry.Content?)]) {
    for page in pages where page.old != page.new {
      guard let shown = page.new ?? page.old else { continue }
      let fate: Fate = page.old == nil ? .added : page.new == nil ? .removed : .altered
      lists[fate, default: []].append(Entry(address: page.address, title: shown.title))
    }
    for fate in Fate.allCases {
      lists[fate]?.sort { $0.address.utf8.lexicographicallyPrecedes($1.address.utf8) }
    }
  }

  package subscript(fate: Fate) -> [Entry] { lists[fate] ?? [] }
}

extension PageChanges.Entry {
  /// What one side has at an address: its title, and what tells its bytes from others.
  package struct Content: Hashable, Sendable {
    fileprivate let title: String
    fileprivate let bytes: [UInt8]
  }
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

  /// A page as it is compared with another site's.
  package func content(of page: Page) -> PageChanges.Entry.Content {
    guard case .bytes(let html) = render(page).content else {
      return PageChanges.Entry.Content(title: address(of: page), bytes: [])
    }
    return PageChanges.Entry.Content(title: title(of: html) ?? address(of: page), bytes: html)
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

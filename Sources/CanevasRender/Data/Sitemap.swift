package import CanevasSource

/// The addresses of a site's pages for search engines (sitemaps.org, protocol 0.9).
package struct Sitemap: Sendable {
  /// The address of one page, with the date that its document says of itself.
  package struct Entry: Sendable {
    let url: String
    let date: PartialDate?

    package init(url: String, date: PartialDate? = nil) {
      self.url = url
      self.date = date
    }
  }

  /// The addresses that one file may hold.
  package static let entryLimit = 50_000

  private let entries: [Entry]

  package init(_ entries: [Entry]) {
    self.entries = entries
  }

  /// How many files the addresses are shared out over; 0 where the sitemap itself holds them.
  package var partCount: Int {
    guard entries.count > Self.entryLimit else { return 0 }
    return (entries.count + Self.entryLimit - 1) / Self.entryLimit
  }

  /// The sitemap itself: the addresses, or where its parts are, counted from 1.
  package func bytes(partURL: (Int) -> String) -> [UInt8] {
    guard partCount > 0 else { return urlSet(entries[...]) }
    var writer = XMLWriter()
    writer.element("sitemapindex", ["xmlns": Self.namespace]) { writer in
      for part in 1...partCount {
        writer.element("sitemap") { $0.element("loc", text: partURL(part)) }
      }
    }
    return writer.bytes
  }

  /// A part, counted from 1.
  package func part(_ number: Int) -> [UInt8] {
    urlSet(entries.dropFirst((number - 1) * Self.entryLimit).prefix(Self.entryLimit))
  }

  private func urlSet(_ entries: ArraySlice<Entry>) -> [UInt8] {
    var writer = XMLWriter()
    writer.element("urlset", ["xmlns": Self.namespace]) { writer in
      for entry in entries {
        writer.element("url") { writer in
          writer.element("loc", text: entry.url)
          if let date = entry.date { writer.element("lastmod", text: date.iso) }
        }
      }
    }
    return writer.bytes
  }

  private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
}

extension Site {
  /// The sitemap of all pages but those that lead elsewhere or show on paper what others say.
  var sitemap: Sitemap {
    Sitemap(
      readersPages.compactMap { page in
        switch page {
        case .redirect, .notFound, .printVersion, .poster, .booklet: return nil
        default:
          let address = address(of: page)
          guard address.hasSuffix(".html"), let url = url(of: address) else { return nil }
          if case .document(let index) = page {
            return Sitemap.Entry(url: url, date: date(of: index))
          }
          return Sitemap.Entry(url: url)
        }
      })
  }
}

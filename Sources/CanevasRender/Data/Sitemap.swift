import CanevasModel
import CanevasSource

private let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

extension Site {
  /// The addresses that one file may hold (sitemaps.org, protocol 0.9).
  static let sitemapLength = 50_000

  /// The pages that a sitemap names: all but those that only lead elsewhere.
  private var mappedPages: [Page] {
    pages.filter { page in
      switch page {
      case .redirect, .notFound: false
      default: address(of: page).hasSuffix(".html")
      }
    }
  }

  /// The pages' addresses, or those of the sitemap's parts.
  var sitemap: [UInt8] {
    let pages = mappedPages
    let parts = sitemapParts(of: pages.count)
    guard !parts.isEmpty else { return urlSet(pages) }
    var writer = XMLWriter()
    writer.element("sitemapindex", ["xmlns": namespace]) { writer in
      for part in parts {
        let address = url(of: address(of: part)) ?? ""
        writer.element("sitemap") { $0.element("loc", text: address) }
      }
    }
    return writer.bytes
  }

  /// The parts that a sitemap of so many pages needs: none where one file holds them all.
  func sitemapParts(of count: Int) -> [DataFile] {
    guard count > Self.sitemapLength else { return [] }
    let parts = (count + Self.sitemapLength - 1) / Self.sitemapLength
    return (1...parts).map(DataFile.sitemapPart)
  }

  /// A part of the sitemap, counted from 1.
  func sitemapPart(_ number: Int) -> [UInt8] {
    let start = (number - 1) * Self.sitemapLength
    return urlSet(mappedPages.dropFirst(start).prefix(Self.sitemapLength))
  }

  private func urlSet(_ pages: some Sequence<Page>) -> [UInt8] {
    var writer = XMLWriter()
    writer.element("urlset", ["xmlns": namespace]) { writer in
      for page in pages {
        guard let url = url(of: address(of: page)) else { continue }
        writer.element("url") { writer in
          writer.element("loc", text: url)
          if case .document(let index) = page, let date = date(of: index) {
            writer.element("lastmod", text: date.iso)
          }
        }
      }
    }
    return writer.bytes
  }
}

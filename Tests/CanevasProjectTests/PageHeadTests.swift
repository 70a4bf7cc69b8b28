import CanevasProject
import CanevasRender
import CanevasSource
import Foundation
import Testing

/// What pages, feeds and the sitemap tell search engines, readers of feeds and shared links.
@Suite struct PageHeadTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write("canvases/catalogue.md", "# Catalogue\n\n- Licence : CC BY\n")
    try folder.write(
      "canvases/acteurs/ferme.md",
      "# Ferme\n\n- Type : réseau\n\n## PRÉSENTATION\n\nUne ferme.\n")
  }

  private func build(at baseURL: String? = nil) throws -> [String: String] {
    var options = Session.BuildOptions(output: folder.path + "/site")
    options.site.baseURL = baseURL
    let result = try Session(
      root: CatalogueRoot(nearestTo: folder.path, on: FileSystem()), on: FileSystem()
    ).build(options)
    #expect(result.published != nil)
    return folder.texts("site")
  }

  private func workshop(_ number: Int, date: String) throws {
    try folder.write(
      "canvases/ateliers/atelier-\(number).md",
      "# Atelier \(number)\n\n- Date : \(date)\n\n## PARTICIPANTS\n\nTous.\n")
  }

  @Test func withoutAnAddressNothingIsAbsolute() throws {
    try workshop(1, date: "2024")
    for (path, text) in try build() where !path.hasSuffix(".schema.json") {
      // Examples on the guide's pages show addresses as text.
      let isGuide = ["rubriques.html", "regles.html"].contains(path)
      #expect(!text.contains(isGuide ? "\"http" : "://"), "\(path)")
      #expect(!text.contains("ld+json"), "\(path)")
      #expect(!path.hasSuffix(".atom") && !path.hasSuffix(".xml"), "\(path)")
    }
  }

  @Test func everyPageDescribesItself() throws {
    for (path, html) in try build(at: "https://exemple.org") where path.hasSuffix(".html") {
      for mark in [
        "<meta name=\"description\" content=\"", "<meta property=\"og:title\" content=\"",
        "<meta property=\"og:type\" content=\"", "<meta property=\"og:locale\" content=\"fr_FR\"",
        "<meta property=\"og:site_name\" content=\"Catalogue\"",
      ] {
        let parts = html.components(separatedBy: mark)
        #expect(parts.count == 2 && parts.last?.first != "\"", "\(path) has no \(mark)")
      }
      let hasAddress = html.contains("<meta property=\"og:url\" content=\"https://exemple.org/")
      #expect(hasAddress == (path != "404.html"), "\(path)")
      #expect(html.contains("Licence"), "\(path) does not name the licence")
    }
  }

  @Test func aDocumentLeadsToItsDataAndItsSource() throws {
    let html = try #require(build()["acteurs/ferme.html"])
    for target in ["ferme.md", "ferme.json"] {
      #expect(html.components(separatedBy: "href=\"\(target)\"").count == 3)
    }
  }

  @Test func theMissingPageLinksFromTheServersRoot() throws {
    func targets(_ html: String?) -> [String] {
      let html = (html ?? "").replacing("action=", with: "href=")
      return html.components(separatedBy: "href=\"").dropFirst().map {
        String($0.prefix { $0 != "\"" })
      }.filter { $0 != "#contenu" }
    }
    let local = try build()
    #expect(targets(local["404.html"]).count > 5)
    #expect(targets(local["404.html"]).allSatisfy { local[$0] != nil || $0 == "recherche.html" })
    for (base, root) in [
      ("https://exemple.org/canevas", "/canevas/"), ("https://exemple.org", "/"),
      ("https://exemple.org/a/b/", "/a/b/"),
    ] {
      let absolute = targets(try build(at: base)["404.html"])
      #expect(absolute == targets(local["404.html"]).map { root + $0 })
    }
  }

  @Test func aFeedHasTheFiftyNewest() throws {
    for number in 1...60 { try workshop(number, date: "\(1900 + number)") }
    try workshop(61, date: "1960-02")
    let site = try build(at: "https://exemple.org")
    let feed = try #require(site["nouveautes.atom"])
    let titles = feed.matches(of: /<title>(Atelier \d+)<\/title>/).map { String($0.1) }
    #expect(titles == ["Atelier 61"] + (12...60).reversed().map { "Atelier \($0)" })
    #expect(feed.contains("<updated>1960-02-01T00:00:00Z</updated>"))
    #expect(site["index.html"]?.contains("href=\"nouveautes.atom\"") == true)
  }

  @Test func withoutADatedDocumentThereIsNoFeed() throws {
    let site = try build(at: "https://exemple.org")
    #expect(!site.keys.contains { $0.hasSuffix(".atom") })
    #expect(!site.values.contains { $0.contains("atom+xml") })
  }

  @Test func theSitemapNamesEveryPageOnce() throws {
    try workshop(1, date: "2024-05")
    try folder.write(
      "canvases/acteurs/moulin.md",
      "# Moulin\n\n- Type : réseau\n- Ancien nom : meule\n\n## PRÉSENTATION\n\nUn moulin.\n")
    let site = try build(at: "https://exemple.org/x")
    let map = try #require(site["sitemap.xml"])
    let named = map.matches(of: /<loc>https:\/\/exemple\.org\/x\/([^<]*)<\/loc>/).map {
      $0.1.isEmpty ? "index.html" : String($0.1)
    }
    let pages = site.keys.filter { $0.hasSuffix(".html") }
    #expect(Set(named) == Set(pages).subtracting(["404.html", "acteurs/meule.html"]))
    #expect(Set(named).count == named.count)
    #expect(map.components(separatedBy: "<lastmod>").count == 2)
    #expect(map.contains("atelier-1.html</loc>\n    <lastmod>2024-05</lastmod>"))
  }

  @Test(arguments: [0, 1, 50_000, 50_001, 100_000, 100_001]) func aLongSitemapIsParted(
    _ count: Int
  ) {
    let sitemap = Sitemap((0..<count).map { Sitemap.Entry(url: "https://exemple.org/\($0)") })
    func addresses(_ bytes: [UInt8]) -> [String] {
      String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
        guard let start = line.range(of: "<loc>"), let end = line.range(of: "</loc>") else {
          return nil
        }
        return String(line[start.upperBound..<end.lowerBound])
      }
    }
    let top = addresses(sitemap.bytes { "part \($0)" })
    let all = (0..<count).map { "https://exemple.org/\($0)" }
    guard sitemap.partCount > 0 else { return #expect(top == all && count <= 50_000) }
    #expect(top == (1...sitemap.partCount).map { "part \($0)" })
    let parts = (1...sitemap.partCount).map { addresses(sitemap.part($0)) }
    #expect(parts.allSatisfy { (1...50_000).contains($0.count) })
    #expect(parts.flatMap(\.self) == all)
  }
}

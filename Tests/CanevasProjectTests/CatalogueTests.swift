import CanevasLink
import CanevasModel
import CanevasProject
import CanevasRender
import CanevasSource
import CanevasTestSupport
import Foundation
import Testing

/// The project's own catalogue: it checks without a word, and its site holds together.
@Suite struct CatalogueTests {
  /// The files of the site of the project's own catalogue.
  static func buildOfOwn() throws -> [String: String] { try CatalogueTests().build().pages }

  private func build() throws -> (result: Session.BuildResult, pages: [String: String]) {
    let folder = try TestFolder()
    let session = try Session(
      root: CatalogueRoot(nearestTo: projectFolder, on: FileSystem()), on: FileSystem())
    let result = try session.build(.init(output: folder.path + "/site"))
    return (result, folder.texts("site"))
  }

  @Test func hasNoErrorAndNoWarning() throws {
    let checked = try Session(
      root: CatalogueRoot(nearestTo: projectFolder, on: FileSystem()), on: FileSystem()
    ).check()
    let found = checked.diagnostics.filter { $0.severity > .info }
    #expect(found.map { "\($0.location.path): \($0.message.french)" } == [])
  }

  @Test func everyDocumentHasAPageAndEveryKindADocument() throws {
    let (result, pages) = try build()
    let documents = result.checked.catalogue.documents
    for document in documents { #expect(pages[document.id.address] != nil) }
    #expect(Set(documents.map(\.id.kind)) == Set(Kind.allCases))
  }

  /// The canvases of the method's source: seventeen, eight of them at least with a system map,
  /// three with an offering diagram, and each with its story.
  @Test func holdsTheSeventeenCanvases() throws {
    let catalogue = try build().result.checked.catalogue
    let canvases = catalogue.documents(of: .canvas).map { catalogue.documents[$0] }
    #expect(canvases.count == 17)
    #expect(canvases.count { $0.section(.systemMap) != nil } >= 8)
    #expect(canvases.count { $0.section(.offering) != nil } >= 3)
    #expect(canvases.allSatisfy { !$0.head.stories.isEmpty })
    #expect(catalogue.documents(of: .theme).count == 6)
    let unknown = catalogue.flows.filter { flow in
      [flow.from, flow.to].contains { if case .unknown = $0 { true } else { false } }
    }
    #expect(unknown.map { catalogue.documents[$0.canvas].id.slug } == [])
  }

  @Test func theAuthorsGuideNamesEveryKeyAndHeadingOfACanvas() throws {
    let guide = try String(
      contentsOfFile: projectFolder + "/canvases/guide/ecrire-une-fiche.md", encoding: .utf8)
    // `Revu` is written by the program, never by hand.
    for key in Kind.canvas.keys where key != .reviewed {
      #expect(guide.contains(key.rawValue), "the guide does not name the key \(key.rawValue)")
    }
    for section in CanvasModel.circular.sections {
      #expect(guide.contains(section.heading), "the guide does not name \(section.heading)")
    }
    for mechanism in Mechanism.allCases {
      #expect(guide.contains(mechanism.rawValue), "the guide does not name \(mechanism.rawValue)")
    }
  }

  /// A word that the interface lacks would show its key, or nothing.
  @Test func theInterfaceLacksNoWord() throws {
    let folder = projectFolder + "/templates"
    func keys(_ language: SiteLanguage) throws -> Set<Substring> {
      let path = folder + "/interface.\(language.rawValue).txt"
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      let pairs = lines.filter { !$0.hasPrefix("#") }.map { $0.split(separator: ": ") }
      #expect(pairs.allSatisfy { $0.count > 1 }, "\(language) has a key without words")
      let keys = pairs.map { $0[0] }
      #expect(Set(keys).count == keys.count, "\(language) has a key twice")
      return Set(keys)
    }
    let french = try keys(.french)
    #expect(try keys(.dutch) == french)
    #expect(try keys(.english) == french)
    // The page of a comparison has words of its own, in the language of whoever compares.
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name.hasSuffix(".mustache") && !name.hasPrefix("diff") {
      let template = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      for use in template.matches(of: /\{\{t\.(\w+)\}\}/) {
        #expect(french.contains(use.1), "\(name) uses t.\(use.1)")
      }
    }
    let key = /[>"](kinds?|fact|role|count|figure|unit|range|word|month)\.[a-z0-9]/
    for (address, html) in try build().pages where address.hasSuffix(".html") {
      #expect(html.firstMatch(of: key) == nil, "\(address) shows a key")
    }
  }

  @Test func everyLinkAndAnchorOfTheSiteResolves() throws {
    let pages = try build().pages
    for (address, html) in pages where address.hasSuffix(".html") {
      for target in html.values(of: "href") + html.values(of: "src")
      where !target.hasPrefix("http") && !target.hasPrefix("mailto:") {
        let parts = target.replacing(/\?[^#]*/, with: "")
          .split(separator: "#", omittingEmptySubsequences: false)
        let base = URL(filePath: "/" + address).deletingLastPathComponent()
        let path =
          parts[0].isEmpty
          ? address : String(base.appending(path: String(parts[0])).standardized.path.dropFirst())
        #expect(pages[path] != nil, "\(address) links to \(target)")
        if parts.count > 1 {
          let ids = pages[path]?.values(of: "id") ?? []
          #expect(ids.contains(String(parts[1])), "\(address) links to \(target)")
        }
      }
      let ids = html.values(of: "id")
      #expect(Set(ids).count == ids.count, "\(address) has an identifier twice")
    }
  }

  @Test func pagesCarryNoCodeAndAskForNothingFromOutside() throws {
    for (address, html) in try build().pages where address.hasSuffix(".html") {
      #expect(html.contains("Content-Security-Policy"), "\(address)")
      #expect(!html.contains(" style="), "\(address)")
      for script in html.components(separatedBy: "<script").dropFirst() {
        let isOfTheSite = script.firstMatch(of: /^ src="[\w.\/-]+\.js" defer><\/script>/) != nil
        #expect(
          isOfTheSite || script.hasPrefix(" type=\"application/ld+json\">"), "\(address): \(script)"
        )
      }
      #expect(html.values(of: "src").allSatisfy { !$0.hasPrefix("http") }, "\(address)")
      #expect(html.components(separatedBy: "<h1").count == 2, "\(address) needs one h1")
    }
  }

  @Test func twoBuildsAreEqualByteForByte() throws {
    #expect(try build().pages == build().pages)
  }
}

extension String {
  /// The values of an attribute, in order.
  fileprivate func values(of attribute: String) -> [String] {
    components(separatedBy: " \(attribute)=\"").dropFirst().map { part in
      String(part.prefix { $0 != "\"" }).replacing("&amp;", with: "&")
    }
  }
}

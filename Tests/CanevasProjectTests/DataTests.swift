import CanevasModel
import CanevasProject
import CanevasRender
import CanevasSource
import CanevasTestSupport
import Foundation
import Testing

/// What the site offers to other programs: JSON, Markdown, tables, feeds, the head of each page.
@Suite struct DataTests {
  /// The site of a small catalogue that has something of everything, drafts included.
  private static func fixture(
    _ change: (inout Session.BuildOptions) -> Void = { _ in }
  ) throws -> [String: String] {
    try site(of: fixturesFolder + "/data", change)
  }

  private static func site(
    of root: String, _ change: (inout Session.BuildOptions) -> Void = { _ in }
  ) throws -> [String: String] {
    let folder = try TestFolder()
    var options = Session.BuildOptions(output: folder.path + "/site")
    change(&options)
    let result = try Session(
      root: CatalogueRoot(nearestTo: root, on: FileSystem()), on: FileSystem()
    ).build(options)
    #expect(result.published != nil)
    return folder.texts("site")
  }

  private static let project = fixturesFolder + "/../.."

  @Test func everyFileIsAsItWasRead() throws {
    let site = try Self.fixture()
    for name in [
      "catalogue.json", "fiches/laverie.json", "fiches/laverie.md", "fiches.csv", "acteurs.csv",
      "flux.csv", "nouveautes.atom", "themes/lien.atom",
    ] {
      let golden = "data/site/" + name.replacing("/", with: "+")
      let text = try #require(site[name]).unicodeScalars
      // A byte-order mark is lost when a golden file is read.
      let mark: Unicode.Scalar = "\u{FEFF}"
      #expect((text.first == mark) == name.hasSuffix(".csv"))
      expectGolden(String(String.UnicodeScalarView(text.drop { $0 == mark })), at: golden)
    }
  }

  @Test(arguments: [fixturesFolder + "/data", project])
  func everyDocumentFollowsTheSchema(_ root: String) throws {
    let site = try Self.site(of: root)
    let schema = try JSONSchema(#require(site["catalogue.schema.json"]))
    let catalogue = try object(#require(site["catalogue.json"]))
    #expect(schema.problems(catalogue) == [])
    let documents = try #require(catalogue["documents"] as? [NSDictionary])
    for document in documents {
      let page = try #require(document["page"] as? String)
      let source = try #require(document["source"] as? String)
      #expect(site[page] != nil && site[source] != nil)
      guard document["kind"] as? String != "catalogue" else { continue }
      let own = try object(#require(site[page.replacing(".html", with: ".json")]))
      #expect(own as NSDictionary == document)
    }
    #expect(documents.count == site.keys.count { $0.hasSuffix(".md") })
  }

  /// Some documents, drafts among them, are data of the same form.
  @Test func partsOfACatalogueFollowTheSchema() throws {
    let checked = try Session(
      root: CatalogueRoot(nearestTo: fixturesFolder + "/data", on: FileSystem()), on: FileSystem()
    ).check()
    let site = checked.site(SiteOptions(language: .english, includesDrafts: true))
    let data = site.data(of: site.published(.actor))
    let schema = try JSONSchema(#require(Self.fixture()["catalogue.schema.json"]))
    let catalogue = try object(String(decoding: data, as: UTF8.self))
    #expect(schema.problems(catalogue) == [])
    let documents = try #require(catalogue["documents"] as? [[String: Any]])
    #expect(documents.count == 3)
    #expect(documents.count { $0["isDraft"] as? Bool == true } == 1)
  }

  @Test func theSchemaAllowsNothingElse() throws {
    let site = try Self.fixture()
    let schema = try JSONSchema(#require(site["catalogue.schema.json"]))
    let text = try #require(site["catalogue.json"])
    for (written, instead) in [
      ("\"status\":\"idée\"", "\"status\":\"rêve\""), ("\"title\":", "\"titre\":"),
      ("\"mechanism\":", "\"mecanism\":"), ("\"version\": \"1", "\"version\": \"2"),
      ("\"shape\":\"flows\"", "\"shape\":\"items\""), ("\"date\":\"2024-05\"", "\"date\":\"mai\""),
      ("\"isOptional\":true", "\"isOptional\":false"), ("\"lower\":12.5", "\"lower\":\"12.5\""),
      ("\"party\":\"service\"", "\"party\":\"document\""), ("\"teller\":", "\"voice\":"),
    ] {
      #expect(text.contains(written), "\(written)")
      let changed = try object(text.replacing(written, with: instead, maxReplacements: 1))
      #expect(!schema.problems(changed).isEmpty, "\(instead)")
    }
  }

  @Test func theSchemaHasTheWordsOfTheFormat() throws {
    let path = Self.project + "/templates/catalogue.schema.json"
    let schema = try JSONSchema(String(contentsOfFile: path, encoding: .utf8))
    func expect<Word: CaseIterable & RawRepresentable>(
      _ name: String, _: Word.Type, except hidden: [String] = []
    ) where Word.RawValue == String {
      let words = Word.allCases.map(\.rawValue).filter { !hidden.contains($0) }
      #expect(schema.words(name) == words, "\(name)")
    }
    expect("kind", Kind.self)
    expect("status", Status.self)
    expect("actorType", ActorType.self)
    expect("colour", ThemeColour.self)
    expect("approach", DiagnosisApproach.self)
    expect("tool", ExperimentTool.self)
    expect("phase", Phase.self)
    expect("language", SiteLanguage.self)
    expect("canvasModel", CanvasModel.self)
    expect("sectionName", SectionName.self, except: [SectionName.unsorted.rawValue])
    expect("mechanism", Mechanism.self)
    expect("flowNature", FlowNature.self)
    expect("forceSide", Force.Side.self)
    expect("forceNature", Force.Nature.self)
    expect("effectSide", Effect.Side.self)
    expect("effectSign", Effect.Sign.self)
    expect("role", LinkRole.self)
    expect("unit", CanevasModel.Unit.self)
    expect("period", Period.self)
    expect("durationUnit", CanevasModel.Duration.Unit.self)
    let closed = (schema.root["$defs"] as? [String: [String: Any]] ?? [:]).filter {
      $0.value["enum"] != nil
    }
    #expect(closed.count == 20)
  }

  /// Neither a draft's words nor its address are anywhere, nor what no page shows.
  @Test func draftsCommentsAndUnsortedTextAreNowhere() throws {
    for (path, text) in try Self.fixture() {
      for hidden in [
        "secrète", "secrete", "secrets.", "silence secret", "Madame X", "secret à ranger",
      ] {
        #expect(!text.contains(hidden), "\(path) contains \(hidden)")
        #expect(!path.contains("secret"), "\(path)")
      }
    }
  }

  @Test func theSourceIsPublishedAsItWasWritten() throws {
    let site = try Self.site(of: Self.project)
    for folder in ["fiches", "guide", "acteurs"] {
      let base = Self.project + "/canvases/" + folder + "/"
      for name in try FileManager.default.contentsOfDirectory(atPath: base) {
        let source = try String(contentsOfFile: base + name, encoding: .utf8)
        #expect(site[folder + "/" + name] == source, "\(folder)/\(name)")
      }
    }
  }

  @Test func everyPageTellsSearchEnginesOfItselfInAKilobyte() throws {
    let site = try Self.site(of: Self.project) { $0.site.baseURL = "https://exemple.org/canevas/" }
    for (path, html) in site where path.hasSuffix(".html") {
      let parts = html.components(separatedBy: "<script type=\"application/ld+json\">")
      guard parts.count > 1 else {
        // A document's page always does.
        #expect(site[path.replacing(".html", with: ".json")] == nil, "\(path)")
        continue
      }
      let data = parts[1].components(separatedBy: "</script>")[0]
      #expect(parts.count == 2 && data.utf8.count <= 1024, "\(path): \(data.utf8.count) bytes")
      #expect(try object(data)["@context"] as? String == "https://schema.org")
    }
    let html = try #require(site["fiches/angel-me.html"])
    #expect(html.contains(#""@type":"CreativeWork","@id":"https://exemple.org/canevas/fiches/"#))
  }

  private func object(_ text: String) throws -> [String: Any] {
    let read = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(read as? [String: Any])
  }
}

import CanevasModel
import CanevasSource
import CanevasSyntax
import CanevasTestSupport
import Foundation
import Testing

/// Documents of every kind, read and typed: each fixture has its model beside it as text.
@Suite struct ModelTests {
  /// The fixtures, named after the folder and file that they would be in a catalogue:
  /// `fiches+angel-me.md`.
  static let fixtures: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: fixturesFolder + "/model"))
    return (names ?? []).filter { $0.hasSuffix(".md") }.sorted()
  }()

  @Test(arguments: fixtures) func readsTheFixture(_ name: String) throws {
    let data = try Data(contentsOf: URL(filePath: "\(fixturesFolder)/model/\(name)"))
    let place = name.replacing("+", with: "/")
    let path = place.hasPrefix("seeds/") ? place : "canvases/" + place
    let file = SourceFile(path: path, bytes: [UInt8](data))
    let id = try #require(DocumentID(path: path))
    let document = TypedDocument(ParsedFile(file), id: id)
    expectGolden(ModelDump(document).text, at: "model/\(name.dropLast(3)).txt")
  }

  @Test func everyKindHasAFixture() {
    let kinds = Self.fixtures.compactMap { name in
      DocumentID(
        path: (name.hasPrefix("seeds") ? "" : "canvases/") + name.replacing("+", with: "/"))?
        .kind
    }
    #expect(Set(kinds) == Set(Kind.allCases))
  }

  @Test(arguments: [
    ("250 €/mois", "250 € par mois"), ("250 euros par mois", "250 € par mois"),
    ("15–20 %", "15…20 %"), ("15 à 20 %", "15…20 %"), ("3 000 m²", "3000 m²"),
    ("3\u{202F}000\u{A0}m2", "3000 m²"), ("700 000 €", "700000 €"), ("1,5 k€/an", "1.5 k€ par an"),
    ("12.25 €", "12.25 €"), ("10 ares", "10 ares"), ("35 mètres", "35 m"),
    ("un abonnement à 9 € l'heure", "9 € par heure"), ("2 moutons", "2 × moutons"),
    ("en 2014–2015", ""), ("dès 2012", ""), ("le 3", ""), ("B2B pour 2", ""), ("R2 D2 %", ""),
    ("10 premières années", ""), ("4 à 6 mois", "4…6 mois"), ("80% des trajets", "80 %"),
    ("999999999999999999999 €", ""),
  ])
  func amounts(text: String, expected: String) {
    let document = ParsedFile(SourceFile(path: "x.md", text: text)).document
    let found = document.blocks.flatMap { Amount.all(in: $0.text, counts: true) }
    #expect(found.map(describe).joined(separator: " ; ") == expected)
    for amount in found { #expect(document.file.text(amount.range).first?.isNumber == true) }
  }

  @Test(arguments: [
    ("45'", "45 min"), ("45 min", "45 min"), ("1 h 40", "100 min"), ("1h40'", "100 min"),
    ("6 h", "360 min"), ("2 jours", "2 jours"), ("4 à 6 mois", "4…6 mois"), ("1 an", "1 ans"),
    ("1 à 2 h", "60…120 min"),
  ])
  func durations(text: String, expected: String) {
    #expect(Duration(text).map(describe) == expected)
  }

  @Test(arguments: ["", "longtemps", "45", "1 h 75", "6 à 4 mois", "2 jours et demi", "h 40"])
  func textsThatAreNoDuration(text: String) {
    #expect(Duration(text) == nil)
  }

  @Test(arguments: CanvasModel.allCases) func everySectionOfACanvasHasItsPlaceOnThePoster(
    model: CanvasModel
  ) {
    let blocks = Set(model.sections.compactMap(\.posterBlock))
    #expect(blocks == Set(PosterBlock.allCases))
  }

  @Test func headingsAndKeysAreToldApartByTheirFoldedSpelling() {
    #expect(
      Set(SectionName.allCases.map { headingKey($0.heading) }).count == SectionName.allCases.count)
    #expect(
      Set(MetadataKey.allCases.map { folded($0.rawValue) }).count == MetadataKey.allCases.count)
  }
}

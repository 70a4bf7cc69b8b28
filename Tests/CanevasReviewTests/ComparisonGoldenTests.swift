import CanevasModel
import CanevasReport
import CanevasReview
import CanevasSource
import CanevasTestSupport
import FoundationEssentials
import Testing

/// Every pair `Fixtures/diff/*.old.md`, `*.new.md` has beside it what a reviewer reads.
@Suite struct ComparisonGoldenTests {
  static let names = [
    "fiches+texte", "fiches+argent", "fiches+flux", "fiches+forme", "fiches+conflit",
    "fiches+relecture",
    "guide+sections",
  ]

  static func version(_ version: String, of name: String) -> TypedDocument {
    let file = "\(fixturesFolder)/diff/\(name).\(version).md"
    let data = FileManager.default.contents(atPath: file) ?? Data()
    let path = "canvases/" + name.replacing("+", with: "/") + ".md"
    return TypedDocument(SourceFile(path: path, bytes: [UInt8](data)))
  }

  static func comparison(_ name: String) -> CatalogueComparison {
    CatalogueComparison([
      DocumentComparison(old: version("old", of: name), new: version("new", of: name))
    ])
  }

  @Test(arguments: names) func isToldInATerminal(_ name: String) {
    let text = ComparisonText(on: Screen(), in: .french).bytes(of: Self.comparison(name))
    expectGolden(String(decoding: text, as: UTF8.self), at: "diff/\(name).txt")
  }

  @Test(arguments: ["fiches+argent", "guide+sections", "fiches+conflit"])
  func isToldAsData(_ name: String) {
    let data = ComparisonJSON(toolVersion: "1.2.3", in: .french).bytes(of: Self.comparison(name))
    expectGolden(String(decoding: data, as: UTF8.self), at: "diff/\(name).json")
  }

  /// No line is wider than the terminal, but for a word that is.
  @Test(arguments: names, [40, 80, 120]) func staysWithinTheWidth(_ name: String, _ width: Int) {
    let screen = Screen(width: width, isColoured: false)
    let text = ComparisonText(on: screen, in: .french).bytes(of: Self.comparison(name))
    for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      #expect(columns(of: String(line)) <= width || words.count <= 3, "\(line)")
    }
  }

  /// Documents that came, went or were renamed, in English and in colours, each escape shown.
  @Test func documentsAreToldInShort() {
    let texte = Self.version("old", of: "fiches+texte")
    let flux = Self.version("old", of: "fiches+flux")
    let renamed = TypedDocument(
      SourceFile(path: "canvases/fiches/ressourcerie.md", bytes: flux.file.bytes))
    let comparison = CatalogueComparison([
      DocumentComparison(old: nil, new: texte),
      DocumentComparison(old: Self.version("old", of: "guide+sections"), new: nil),
      DocumentComparison(old: flux, new: renamed),
      DocumentComparison(
        old: Self.version("old", of: "fiches+argent"),
        new: Self.version("new", of: "fiches+argent")),
    ])
    let screen = Screen(width: 120, isColoured: true)
    let text = ComparisonText(on: screen, in: .english).bytes(of: comparison)
    let shown = String(decoding: text, as: UTF8.self).replacing("\u{1B}", with: "␛")
    expectGolden(shown, at: "diff/documents.en.txt")
  }
}

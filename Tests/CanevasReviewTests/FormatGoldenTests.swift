import CanevasCheck
import CanevasModel
import CanevasReview
import CanevasSource
import CanevasTestSupport
import FoundationEssentials
import Testing

/// Every `Fixtures/format/*.md` has an `*.expected.md` beside it: the same document formatted.
@Suite struct FormatGoldenTests {
  @Test(arguments: [
    "fiches+pele-mele", "fiches+metadonnees", "fiches+ordre", "guide+rien-de-perdu",
  ])
  func isFormatted(_ name: String) throws {
    let data = try Data(contentsOf: URL(filePath: fixturesFolder + "/format/\(name).md"))
    let path = "canvases/" + name.replacing("+", with: "/") + ".md"
    let file = SourceFile(path: path, bytes: Array(data))
    let formatted = file.applying(formattingEdits(of: TypedDocument(file)))
    expectGolden(formatted.text(formatted.wholeRange), at: "format/\(name).expected.md")
  }
}

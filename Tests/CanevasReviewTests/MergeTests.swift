import CanevasModel
import CanevasReview
import CanevasSource
import CanevasTestSupport
import FoundationEssentials
import Testing

/// Every folder of `Fixtures/merge` holds three versions of a canvas, and what merging them gives.
@Suite struct MergeFixtureTests {
  @Test(arguments: [
    "deux-ajouts", "points-differents", "meme-point", "metadonnees", "deplacements",
    "suppressions", "sections-ajoutees", "definitions", "mise-en-forme", "sous-points",
    "entete-yaml", "dispense", "dispenses", "paragraphe", "titre-change", "puces",
    "liste-et-definition",
  ])
  func isMerged(_ name: String) throws {
    func file(_ version: String) throws -> SourceFile {
      let data = try Data(
        contentsOf: URL(filePath: fixturesFolder + "/merge/\(name)/\(version).md"))
      return SourceFile(path: "canvases/fiches/cafe.md", bytes: Array(data))
    }
    let input = Merge.Input(
      base: try file("base"), ours: try file("ours"), theirs: try file("theirs"),
      id: DocumentID(.canvas, "cafe"))
    let merge = Merge(input)
    expectGolden(String(decoding: merge.bytes, as: UTF8.self), at: "merge/\(name)/merged.md")
  }
}

@Suite struct MergeTests {
  private static let canvas = "# Essai\n\n- Statut : idée\n\n## CIBLES CLIENTS\n\n- a\n- b\n"

  private func merge(
    _ base: String, _ ours: String, _ theirs: String, _ marks: Merge.Marks = Merge.Marks()
  ) -> (text: String, conflicts: [Merge.Conflict]) {
    func file(_ text: String) -> SourceFile {
      SourceFile(path: "canvases/fiches/essai.md", text: text)
    }
    let merge = Merge(
      Merge.Input(
        base: file(base), ours: file(ours), theirs: file(theirs),
        id: DocumentID(.canvas, "essai")),
      marks: marks)
    return (String(decoding: merge.bytes, as: UTF8.self), merge.conflicts)
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func lineEndsStay(_ lineEnd: String) {
    func written(_ text: String) -> String { text.replacing("\n", with: lineEnd) }
    let (text, conflicts) = merge(
      written(Self.canvas), written(Self.canvas.replacing("- b", with: "- b\n- c")),
      written(Self.canvas.replacing("- b", with: "- b\n- d")))
    #expect(text == written(Self.canvas.replacing("- b", with: "- b\n- c\n- d")))
    #expect(conflicts.isEmpty)
  }

  @Test func theSideThatChangesTheFormHasItsWay() {
    let ours = "\u{FEFF}" + Self.canvas.replacing("\n", with: "\r\n")
    let theirs = Self.canvas.replacing("- b\n", with: "- b\n- c")
    let expected = ours.replacing("- b\r\n", with: "- b\r\n- c")
    #expect(merge(Self.canvas, ours, theirs).text == expected)
    #expect(merge(Self.canvas, theirs, ours).text == expected)
  }

  @Test func conflictsTellWhereTheyAre() throws {
    let (text, conflicts) = merge(
      Self.canvas, Self.canvas.replacing("- b", with: "- bc"),
      Self.canvas.replacing("- b", with: "- bd\n- e"))
    #expect(
      text.hasSuffix(
        """
        - a
        <<<<<<< ours · CIBLES CLIENTS
        - bc
        =======
        - bd
        >>>>>>> theirs · CIBLES CLIENTS
        - e

        """))
    let conflict = try #require(conflicts.first)
    #expect(conflicts.count == 1)
    #expect(conflict.headings == ["CIBLES CLIENTS"])
    #expect(conflict.subject == "bc")
    #expect(conflict.lines == 8...12)
    #expect(conflict.base == 8...8)
  }

  @Test func aValueInConflictIsNamedAfterItsKey() {
    func reviewed(_ fingerprint: String) -> String {
      "# Essai\n\n- Revu : 2026-11-21\n  - [A](../cas/a.md) (\(fingerprint))\n"
    }
    let (text, conflicts) = merge(reviewed("11111111"), reviewed("22222222"), reviewed("33333333"))
    #expect(conflicts.count == 1)
    #expect(text.contains("<<<<<<< ours · Revu\n  - [A](../cas/a.md) (22222222)\n"))
  }

  @Test func marksAreAsAsked() {
    var marks = Merge.Marks()
    marks.size = 9
    (marks.ours, marks.base, marks.theirs) = ("HEAD", "a1b2c3", "branche")
    marks.showsBase = true
    let (text, _) = merge(
      Self.canvas, Self.canvas.replacing("idée", with: "retenue"),
      Self.canvas.replacing("idée", with: "testée"), marks)
    #expect(
      text.contains(
        """
        <<<<<<<<< HEAD · Statut
        - Statut : retenue
        ||||||||| a1b2c3 · Statut
        - Statut : idée
        =========
        - Statut : testée
        >>>>>>>>> branche · Statut

        """))
  }

  @Test func aMarkerOpensItsLine() {
    let ours = "\u{FEFF}" + Self.canvas.replacing("Essai", with: "Un")
    let (text, _) = merge(Self.canvas, ours, Self.canvas.replacing("Essai", with: "Deux"))
    #expect(text.hasPrefix("<<<<<<< ours\n# Un\n=======\n# Deux\n>>>>>>> theirs\n\n- Statut"))
  }

  @Test func whatIsNoTextStaysOurs() {
    let (text, conflicts) = merge("a\u{0}", "b\u{0}", "c\u{0}")
    #expect(text == "b\u{0}")
    #expect(conflicts.map(\.lines) == [nil])
  }

  @Test func anEmptyBaseUnitesTwoNewDocuments() {
    let (text, conflicts) = merge(
      "", Self.canvas, Self.canvas.replacing("- b", with: "- c").replacing("idée", with: "testée"))
    #expect(conflicts.map(\.subject) == ["Statut"])
    #expect(text.hasSuffix("- a\n- b\n- c\n"))
  }
}

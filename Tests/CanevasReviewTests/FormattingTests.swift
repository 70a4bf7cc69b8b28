import CanevasCheck
import CanevasLink
import CanevasModel
import CanevasReview
import CanevasSource
import CanevasSyntax
import CanevasTestSupport
import Testing

@Suite struct FormattingTests {
  private static let canvas = "# Essai\n\n- Statut : idée\n\n## CIBLES CLIENTS\n\n- a\n- b\n"

  private func document(_ text: String, _ path: String = "canvases/fiches/essai.md")
    -> TypedDocument
  {
    TypedDocument(SourceFile(path: path, text: text))
  }

  private func formatted(_ text: String) -> String {
    let document = document(text)
    let file = document.file.applying(formattingEdits(of: document))
    return file.text(file.wholeRange)
  }

  @Test func whatIsCanonicalGetsNoEdit() {
    #expect(formattingEdits(of: document(Self.canvas)) == [])
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func lineEndsStayAsMostAre(_ lineEnd: String) {
    let messy = Self.canvas.replacing("- b\n", with: "* b").replacing("\n\n", with: "\n\n\n")
    let expected = Self.canvas.replacing("- b\n", with: "\n* b\n")
    #expect(
      formatted(messy.replacing("\n", with: lineEnd))
        == expected.replacing("\n", with: lineEnd))
  }

  @Test func mixedLineEndsBecomeOne() {
    let mixed = Self.canvas.replacing("idée\n", with: "idée\r\n")
    #expect(formatted("\u{FEFF}" + mixed) == Self.canvas)
  }

  @Test(arguments: [
    ("<<<<<<< HEAD\n- a\n=======\n* b\n>>>>>>> x", Defect.Kind.conflictMarker),
    ("\u{0}", .nulByte),
  ])
  func whatIsDoubtfulIsLeftAlone(_ text: String, _ kind: Defect.Kind) {
    let document = document("# Essai\n*  a\n\n\n" + text)
    #expect(formattingEdits(of: document) == [])
    #expect(formattingObstacle(of: document)?.kind == kind)
  }

  @Test func aFrontMatterIsLeftAlone() {
    let document = document("---\ntitle: Essai\n---\n*  a\n")
    #expect(formattingEdits(of: document) == [])
    #expect(formattingObstacle(of: document)?.kind == .frontMatter)
  }

  @Test func sectionsUnderTwoTitlesStayWhereTheyAre() {
    let text = "# Un\n\n# Deux\n\n## POLICY MAKING\n\n- a\n\n## CIBLES CLIENTS\n\n- b\n"
    #expect(formatted(text.replacing("- a", with: "*   a")) == text)
  }

  @Test func editsAreSmall() {
    let text = Self.canvas.replacing("CIBLES CLIENTS", with: "Cibles clients")
      .replacing("- a", with: "*  a").replacing("- b\n", with: "*  b")
    let document = document(text)
    let changes = formattingEdits(of: document).map { edit in
      "\(document.file.text(edit.range)) → \(edit.replacement)"
    }
    #expect(changes == ["ibles clients → IBLES CLIENTS", "*  → -", "*  b → - b\n"])
  }

  @Test func aRangeTakesTheEditsOfItsBlocks() {
    let text = Self.canvas + "\n## ENJEUX / SOLUTION\n*  c\n\n\n\nd\n"
    let document = document(text.replacing("- a\n- b", with: "* a\n* b"))
    let place = ByteRange(at: text.utf8.count - 8)
    let edits = formattingEdits(of: document, in: place)
    let file = document.file.applying(edits)
    #expect(
      file.text(file.wholeRange)
        == text.replacing("- a\n- b", with: "* a\n* b").replacing("\n*  c", with: "\n\n- c"))
  }

  @Test func aRangeMovesNoSection() {
    let text = "# Essai\n\n## POLICY MAKING\n\n- a\n\n## CIBLES CLIENTS\n\n- b\n"
    let document = document(text)
    #expect(formattingEdits(of: document, in: document.file.wholeRange) == [])
    #expect(formattingEdits(of: document) != [])
  }

  /// What formatting settles, no rule has anything left to say of.
  private static let settled = [
    "titre-variante", "titre-de-mauvais-niveau", "section-mal-placee", "marque-d-ordre",
    "fins-de-ligne-melees",
  ]

  @Test(arguments: settled) func noRuleOnLayoutHasAnythingToSay(_ code: String) throws {
    let rule = try #require(Rule.named(code))
    for example in rule.documentation.examples {
      func codes(_ file: SourceFile) -> [String] {
        check(Catalogue([ReadFile(file)])).map(\.code).filter { Self.settled.contains($0) }
      }
      let file = SourceFile(path: example.path, text: MarkedText(example.bad).text)
      #expect(codes(file) == [code])
      #expect(codes(file.applying(formattingEdits(of: TypedDocument(file)))) == [])
    }
  }

  /// Those of the project's documents that are canonical and have no heading that is unknown.
  private static let tidyDocuments = sourceDocuments.filter { file in
    let document = TypedDocument(file)
    let isKnown =
      document.canon.isEmpty || document.sections.allSatisfy { $0.name != nil }
    return isKnown && formattingObstacle(of: document) == nil
      && formattingEdits(of: document).isEmpty
  }

  /// The project's own documents are canonical: whatever is done to their layout, formatting brings
  /// them back, byte for byte.
  @Test(arguments: tidyDocuments)
  func aMessIsTidiedUp(_ file: SourceFile) {
    for seed in 0..<4 {
      var mess = Mess(seed: UInt64(seed))
      let messy = SourceFile(path: file.path, text: mess.made(of: TypedDocument(file)))
      let formatted = messy.applying(formattingEdits(of: TypedDocument(messy)))
      #expect(messy.bytes != file.bytes)
      #expect(formatted.bytes == file.bytes, "\(messy.text(messy.wholeRange))")
    }
  }

  @Test func theProjectsDocumentsAreCanonical() {
    #expect(Self.tidyDocuments.count > 80)
  }
}

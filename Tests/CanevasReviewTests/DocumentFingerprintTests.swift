import CanevasCheck
import CanevasModel
import CanevasReview
import CanevasSource
import CanevasSyntax
import CanevasTestSupport
import Testing

/// A document's fingerprint outlives every change of form, and no other.
@Suite struct DocumentFingerprintTests {
  private static let readable = sourceDocuments.filter {
    formattingObstacle(of: TypedDocument($0)) == nil
  }

  @Test(arguments: readable) func formLeavesItAsItIs(_ file: SourceFile) {
    let document = TypedDocument(file)
    let formatted = file.applying(formattingEdits(of: document))
    #expect(TypedDocument(formatted).fingerprint == document.fingerprint)
    let tidy = TypedDocument(formatted)
    // How a heading is spelt that no section has, its author chose.
    guard tidy.sections.allSatisfy({ $0.name != nil }) || tidy.canon.isEmpty else { return }
    for seed in 0..<4 {
      var mess = Mess(seed: UInt64(seed))
      let messy = TypedDocument(SourceFile(path: file.path, text: mess.made(of: tidy)))
      #expect(
        messy.fingerprint == document.fingerprint, "\(messy.file.text(messy.file.wholeRange))")
    }
  }

  /// Each word of what is read, and each destination of a link.
  @Test(arguments: readable) func everyWordCounts(_ file: SourceFile) {
    let document = TypedDocument(file)
    let words = Words(document).ranges
    #expect(!words.isEmpty)
    let step = max(1, words.count / 25)
    for index in stride(from: 0, to: words.count, by: step) {
      let changed = file.applying([TextEdit(ByteRange(at: words[index].lowerBound), "zq")])
      #expect(
        TypedDocument(changed).fingerprint != document.fingerprint,
        "« \(file.text(words[index])) » of \(file.path) went unheard")
    }
  }

  @Test(arguments: 0..<20) func documentsThatMeanTheSameHaveTheSame(_ seed: UInt64) {
    var random = RandomCanvas(seed: seed &+ 900)
    for _ in 0..<80 {
      let file = SourceFile(path: "canvases/fiches/page.md", text: random.canvas())
      let document = TypedDocument(file)
      // Which of two sections of one name is the double, their order tells.
      guard !document.defects.contains(where: \.kind.isDuplicateHeading) else { continue }
      let formatted = TypedDocument(file.applying(formattingEdits(of: document)))
      #expect(
        formatted.fingerprint == document.fingerprint,
        "\(file.text(file.wholeRange).debugDescription)")
    }
  }

  private static let theme = """
    # Quartier

    - Couleur : vert
    - Diagnostic : [Un](../diagnostics/un.md) ; [Deux](../diagnostics/deux.md)

    ## ENJEU STRATÉGIQUE RÉGIONAL

    Des services
    partagés, dits **communs**.

    ## OPPORTUNITÉ

    - a
    - b
    """

  private func fingerprint(_ text: String) -> DocumentFingerprint {
    TypedDocument(SourceFile(path: "canvases/themes/quartier.md", text: text)).fingerprint
  }

  @Test(arguments: [
    ("services\npartagés", "services partagés"), ("- a\n- b", "* a\n\n* b"),
    ("- a\n- b", "- a\n* b"), ("- a\n- b", "1. a\n2. b"), ("dits **", "dits\u{A0}**"),
    ("**communs**", "__communs__"),
    ("- a", "<!-- note -->\n- a"), ("partagés,", "partagés, <!-- ? -->"),
    ("- Couleur", "- Ancien nom : voisins\n- Couleur"), ("- Couleur", "- **couleur**"),
    ("- a", "<!-- canevas-ignore x : y -->\n- a"), ("- b", "- b\n\n[ref]: /inutile\n"),
    ("- Diagnostic : [Un]", "- Diagnostic :\n  - [Un]"), ("## OPP", "##  Opp"),
  ])
  func whatIsForm(_ part: String, _ other: String) {
    #expect(Self.theme.contains(part))
    #expect(fingerprint(Self.theme.replacing(part, with: other)) == fingerprint(Self.theme))
  }

  @Test func theOrderOfKeysAndFixedSectionsIsForm() {
    let swapped = """
      # Quartier

      - Diagnostic : [Un](../diagnostics/un.md) ; [Deux](../diagnostics/deux.md)
      - Couleur : vert

      ## OPPORTUNITÉ

      - a
      - b

      ## ENJEU STRATÉGIQUE RÉGIONAL

      Des services partagés, dits **communs**.
      """
    #expect(fingerprint(swapped) == fingerprint(Self.theme))
  }

  @Test(arguments: [
    ("Quartier", "quartier"), ("vert", "bleu"), ("un.md", "deux.md"), ("- a\n- b", "- b\n- a"),
    ("**communs**", "communs"), ("- b", "  - b"), ("- a\n", ""),
    ("partagés", "partagé"), ("partagés, dits", "partagés dits"), (" ; [Deux]", " et [Trois]"),
    ("(../diagnostics/un.md)", "(../diagnostics/un.md) (1re)"), ("- b", "- b\n\n## SUITE"),
    ("OPPORTUNITÉ", "QUESTIONS CLÉS"),
  ])
  func whatIsMeaning(_ part: String, _ other: String) {
    #expect(Self.theme.contains(part))
    #expect(
      fingerprint(Self.theme.replacing(part, with: other)) != fingerprint(Self.theme))
  }

  /// Records of reviews hold fingerprints: were they others for the same words, every canvas that
  /// was ever reviewed would have to be read again.
  @Test func itStaysTheSameFromVersionToVersion() {
    #expect(fingerprint(Self.theme).description == "edb30f12")
  }

  @Test func itIsWrittenInEightDigits() {
    let written = fingerprint(Self.theme).description
    #expect(written.utf8.count == 8)
    #expect(DocumentFingerprint(written) == fingerprint(Self.theme))
    #expect(DocumentFingerprint(written.uppercased()) == fingerprint(Self.theme))
    for text in ["", "abc", "0123456g", "123456789", "+1234567"] {
      #expect(DocumentFingerprint(text) == nil)
    }
  }
}

extension Defect.Kind {
  fileprivate var isDuplicateHeading: Bool {
    if case .duplicateHeading = self { true } else { false }
  }
}

/// Where the words of a document stand that are read as they are written.
private struct Words {
  private(set) var ranges: [ByteRange] = []

  init(_ document: TypedDocument) {
    let metadata = document.head.metadata
    let fixed = Set(document.sections.filter { $0.name != nil }.map(\.heading.range))
    for block in document.document.blocks {
      if block.isList, metadata.range?.contains(block.range) == true { continue }
      if !fixed.contains(block.range) { visit(block) }
    }
    for entry in metadata.entries where entry.key != .formerName && entry.key != .reviewed {
      ranges += entry.values.map(\.text.range)
    }
    ranges.sort()
  }

  private mutating func visit(_ block: Block) {
    for inline in block.inlines { visit(inline) }
    for child in block.children { visit(child) }
  }

  private mutating func visit(_ inline: Inline) {
    if inline.isVerbatim { ranges.append(inline.range) }
    for child in inline.children { visit(child) }
  }
}

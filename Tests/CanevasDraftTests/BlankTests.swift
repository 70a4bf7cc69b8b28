import CanevasCheck
import CanevasDraft
import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax
import CanevasTestSupport
import Testing

/// Blanks of every kind: what they ask, and that nothing in them is wrong yet.
@Suite struct BlankTests {
  static let kinds = Kind.allCases.filter { $0 != .catalogue }

  private static func blank(
    _ kind: Kind, _ model: CanvasModel = .circular, title: String = "Un essai"
  ) -> (path: String, text: [UInt8]) {
    var blank = Blank(kind, title: title)
    blank.model = model
    let path = kind.folder + "/un-essai.md"
    return (path, blank.text(for: path, from: templates))
  }

  @Test(arguments: kinds, CanvasModel.allCases)
  func nothingIsWrongInABlank(kind: Kind, model: CanvasModel) throws {
    let (path, text) = Self.blank(kind, kind == .canvas ? model : .circular)
    let read = try ReadDocument(text, at: path)
    #expect(read.errors.isEmpty)
    #expect(read.warnings.isSubset(of: ["texte-a-preciser"]), "\(read.warnings)")
    #expect(read.document.title == "Un essai")
    #expect(text.last == UInt8(ascii: "\n") && text.suffix(2) != Array("\n\n".utf8)[...])
  }

  @Test(arguments: kinds, CanvasModel.allCases)
  func allHeadingsAndKeysAreThere(kind: Kind, model: CanvasModel) throws {
    let model = kind == .canvas ? model : .circular
    let (path, text) = Self.blank(kind, model)
    let read = try ReadDocument(text, at: path)
    let sections = kind.sections(in: model) ?? []
    #expect(read.document.sections.compactMap(\.name) == sections)
    let source = String(decoding: text, as: UTF8.self)
    for section in sections { #expect(source.contains(section.guidance.question.french)) }
    let later: [MetadataKey] = [.formerName, .reviewed, .draft, .model]
    for key in kind.keys where !later.contains(key) {
      #expect(source.contains("- \(key.rawValue) : "), "\(key)")
    }
  }

  @Test(arguments: kinds) func isAsItWasRead(kind: Kind) {
    let text = Self.blank(kind).text
    expectGolden(
      String(decoding: text, as: UTF8.self), at: "draft/blanks/\(kind.rawValue).md")
  }

  @Test func aThemeIsLinkedAndAModelNamed() throws {
    var blank = Blank(.canvas, title: "Un essai")
    blank.theme = ("Le [quartier]", "canvases/themes/quartier.md")
    blank.model = .businessModelCanvas
    let path = "canvases/fiches/un-essai.md"
    let read = try ReadDocument(blank.text(for: path, from: templates), at: path)
    #expect(read.errors.isEmpty)
    guard case .canvas(let facts) = read.document.facts else { return #expect(Bool(false)) }
    #expect(facts.themes.map(\.text.plain) == ["Le [quartier]"] && facts.themes[0].link != nil)
    #expect(facts.model == .businessModelCanvas && facts.status.value == .idea)
  }

  @Test(arguments: 0..<20)
  func theTitleIsReadAsItWasGiven(seed: UInt64) throws {
    let pieces = [
      "a", "é", "mot", " ", "  ", "#", "##", " #", "*", "**", "_", "__", "`", "[", "]", "](", ")",
      "]:",
      "![", "<", ">", "<b>", "</b>", "<!--", "-->", "<https://a.b>", "&", "&amp;", "&#65;", ";",
      "\\",
      "\\\\", "-", "- ", "+", "1.", "=", "~~~", "{{", "}}", "\u{A0}", "\"", "'", "🐑", "«", "»", ":",
      "|",
    ]
    var random = SplitMix(state: seed)
    for _ in 0..<100 {
      let count = Int.random(in: 1...8, using: &random)
      let title = (0..<count).map { _ in pieces.randomElement(using: &random)! }.joined()
        .trimming { $0 == " " || $0 == "\u{A0}" }
      guard !title.isEmpty else { continue }
      let (path, text) = Self.blank(.theme, title: title)
      let read = try ReadDocument(text, at: path)
      #expect(read.document.head.title.value?.plain == title)
      #expect(read.errors.isEmpty)
    }
  }
}

extension String {
  fileprivate func trimming(_ isSpace: (Character) -> Bool) -> String {
    var rest = drop(while: isSpace)
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return String(rest)
  }
}

/// The names that new documents get.
@Suite struct FreeNameTests {
  private let taken: TakenNames

  init() {
    let files = [
      "canvases/catalogue.md": "# Catalogue\n",
      "canvases/acteurs/ferme.md": "# La ferme\n\n- Ancien nom : La Grange ; etable\n",
      "canvases/acteurs/nord/ferme-2.md": "# Une autre\n",
      "canvases/acteurs/Cpas.md": "# CPAS\n",
      "canvases/fiches/moulin.md": "# Moulin\n",
    ]
    let read = files.map { ReadFile(SourceFile(path: $0, text: $1)) }
    taken = TakenNames(of: .actor, in: Catalogue(read), others: ["Brouette.md", "photo.jpg"])
  }

  @Test(arguments: [
    ("Bel été", "bel-ete"), ("Ferme", "ferme-3"), ("la Grange", "la-grange-2"),
    ("Étable", "etable-2"), ("CPAS", "cpas-2"), ("Moulin", "moulin"), ("Brouette", "brouette-2"),
    ("Photo", "photo"), ("Index", "index-2"), ("東京", "sans-nom"),
    (
      String(repeating: "un mot de plus ", count: 9),
      "un-mot-de-plus-un-mot-de-plus-un-mot-de-plus-un-mot-de-plus-un-mot-de-plus-un"
    ),
    (String(repeating: "a", count: 200), String(repeating: "a", count: 80)),
  ])
  func isNobodyElses(title: String, slug: String) {
    #expect(taken.free(for: title).slug == slug)
  }
}

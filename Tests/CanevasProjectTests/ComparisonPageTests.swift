import CanevasModel
import CanevasProject
import CanevasRender
import CanevasReview
import CanevasSource
import CanevasSyntax
import CanevasTestSupport
import FoundationEssentials
import Testing

/// The page of a comparison as text; `Tests/Browser` looks at it.
@Suite struct ComparisonPageTests {
  private static let names = [
    "fiches+texte", "fiches+argent", "fiches+flux", "fiches+forme", "fiches+conflit",
    "guide+sections",
  ]

  private func document(_ file: SourceFile) -> TypedDocument {
    let id = DocumentID(path: file.path) ?? DocumentID(.canvas, "x")
    return TypedDocument(ParsedFile(file), id: id)
  }

  private func version(_ version: String, of name: String) -> TypedDocument {
    let data = FileManager.default.contents(
      atPath: "\(fixturesFolder)/diff/\(name).\(version).md")
    let path = "canvases/" + name.replacing("+", with: "/") + ".md"
    return document(SourceFile(path: path, bytes: [UInt8](data ?? Data())))
  }

  private func page(
    _ comparison: CatalogueComparison, linkBase: String? = nil,
    in language: MessageLanguage = .french
  ) -> PageText {
    let page = ComparisonPage(
      comparison, old: "main", new: "<b>&", linkBase: linkBase, language: language,
      templates: .builtIn())
    return PageText(String(decoding: page.html(), as: UTF8.self))
  }

  private var all: CatalogueComparison {
    let texte = version("new", of: "fiches+texte")
    return CatalogueComparison(
      Self.names.map {
        DocumentComparison(old: version("old", of: $0), new: version("new", of: $0))
      } + [
        DocumentComparison(old: nil, new: texte), DocumentComparison(old: texte, new: nil),
      ])
  }

  @Test(arguments: MessageLanguage.allCases) func isWellMade(_ language: MessageLanguage) {
    var all = all
    all.sideEffects = [
      SideEffect(
        kind: .linkBroken, message: Bilingual("<i>", "<i>"),
        file: SourceFile(path: "canvases/<b>.md", text: "# a\n"), range: ByteRange(at: 2),
        code: "document-introuvable")
    ]
    let page = page(all, linkBase: "https://x.example/", in: language)
    #expect(page.mistakes == [])
    #expect(Set(page.ids).count == page.ids.count)
    let local = page.addresses.filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
    #expect(local.filter { !page.ids.contains($0) } == [])
    #expect(page.addresses.allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("https://x.example/") })
  }

  /// Each word of both versions is on the page, as kept, taken out or put in.
  @Test(arguments: names) func saysAllThatBothVersionsSay(_ name: String) {
    expectAll(DocumentComparison(old: version("old", of: name), new: version("new", of: name)))
  }

  /// Lists in lists, before any section and below what looks like an entry.
  @Test(arguments: ["canvases/guide/x.md", "canvases/fiches/x.md"])
  func saysWhatStandsBeforeTheSections(_ path: String) {
    func version(_ list: String) -> TypedDocument {
      document(SourceFile(path: path, text: "# Titre\n\n\(list)\n\n## Suite\n\n- fin\n"))
    }
    let old = version("- Statut : idée\n- un\n  - deux\n- Clé : trois\n  - quatre")
    let new = version("- Statut : retenue\n  - un\n- deux\n  - quatre\n- Clé : cinq\n  - six")
    expectAll(DocumentComparison(old: old, new: new))
  }

  private func expectAll(_ comparison: DocumentComparison) {
    let page = page(CatalogueComparison([comparison]))
    let text = page.text
    let local = page.addresses.filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
    #expect(local.filter { !page.ids.contains($0) } == [])
    guard comparison.fate == .changed else { return }
    for tree in [comparison.old, comparison.new].compactMap(\.self) {
      let reading = PieceReading(tree)
      for (index, piece) in tree.pieces.enumerated()
      where piece.kind != .comment && piece.kind != .document {
        let said = letters(reading.text(of: index))
        #expect(letters(text).contains(said), "\(said)")
      }
    }
  }

  /// Nothing that an author writes acts.
  @Test func hostileTextsAreText() {
    let evil =
      #"</p></style></details><script>alert(1)</script><img src=x onerror="a()"> "q" {{t}}"#
    func version(_ number: Int) -> TypedDocument {
      let text = """
        # \(evil) \(number)

        - Statut : `\(evil)` \(number)
        - `\(evil)` : \(number)

        ## `\(evil)`

        - **`\(evil)`** : \(number)
        - [a](javascript:alert\(number))

        ## SYSTEM MAP

        - `\(evil)` → b : `\(evil)` \(number) (matériel)
        """
      return document(SourceFile(path: "canvases/fiches/\"><b>\(number).md", text: text))
    }
    let comparison = CatalogueComparison([DocumentComparison(old: version(1), new: version(2))])
    let page = page(comparison, linkBase: "https://x\"><script>/")
    #expect(page.mistakes == [])
    #expect(page.elements.isDisjoint(with: ["script", "img", "b\""]))
    #expect(page.addresses.allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("https://x%22") })
  }

  private func letters(_ text: String) -> String {
    text.filter { $0.isLetter || $0.isNumber }.replacing("’", with: "")
  }
}

/// What stands in a page: its elements, each closed where it has to be.
private struct PageText {
  private(set) var elements: Set<String> = []
  private(set) var ids: [String] = []
  private(set) var addresses: [String] = []
  private(set) var mistakes: [String] = []
  /// All that is read, a space between elements.
  private(set) var text = ""

  init(_ html: String) {
    var open: [String] = []
    var isStyle = false
    for part in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      guard let end = part.firstIndex(of: ">") else {
        mistakes.append("no end: \(part.prefix(40))")
        continue
      }
      let tag = part[..<end]
      let name = String(tag.prefix { $0 != " " && $0 != "\n" })
      if name.first == "/" {
        let last = open.popLast()
        if last != String(name.dropFirst()) { mistakes.append("\(name) closes \(last ?? "")") }
        isStyle = false
      } else if name.first != "!" {
        elements.insert(name)
        if !["meta", "br", "link"].contains(name) { open.append(name) }
        isStyle = name == "style"
        if let id = value(of: "id", in: tag) { ids.append(id) }
        if let address = value(of: "href", in: tag) { addresses.append(address) }
      }
      if !isStyle { text += part[part.index(after: end)...] }
    }
    if !open.isEmpty { mistakes.append("open: \(open)") }
  }

  private func value(of attribute: String, in tag: Substring) -> String? {
    guard let start = tag.firstRange(of: " \(attribute)=\"") else { return nil }
    return tag[start.upperBound...].split(separator: "\"", maxSplits: 1).first.map(String.init)
  }
}

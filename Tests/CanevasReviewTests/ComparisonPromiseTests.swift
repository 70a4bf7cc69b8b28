import CanevasCheck
import CanevasModel
import CanevasReview
import CanevasSource
import CanevasTestSupport
import Testing

/// A comparison tells of a change exactly where two versions mean different things.
@Suite struct ComparisonPromiseTests {
  @Test(arguments: sourceDocuments) func realDocuments(_ file: SourceFile) {
    var edits = RandomEdits(seed: UInt64(file.bytes.count))
    let document = TypedDocument(file)
    expectPromise(document, document)
    expectNoChange(document, file.applying(formattingEdits(of: document)))
    for _ in 0..<6 {
      expectPromise(document, TypedDocument(edits.edited(file)))
    }
  }

  @Test(arguments: ComparisonGoldenTests.names) func fixtures(_ name: String) {
    let old = ComparisonGoldenTests.version("old", of: name)
    let new = ComparisonGoldenTests.version("new", of: name)
    expectPromise(old, new)
    expectPromise(new, old)
    var edits = RandomEdits(seed: 11)
    for _ in 0..<40 { expectPromise(old, TypedDocument(edits.edited(new.file))) }
  }

  @Test(arguments: 0..<20) func randomCanvases(_ seed: UInt64) {
    var random = RandomCanvas(seed: seed &+ 900)
    var edits = RandomEdits(seed: seed)
    for number in 0..<50 {
      let path = number % 4 == 0 ? "canvases/guide/page.md" : "canvases/fiches/page.md"
      let document = TypedDocument(SourceFile(path: path, text: random.canvas()))
      let edited = TypedDocument(edits.edited(document.file))
      expectPromise(document, edited)
      expectPromise(edited, document)
      expectNoChange(document, document.file.applying(formattingEdits(of: document)))
    }
  }

  @Test func ofAVersionThatCannotBeReadNothingIsSaidToBeGone() {
    let path = "canvases/fiches/x.md"
    let readable = TypedDocument(SourceFile(path: path, text: "# X\n\n- Statut : idée\n"))
    let unreadable = TypedDocument(SourceFile(path: path, bytes: [0x23, 0x20, 0xE9, 0x0A]))
    for (old, new) in [(readable, unreadable), (unreadable, readable)] {
      let comparison = DocumentComparison(old: old, new: new)
      #expect(comparison.changes.isEmpty)
      #expect(comparison.isHidden)
      #expect(comparison.fate == .changed)
    }
  }

  @Test func aRecordWhoseDocumentWasRenamedIsNoReview() {
    func version(_ theme: String) -> TypedDocument {
      let text = "# X\n\n- Revu : 2026-03-12\n  - [Q](../themes/\(theme).md) (16c7c794)\n"
      return TypedDocument(SourceFile(path: "canvases/fiches/x.md", text: text))
    }
    let comparison = DocumentComparison(old: version("quartier"), new: version("quartiers"))
    #expect(
      comparison.changes.flatMap(\.facts) == [
        .destination(text: "Q", old: "../themes/quartier.md", new: "../themes/quartiers.md")
      ])
  }

  private func expectNoChange(_ old: TypedDocument, _ new: SourceFile) {
    let comparison = DocumentComparison(old: old, new: TypedDocument(new))
    if comparison.fate != .same {
      Issue.record("\(comparison.changes) by formatting \(old.file.shown) to \(new.shown)")
    }
  }

  private func expectPromise(_ old: TypedDocument, _ new: TypedDocument) {
    let comparison = DocumentComparison(old: old, new: new)
    let isSame =
      comparison.old?.meaning == comparison.new?.meaning && waivers(of: old) == waivers(of: new)
    if comparison.changes.isEmpty != isSame {
      Issue.record(
        "\(comparison.changes.count) changes from \(old.file.shown) to \(new.file.shown)")
    }
    for change in comparison.changes { expectSound(change, in: comparison) }
  }

  /// The runs make up both texts, and what did not change is not told as changed.
  private func expectSound(_ change: Change, in comparison: DocumentComparison) {
    #expect(change.old != nil || change.new != nil)
    guard change.action == .changed, let old = change.old, let new = change.new else { return }
    if change.runs.isEmpty {
      #expect(!change.facts.isEmpty || old.piece == nil, "\(change)")
      return
    }
    let before = change.runs.filter { $0.kind != .added }.map(\.text).joined()
    let after = change.runs.filter { $0.kind != .removed }.map(\.text).joined()
    #expect(normal(before) == normal(old.text))
    #expect(normal(after) == normal(new.text))
    #expect(change.runs.contains { $0.kind != .kept })
  }

  private func normal(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func waivers(of document: TypedDocument) -> [String] {
    let tree = PieceTree(document)
    return document.waivers.map { waiver in
      let target = waiver.target.flatMap { target in
        tree.pieces.last {
          $0.kind != .comment && $0.kind != .document && $0.lines.lowerBound <= target.lowerBound
            && target.lowerBound < $0.lines.upperBound
        }
      }
      return "\(waiver.code) : \(waiver.reason) : \(target?.ownMeaning ?? 0)"
    }.sorted()
  }
}

/// Changes that authors make, at random: lines taken out, put elsewhere, doubled, words exchanged.
struct RandomEdits {
  private var numbers: SplitMix

  init(seed: UInt64) {
    numbers = SplitMix(state: seed)
  }

  mutating func edited(_ file: SourceFile) -> SourceFile {
    var lines = file.text(file.wholeRange).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    for _ in 0..<Int.random(in: 1...4, using: &numbers) { edit(&lines) }
    return SourceFile(path: file.path, text: lines.joined(separator: "\n"))
  }

  private mutating func edit(_ lines: inout [String]) {
    guard !lines.isEmpty else { return }
    let place = Int.random(in: lines.indices, using: &numbers)
    switch Int.random(in: 0..<9, using: &numbers) {
    case 0: lines.remove(at: place)
    case 1:
      lines.insert(lines.remove(at: place), at: lines.indices.randomElement(using: &numbers) ?? 0)
    case 2: lines.insert(lines[place], at: place)
    case 3:
      lines.insert(
        ["", "- **Ajout** : 12 €", "Un ajout."].randomElement(using: &numbers)!, at: place)
    case 4: lines.insert("<!-- canevas-ignore a-b : une raison -->", at: place)
    case 5: lines.insert("<!-- une note -->", at: place)
    case 6: lines[place] = lines[place].replacing("e ", with: "é ", maxReplacements: 1)
    case 7: lines[place] = lines[place].replacing("**", with: "*")
    default:
      var words = lines[place].split(separator: " ", omittingEmptySubsequences: false)
      words.shuffle(using: &numbers)
      lines[place] = words.joined(separator: " ")
    }
  }
}

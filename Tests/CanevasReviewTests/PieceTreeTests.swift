import CanevasCheck
import CanevasModel
import CanevasReview
import CanevasSource
import CanevasSyntax
import CanevasTestSupport
import Testing

/// A document's pieces are whole lines that hold each other, and they mean the same in every
/// layout.
@Suite struct PieceTreeTests {
  @Test(arguments: sourceDocuments) func realDocumentsAreCutIntoLines(_ file: SourceFile) {
    expectWholeLines(file)
    var damage = Damage(seed: UInt64(file.bytes.count) &+ 11)
    for _ in 0..<4 {
      let text = String(decoding: file.bytes, as: UTF8.self)
      expectWholeLines(SourceFile(path: file.path, bytes: damage.damaged(text)))
    }
  }

  @Test(arguments: 0..<10) func randomDocumentsAreCutIntoLines(_ seed: UInt64) {
    var markdown = RandomMarkdown(seed: seed &+ 900)
    var canvas = RandomCanvas(seed: seed &+ 900)
    for number in 0..<80 {
      let path = number % 2 == 0 ? "canvases/guide/page.md" : "canvases/fiches/page.md"
      expectWholeLines(SourceFile(path: path, text: markdown.document()))
      expectWholeLines(SourceFile(path: path, text: canvas.canvas()))
    }
  }

  @Test(arguments: sourceDocuments) func layoutDoesNotChangeTheMeaning(_ file: SourceFile) {
    let document = TypedDocument(file)
    let meaning = PieceTree(document).meaning
    let formatted = file.applying(formattingEdits(of: document))
    #expect(PieceTree(TypedDocument(formatted)).meaning == meaning)
    guard formatted == file, formattingObstacle(of: document) == nil else { return }
    var mess = Mess(seed: UInt64(file.bytes.count))
    let messy = SourceFile(path: file.path, text: mess.made(of: document))
    #expect(PieceTree(TypedDocument(messy)).meaning == meaning)
  }

  @Test(arguments: 0..<10) func formattingDoesNotChangeTheMeaning(_ seed: UInt64) {
    var random = RandomCanvas(seed: seed &+ 40)
    for number in 0..<60 {
      let path = number % 4 == 0 ? "canvases/guide/page.md" : "canvases/fiches/page.md"
      let document = TypedDocument(SourceFile(path: path, text: random.canvas()))
      let formatted = document.file.applying(formattingEdits(of: document))
      let same = PieceTree(TypedDocument(formatted)).meaning == PieceTree(document).meaning
      if !same { Issue.record("\(document.file.shown) became \(formatted.shown)") }
    }
  }

  @Test(arguments: sourceDocuments) func eachWordIsPartOfTheMeaning(_ file: SourceFile) {
    let meaning = PieceTree(TypedDocument(file)).meaning
    var random = SplitMix(state: UInt64(file.bytes.count))
    for _ in 0..<12 {
      let letters = file.bytes.indices.filter { isLetter(file.bytes[$0]) }
      guard let place = letters.randomElement(using: &random) else { return }
      var bytes = file.bytes
      bytes[place] = bytes[place] == UInt8(ascii: "q") ? UInt8(ascii: "w") : UInt8(ascii: "q")
      let changed = SourceFile(path: file.path, bytes: bytes)
      let isComment = TypedDocument(changed).document.blocks.contains {
        $0.isComment && $0.range.contains(place)
      }
      let differs = PieceTree(TypedDocument(changed)).meaning != meaning
      #expect(differs || isComment, "\(file.path) at \(place)")
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  private func expectWholeLines(_ file: SourceFile) {
    let tree = PieceTree(TypedDocument(file))
    let bytes = file.bytes
    func expect(_ isTrue: Bool, _ what: String, _ index: Int) {
      if !isTrue { Issue.record("\(what): \(tree.pieces[index]) of \(file.shown)") }
    }
    for (index, piece) in tree.pieces.enumerated().dropFirst() {
      let start = piece.lines.lowerBound
      let end = piece.lines.upperBound
      let isStart = start == 0 || isLineEnd(bytes[start - 1]) || start == 3 && bytes[0] == 0xEF
      expect(isStart, "does not open a line", index)
      expect(end == bytes.count || isLineEnd(bytes[end - 1]), "does not end a line", index)
      let parent = tree.pieces[piece.parent]
      expect(parent.lines.contains(piece.lines), "lies outside of what holds it", index)
      expect(!piece.lines.isEmpty && piece.lines.contains(piece.ownLines), "is empty", index)
      var previous = piece.ownLines.upperBound
      for child in tree.children(of: index) {
        expect(tree.pieces[child].lines.lowerBound >= previous, "overlaps", child)
        expect(tree.pieces[child].parent == index, "is another's", child)
        previous = tree.pieces[child].lines.upperBound
      }
    }
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

import CanevasModel
import CanevasSource
import CanevasTestSupport
import Testing

/// A document's pieces are whole lines that hold each other. That they mean the same in every layout
/// is held by the tests of fingerprints.
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

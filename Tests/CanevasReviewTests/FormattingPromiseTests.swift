import CanevasCheck
import CanevasModel
import CanevasReview
import CanevasSource
import CanevasSyntax
import CanevasTestSupport
import Testing

/// Formatting keeps its promise: over the rules' examples, the project's documents with and without
/// slips, and documents made at random, nothing of what is read changes, and a second run finds
/// nothing to do.
@Suite struct FormattingPromiseTests {
  @Test(arguments: Rule.all.map(\.documentation)) func examplesKeepTheirMeaning(
    _ rule: RuleDocumentation
  ) {
    for example in rule.examples {
      for text in [MarkedText(example.bad).text, example.good] {
        expectPromise(SourceFile(path: example.path, text: text))
      }
    }
  }

  @Test(arguments: sourceDocuments) func realDocumentsKeepTheirMeaning(_ file: SourceFile) {
    expectPromise(file)
    var damage = Damage(seed: UInt64(file.bytes.count) &+ 7)
    for _ in 0..<10 {
      let text = String(decoding: file.bytes, as: UTF8.self)
      expectPromise(SourceFile(path: file.path, bytes: damage.damaged(text)))
    }
  }

  @Test(arguments: 0..<20) func randomDocumentsKeepTheirMeaning(_ seed: UInt64) {
    var random = RandomMarkdown(seed: seed &+ 500)
    for number in 0..<250 {
      let path = number % 2 == 0 ? "canvases/guide/page.md" : "canvases/fiches/page.md"
      expectPromise(SourceFile(path: path, text: random.document()))
    }
  }

  @Test(arguments: 0..<20) func randomCanvasesKeepTheirMeaning(_ seed: UInt64) {
    var random = RandomCanvas(seed: seed)
    for number in 0..<150 {
      let path = number % 4 == 0 ? "canvases/guide/page.md" : "canvases/fiches/page.md"
      expectPromise(SourceFile(path: path, text: random.canvas()))
    }
  }

  private func expectPromise(_ file: SourceFile) {
    let document = TypedDocument(file)
    let edits = formattingEdits(of: document)
    expectEdits(edits, in: file)
    let formatted = TypedDocument(file.applying(edits))
    let comment: Comment =
      "\(file.path)\n\(text(of: file).debugDescription)\n→\n\(text(of: formatted.file).debugDescription)"
    #expect(Reading(formatted).differences(from: Reading(document)) == [], comment)
    #expect(formattingEdits(of: formatted) == [], comment)
    if formattingObstacle(of: document) != nil { #expect(edits.isEmpty, comment) }
    expectPromiseOfRange(document)
  }

  /// Formatting a part of a document changes as little of what is read.
  private func expectPromiseOfRange(_ document: TypedDocument) {
    let middle = document.file.bytes.count / 2
    let edits = formattingEdits(of: document, in: ByteRange(middle / 2, middle))
    expectEdits(edits, in: document.file)
    let formatted = TypedDocument(document.file.applying(edits))
    #expect(Reading(formatted).differences(from: Reading(document)) == [])
  }

  private func text(of file: SourceFile) -> String { file.text(file.wholeRange) }

  /// Edits stand in order, apart, inside the file and between characters, and each changes
  /// something.
  private func expectEdits(_ edits: [TextEdit], in file: SourceFile) {
    for (edit, next) in zip(edits, edits.dropFirst()) {
      #expect(edit.range.upperBound <= next.range.lowerBound)
      #expect(edit.range != next.range)
    }
    for edit in edits {
      #expect(file.wholeRange.contains(edit.range))
      #expect(file.text(edit.range) != edit.replacement)
      for offset in [edit.range.lowerBound, edit.range.upperBound] where offset < file.bytes.count {
        #expect(!isContinuation(file.bytes[offset]))
      }
    }
  }
}

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
    for _ in 0..<4 {
      let text = String(decoding: file.bytes, as: UTF8.self)
      expectPromise(SourceFile(path: file.path, bytes: damage.damaged(text)))
    }
  }

  @Test(arguments: 0..<20) func randomDocumentsKeepTheirMeaning(_ seed: UInt64) {
    var random = RandomMarkdown(seed: seed &+ 500)
    for number in 0..<150 {
      let path = number % 2 == 0 ? "canvases/guide/page.md" : "canvases/fiches/page.md"
      expectPromise(SourceFile(path: path, text: random.document()))
    }
  }

  @Test(arguments: 0..<20) func randomCanvasesKeepTheirMeaning(_ seed: UInt64) {
    var random = RandomCanvas(seed: seed)
    for number in 0..<80 {
      let path = number % 4 == 0 ? "canvases/guide/page.md" : "canvases/fiches/page.md"
      expectPromise(SourceFile(path: path, text: random.canvas()))
    }
  }

  private func expectPromise(_ file: SourceFile) {
    let document = TypedDocument(file)
    let formatted = expectSameReading(of: document, after: formattingEdits(of: document))
    let again = formattingEdits(of: formatted)
    if !again.isEmpty { Issue.record("\(again) in \(file.shown) from \(formatted.file.shown)") }
    // A part may be formatted alone.
    let middle = file.bytes.count / 2
    let part = ByteRange(middle / 2, middle)
    _ = expectSameReading(of: document, after: formattingEdits(of: document, in: part))
  }

  /// Makes edits in a document and expects it to say what it said.
  private func expectSameReading(
    of document: TypedDocument, after edits: [TextEdit]
  ) -> TypedDocument {
    expectEdits(edits, in: document.file)
    let edited = TypedDocument(document.file.applying(edits))
    let differences = Reading(edited).differences(from: Reading(document))
    // Showing texts takes long: only where there is something to be seen.
    if !differences.isEmpty {
      Issue.record("\(differences): \(document.file.shown) became \(edited.file.shown)")
    }
    return edited
  }

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

extension SourceFile {
  /// The file's path and text on one line.
  var shown: String { "\(path) \(text(wholeRange).debugDescription)" }
}

import CanevasSource
import CanevasSyntax
import CanevasTestSupport
import FoundationEssentials
import Testing

/// Every `Fixtures/syntax/*.md` has a `*.tree` beside it: its nodes with their ranges, what they
/// cover, and what they say where that differs.
@Suite struct GoldenTreeTests {
  @Test(arguments: ["blocks", "canvas", "containers", "inlines", "links"])
  func tree(name: String) throws {
    let path = fixturesFolder + "/syntax/\(name).md"
    let bytes = try Array(Data(contentsOf: URL(filePath: path)))
    let document = ParsedFile(SourceFile(path: name, bytes: bytes)).document
    var printer = TreePrinter(file: document.file)
    printer.add(document.blocks, depth: 0)
    expectGolden(printer.text, at: "syntax/\(name).tree")
  }
}

private struct TreePrinter {
  let file: SourceFile
  var text = ""

  mutating func add(_ blocks: BlockSequence, depth: Int) {
    for block in blocks {
      var notes: [String] = []
      if !block.info.isEmpty { notes.append("info " + shown(block.info)) }
      if block.kind == .codeBlock || block.kind == .htmlBlock {
        notes.append("literal " + shown(block.literal))
      }
      if block.isComment { notes.append("comment") }
      addLine("\(block.kind)", block.range, notes, depth)
      add(block.children, depth: depth + 1)
      add(block.inlines, depth: depth + 1)
    }
  }

  mutating func add(_ inlines: InlineSequence, depth: Int) {
    for inline in inlines {
      var notes: [String] = []
      switch inline.kind {
      case .link, .image:
        notes.append("to " + shown(inline.destination))
        if !inline.title.isEmpty { notes.append("title " + shown(inline.title)) }
      case .text where !inline.isVerbatim, .code, .html:
        notes.append("literal " + shown(inline.literal))
      case .text, .softBreak, .lineBreak, .emphasis, .strong: break
      }
      addLine("\(inline.kind)", inline.range, notes, depth)
      add(inline.children, depth: depth + 1)
    }
  }

  private mutating func addLine(
    _ kind: String, _ range: ByteRange, _ notes: [String], _ depth: Int
  ) {
    let indentation = String(repeating: "  ", count: depth)
    let parts = ["\(indentation)\(kind) \(range) \(shown(file.bytes[range.indices]))"] + notes
    text += parts.joined(separator: "  ") + "\n"
  }

  /// A text in quotation marks on one line; of a long one, both ends.
  private func shown(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
      .replacing("\n", with: "⏎").replacing("\t", with: "⇥")
    return text.count <= 60 ? "«\(text)»" : "«\(text.prefix(30)) […] \(text.suffix(25))»"
  }
}

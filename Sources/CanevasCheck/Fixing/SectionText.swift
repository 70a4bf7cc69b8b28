import CanevasLink
package import CanevasModel
package import CanevasSource
import CanevasSyntax

/// The sections of a document as stretches of its file, for what moves and merges them.
package struct SectionTexts {
  package let document: TypedDocument
  private var file: SourceFile { document.file }
  /// Where each section starts: at its heading, or at the comments that speak of it.
  private let starts: [Int]

  package init(_ document: TypedDocument) {
    self.document = document
    let blocks = Array(document.document.blocks)
    // Both are in order.
    var place = 0
    var starts: [Int] = []
    for section in document.sections {
      while place < blocks.count, blocks[place].range.lowerBound < section.heading.range.lowerBound
      {
        place += 1
      }
      starts.append(start(of: section.heading, below: blocks[..<place], document.file))
    }
    self.starts = starts
  }

  /// All of a section, up to the next one.
  package func range(_ index: Int) -> ByteRange {
    ByteRange(starts[index], index + 1 < starts.count ? starts[index + 1] : file.bytes.count)
  }

  /// Where the text of a section ends, without the blank lines behind it.
  package func contentEnd(_ index: Int) -> Int {
    max(starts[index], file.contentEnd(before: range(index).upperBound))
  }

  /// The lines under a section's heading, without the blank lines around them.
  func body(_ index: Int) -> ByteRange {
    let heading = document.sections[index].heading.range
    var start = min(file.nextLineStart(heading.upperBound), file.bytes.count)
    let end = contentEnd(index)
    while start < end, file.bytes[start..<file.lineContentEnd(start)].allSatisfy({ $0 <= 0x20 }) {
      start = file.nextLineStart(start)
    }
    return ByteRange(min(start, max(start, end)), max(start, end))
  }

  /// Takes a section out, with the blank lines that would be left at the file's end.
  func removal(_ index: Int) -> TextEdit {
    let range = range(index)
    guard range.upperBound == file.bytes.count else {
      let hadBlankLine = contentEnd(index) < file.lineStart(range.upperBound - 1)
      return TextEdit(range, !isParted(range.lowerBound) && hadBlankLine ? "\n" : "")
    }
    let end = file.contentEnd(before: range.lowerBound)
    return TextEdit(ByteRange(end, range.upperBound), end == 0 ? "" : "\n")
  }

  /// Puts a text, a blank line behind it, before a section.
  func insertion(of text: String, before index: Int) -> TextEdit {
    let start = starts[index]
    return TextEdit(ByteRange(at: start), (isParted(start) ? "" : "\n") + text + "\n\n")
  }

  /// Whether a blank line stands above a line.
  private func isParted(_ start: Int) -> Bool {
    start == 0 || file.contentEnd(before: start) < file.lineStart(start - 1)
  }

  /// Puts a text behind a section.
  func insertion(of text: String, after index: Int) -> TextEdit {
    guard index + 1 < starts.count else {
      let end = contentEnd(index)
      return TextEdit(ByteRange(end, file.bytes.count), "\n\n" + text + "\n")
    }
    return insertion(of: text, before: index + 1)
  }

  /// Whether a change leaves all sections as they are, in whatever order they then stand.
  func areKept(by edits: [TextEdit]) -> Bool {
    let changed = TypedDocument(ParsedFile(file.applying(edits)), id: document.id)
    return sections == SectionTexts(changed).sections
  }

  /// All sections with their names, sorted: of two of one name, the first is the one that is read.
  private var sections: [String] {
    document.sections.enumerated().map { index, section in
      let text = file.text(ByteRange(starts[index], contentEnd(index)))
      return (section.name?.heading ?? "") + "\n" + text
    }.sorted()
  }
}

/// Where a section starts: at the line of its heading, or of the comments right above it. A waiver
/// speaks of the next block, however far above it stands.
private func start(
  of heading: Block, below above: ArraySlice<Block>, _ file: SourceFile
) -> Int {
  var start = file.lineStart(heading.range.lowerBound)
  for block in above.reversed() {
    guard block.isComment, block.range.upperBound <= start else { break }
    let isWaiver = block.literal.starts(with: "<!-- canevas-".utf8)
    let isAdjacent =
      file.nextLineStart(max(block.range.lowerBound, block.range.upperBound - 1))
      == start
    guard isWaiver || isAdjacent else { break }
    start = file.lineStart(block.range.lowerBound)
  }
  return start
}

extension RuleContext {
  /// The document's sections as stretches of its file; `nil` where they are so many that something
  /// else than their order is wrong, and each that is moved would have to be read anew.
  var sectionTexts: SectionTexts? {
    document.flatMap { $0.sections.count <= 100 ? SectionTexts($0) : nil }
  }

  /// The fixed headings of the document in their order; none where headings are free.
  var canon: [SectionName] { document?.canon ?? [] }
}

extension TypedDocument {
  /// The fixed headings in their order; none where headings are free.
  package var canon: [SectionName] { id.kind.sections(in: model) ?? [] }

  /// The canvas model whose headings a canvas has; the method's own for other kinds.
  package var model: CanvasModel {
    if case .canvas(let facts) = facts { facts.model } else { .circular }
  }
}

package import CanevasModel
package import CanevasSource
import CanevasCheck
import CanevasSyntax

/// The edits that bring a document into its canonical form: headings and keys as the guide spells
/// them, sections in their order, one blank line between blocks, `-` for bullets, one space after a
/// marker, lines without white space at their ends.
///
/// What the document says never changes: every change is tried, and left out if the document would
/// read otherwise. Formatting what is formatted gives no edit. A document with an obstacle gets none.
package func formattingEdits(of document: TypedDocument) -> [TextEdit] {
  guard formattingObstacle(of: document) == nil else { return [] }
  return edits(from: document.file.bytes, to: formatted(document, movesSections: true))
}

/// Those of the edits that lie in the blocks that `range` touches. Sections are not moved.
package func formattingEdits(of document: TypedDocument, in range: ByteRange) -> [TextEdit] {
  guard formattingObstacle(of: document) == nil else { return [] }
  let touched = document.document.blocks.map(\.range).filter {
    $0.lowerBound <= range.upperBound && range.lowerBound <= $0.upperBound
  }
  let area = touched.reduce(range) { $0.union($1) }
  let all = edits(from: document.file.bytes, to: formatted(document, movesSections: false))
  let chosen = all.filter { area.contains($0.range) }
  var draft = Draft(document)
  draft.make([chosen])
  return draft.document.file == document.file ? [] : chosen
}

/// What makes it doubtful how a document is meant to be read, so that it is left alone: it cannot be
/// parsed, versions are in conflict, or it opens with a front matter.
package func formattingObstacle(of document: TypedDocument) -> Defect? {
  document.defects.first { defect in
    !document.isParsed && !defect.kind.isHarmlessToFormat
      || defect.kind == .conflictMarker || defect.kind == .frontMatter
  }
}

extension Defect.Kind {
  /// Whether the defect says nothing of why a file could not be parsed.
  fileprivate var isHarmlessToFormat: Bool {
    switch self {
    case .byteOrderMark, .mixedLineEnds, .fileNameNotSlug: true
    default: false
    }
  }
}

/// More turns than any document needs until nothing is left to do.
private let mostTurns = 8

/// A document's bytes in canonical form; as they are if that cannot be reached.
private func formatted(_ document: TypedDocument, movesSections: Bool) -> [UInt8] {
  var draft = Draft(document)
  for _ in 0..<mostTurns {
    let before = draft.document.file
    draft.make(byteEdits(of: draft.document))
    draft.make(spellingEdits(of: draft.document))
    draft.make(Layout(draft.document).edits)
    if movesSections { draft.make(sectionOrderEdits(of: draft.document)) }
    if draft.document.file == before { return before.bytes }
  }
  return document.file.bytes
}

/// Takes the byte-order mark away, and gives all lines the end that most of them have.
private func byteEdits(of document: TypedDocument) -> [[TextEdit]] {
  let file = document.file
  let mark = document.defects.filter { $0.kind == .byteOrderMark }.map { TextEdit($0.range, "") }
  return [mark, file.lineEndEdits(making: file.usualLineEnding)]
}

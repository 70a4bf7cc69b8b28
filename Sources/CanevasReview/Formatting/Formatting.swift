package import CanevasModel
package import CanevasSource
import CanevasCheck
import CanevasSyntax

/// The edits that bring a document into its canonical form: headings and keys as the guide spells
/// them, sections in their order, one blank line between blocks, `-` for bullets, one space after a
/// marker, lines without white space at their ends.
///
/// What the document says never changes: every change is tried, and left out if the document would
/// read otherwise. Formatting what is formatted gives no edit. A document with an obstacle gets
/// none.
package func formattingEdits(of document: TypedDocument) -> [TextEdit] {
  formattingEdits(of: document) { draft in
    draft.make(byteEdits(of: draft.document))
    draft.make(spellingEdits(of: draft.document))
    draft.make(Layout(draft.document).edits)
    draft.make(sectionOrderEdits(of: draft.document))
  }
}

/// The edits that format the blocks of the document's own level that `range` touches, with the
/// blank lines above them. Sections are not moved, and line ends stay.
package func formattingEdits(of document: TypedDocument, in range: ByteRange) -> [TextEdit] {
  let blocks = document.document.blocks.map(\.range)
  let touched = blocks.filter {
    $0.lowerBound <= range.upperBound && range.lowerBound <= $0.upperBound
  }
  guard let first = touched.first, let last = touched.last else { return [] }
  let start = blocks.last { $0 < first }?.upperBound ?? 0
  // What stands below keeps its distance from the file's end.
  let below = document.file.bytes.count - last.upperBound
  return formattingEdits(of: document) { draft in
    for edits in [spellingEdits, { Layout($0).edits }] {
      let area = ByteRange(start, draft.document.file.bytes.count - below)
      draft.make(edits(draft.document).filter { $0.allSatisfy { area.contains($0.range) } })
    }
  }
}

/// The edits that come of turns until one changes nothing; none if that never is, or if the
/// document has an obstacle.
private func formattingEdits(
  of document: TypedDocument, turn: (inout Draft) -> Void
) -> [TextEdit] {
  guard formattingObstacle(of: document) == nil else { return [] }
  var draft = Draft(document)
  for _ in 0..<mostTurns {
    let before = draft.document.file.bytes
    turn(&draft)
    if draft.document.file.bytes == before { return edits(from: document.file.bytes, to: before) }
  }
  return []
}

/// What makes it doubtful how a document is meant to be read, so that it is left alone: it cannot
/// be parsed, versions are in conflict, or it opens with a front matter.
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

/// Takes the byte-order mark away, and gives all lines the end that most of them have.
private func byteEdits(of document: TypedDocument) -> [[TextEdit]] {
  let file = document.file
  let mark = document.defects.filter { $0.kind == .byteOrderMark }.map { TextEdit($0.range, "") }
  return [mark, file.lineEndEdits(making: file.usualLineEnding)]
}

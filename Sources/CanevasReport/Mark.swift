import CanevasSource

/// What is underlined in one line of a source.
struct Mark {
  /// The line, from one.
  let line: Int
  /// What is underlined; it lies in the line, before its line end.
  let range: ByteRange
  /// Whether it is the finding itself, and not a place that explains it.
  let isPrimary: Bool
  /// A few words behind the underline.
  let label: String

  /// The marks that show `range`: one, or one for the first and one for the last of its lines.
  static func marks(
    of range: ByteRange, in source: IndexedSource, isPrimary: Bool, label: String
  ) -> [Mark] {
    let range = range.clamped(to: source.file.wholeRange)
    let lines = source.lines(of: range)
    let (first, last) = (lines.lowerBound, lines.upperBound)
    let firstContent = source.content(ofLine: first)
    guard first < last else {
      let shown = range.clamped(to: firstContent)
      return [Mark(line: first, range: shown, isPrimary: isPrimary, label: label)]
    }
    let lastContent = source.content(ofLine: last)
    let indent = source.file.bytes[lastContent.indices].prefix { $0 == 0x20 || $0 == 0x09 }.count
    let start = min(lastContent.lowerBound + indent, range.upperBound)
    let tail = ByteRange(start, range.upperBound).clamped(to: lastContent)
    let head = ByteRange(range.lowerBound, range.upperBound).clamped(to: firstContent)
    return [
      Mark(line: first, range: head, isPrimary: isPrimary, label: ""),
      Mark(line: last, range: tail, isPrimary: isPrimary, label: label),
    ]
  }
}

extension Mark: Comparable {
  /// From top to bottom; the finding before what explains it.
  static func < (a: Mark, b: Mark) -> Bool {
    (a.line, a.isPrimary ? 0 : 1, a.range) < (b.line, b.isPrimary ? 0 : 1, b.range)
  }
}

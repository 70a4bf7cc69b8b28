import CanevasSource

/// A line of a source as a terminal shows it, or the part of a long one around a mark: control
/// characters as symbols, bytes that are no UTF-8 as U+FFFD, tabs as spaces, `…` where something
/// is left out.
struct QuotedLine {
  /// What is shown.
  let text: String
  /// What the line was made from.
  private let source: ByteRange
  private let cells: [Cell]
  /// The columns of the line that are shown, or that lie right behind it.
  private let columns: Range<Int>

  /// The line `content`, which holds no line end, in at most `room` columns of which the marked
  /// ones are as many as can be.
  init(_ bytes: [UInt8], _ content: ByteRange, around marked: ByteRange, room: Int) {
    let source = surroundings(of: marked.lowerBound, in: content, bytes)
    let cells = Cell.cells(bytes, source)
    let first = cells.cell(at: marked.lowerBound)
    let wanted = first.start..<max(first.end, cells.columns(of: marked).upperBound)
    let columns = Self.window(in: cells, around: wanted, room: room)
    let shown = cells.filter { columns.lowerBound <= $0.start && $0.end <= columns.upperBound }
    // An accent whose letter is cut off goes with it.
    let whole = columns.lowerBound == 0 ? shown[...] : shown.drop { $0.start == $0.end }
    let isCutAfter = cells[cells.count - 1].end > columns.upperBound
    text =
      (columns.lowerBound > 0 ? "…" : "") + whole.map(\.text).joined() + (isCutAfter ? "…" : "")
    self.source = source
    self.cells = cells
    self.columns = columns
  }

  /// Where a mark under `range` begins and how long it is, in columns; `nil` if its start is not
  /// shown.
  func place(of range: ByteRange) -> (indent: Int, length: Int)? {
    let first = cells.cell(at: range.lowerBound)
    guard range.lowerBound >= source.lowerBound, range.lowerBound <= source.upperBound,
      columns.contains(first.start), first.end <= columns.upperBound
    else { return nil }
    let marked = cells.columns(of: range)
    let ellipsis = columns.lowerBound > 0 ? 1 : 0
    return (marked.lowerBound - columns.lowerBound + ellipsis, marked.clamped(to: columns).count)
  }

  /// The columns that are shown to make the `marked` ones seen.
  private static func window(
    in cells: [Cell], around marked: Range<Int>, room: Int
  ) -> Range<Int> {
    // The place after the end may be marked, too.
    let width = cells[cells.count - 1].end + 1
    guard width > room else { return 0..<width }
    var start = 0
    if marked.upperBound >= room {
      let wanted = min(max(0, marked.lowerBound - room / 4), width + 1 - room)
      // A wide character is not cut through.
      start = cells.first { $0.start >= wanted }?.start ?? 0
    }
    let end = start + room - (start > 0 ? 1 : 0)
    return start..<(end < width ? end - 1 : end)
  }
}

/// One character of a source with the terminal columns, from zero, that it takes.
private struct Cell {
  /// Where it begins in the source.
  let offset: Int
  let start: Int
  let end: Int
  /// What is shown of it.
  let text: String

  /// Tabs stop where CommonMark has them stop (section 2.2).
  private static let tabStop = 4

  /// The characters of `range`, and an empty one that stands for its end.
  static func cells(_ bytes: [UInt8], _ range: ByteRange) -> [Cell] {
    var cells: [Cell] = []
    var offset = range.lowerBound
    var column = 0
    func append(_ text: String, width: Int, length: Int) {
      cells.append(Cell(offset: offset, start: column, end: column + width, text: text))
      offset += length
      column += width
    }

    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes[range.indices].makeIterator()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded) where encoded.first == UInt8(ascii: "\t"):
        let width = tabStop - column % tabStop
        append(String(repeating: " ", count: width), width: width, length: 1)
      case .valid(let encoded):
        let scalar = visible(UTF8.decode(encoded))
        append(String(scalar), width: columns(of: scalar), length: encoded.count)
      case .error(let length):
        append("\u{FFFD}", width: 1, length: length)
      case .emptyInput:
        append("", width: 0, length: 0)
        return cells
      }
    }
  }
}

extension [Cell] {
  /// The first character at `offset` or behind it, or the empty one at the end.
  fileprivate func cell(at offset: Int) -> Cell {
    first { $0.offset >= offset } ?? self[count - 1]
  }

  /// The columns that the characters of `range` take; at least one, so that a mark is seen.
  fileprivate func columns(of range: ByteRange) -> Range<Int> {
    let start = cell(at: range.lowerBound).start
    return start..<Swift.max(start + 1, cell(at: range.upperBound).start)
  }
}

/// The part of a line within some hundred bytes around `offset`, cut on the borders of
/// characters: far more than is shown, yet a line of a whole file's size costs no more than it.
private func surroundings(of offset: Int, in line: ByteRange, _ bytes: [UInt8]) -> ByteRange {
  let reach = 512
  var start = max(line.lowerBound, offset - reach)
  while start > line.lowerBound, start > offset - reach - 3, isContinuation(bytes[start]) {
    start -= 1
  }
  var end = min(line.upperBound, offset + reach)
  while end < line.upperBound, end < offset + reach + 3, isContinuation(bytes[end]) { end += 1 }
  return ByteRange(start, end)
}

import CanevasSource

/// The quotes and items that are open at a place of the document, and what each of them asks of
/// a line that continues it (CommonMark 0.30, sections 5.1 and 5.2).
struct Containers {
  private struct Container {
    /// The line that the container opens on, from 0.
    let line: Int
    /// What follows the marker on that line.
    let content: LineOpening
    /// By how many columns a line is indented that continues an item; `nil` for a quote.
    let indentation: Int?
  }

  private let lines: SourceLines
  private var open: [Container] = []

  init(_ lines: SourceLines) {
    self.lines = lines
  }

  /// Opens the quote whose marker is the next thing on `line`.
  mutating func openQuote(onLine line: Int) {
    var opening = interior(of: line).opening
    opening.takeIndentation()
    opening.take(bytes: 1)
    if opening.isAtSpace { opening.take(columns: 1) }
    open.append(Container(line: line, content: opening, indentation: nil))
  }

  /// Opens the item whose marker is the next thing on `line`. Returns the marker's length.
  mutating func openItem(onLine line: Int) -> Int {
    var opening = interior(of: line).opening
    let indentation = opening.takeIndentation()
    let marker = markerLength(opening)
    opening.take(bytes: marker)
    var padded = opening
    while padded.column - opening.column <= 5, padded.isAtSpace { padded.take(columns: 1) }
    var padding = padded.column - opening.column
    if padding < 1 || padding >= 5 || padded.next == nil {
      // The text is indented code, or there is none: one column belongs to the marker.
      if padding > 0 { opening.take(columns: 1) }
      padding = 1
    } else {
      opening = padded
    }
    open.append(
      Container(line: line, content: opening, indentation: indentation + marker + padding))
    return marker
  }

  mutating func close() {
    open.removeLast()
  }

  /// Where the text of a line starts that continues a paragraph. Of a lazy line libcmark keeps
  /// the indentation, whose first tab may have been taken in part.
  func textStart(ofLine line: Int) -> Int {
    var (opening, isComplete) = interior(of: line)
    if isComplete { opening.takeIndentation() }
    return opening.offset
  }

  /// What is left of a line that continues every open container; `nil` if one ends before it or
  /// the line is blank.
  func continuation(ofLine line: Int) -> LineOpening? {
    guard line < lines.ranges.count else { return nil }
    let (opening, isComplete) = interior(of: line)
    return isComplete ? opening : nil
  }

  /// A line without the markers and the indentation of the open containers, as far as they match.
  func interior(of line: Int) -> (opening: LineOpening, isComplete: Bool) {
    var opening = lines.opening(of: line)
    for container in open {
      if container.line == line {
        opening = container.content
        continue
      }
      var ahead = opening
      let columns = ahead.takeIndentation()
      if let indentation = container.indentation {
        guard columns >= indentation else { return (opening, false) }
        opening.take(columns: indentation)
      } else {
        guard columns <= 3, ahead.next == UInt8(ascii: ">") else { return (opening, false) }
        opening.take(columns: columns + 1)
        if opening.isAtSpace { opening.take(columns: 1) }
      }
    }
    return (opening, true)
  }
}

/// The length of the list marker that comes next: a bullet, or digits with a delimiter.
private func markerLength(_ opening: LineOpening) -> Int {
  var offset = opening.offset
  while offset < opening.end, (0x30...0x39).contains(opening.bytes[offset]) { offset += 1 }
  return min(offset + 1, opening.end) - opening.offset
}

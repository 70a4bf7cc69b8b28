import CanevasSource

/// Whole lines of a source and what a fix makes of them, for one who pastes them by hand.
struct MendedLines {
  /// The lines that are replaced, from one.
  let lines: ClosedRange<Int>
  /// What takes their place, with line feeds for line ends; nothing if they go.
  let text: String
  /// Whether nothing is replaced: the text comes behind the last line.
  let isAppended: Bool

  /// What a fix does to the lines of a source, from top to bottom; edits in lines that touch are
  /// shown as one. Nothing for a source that could not be read.
  static func all(of fix: Fix, in source: IndexedSource) -> [MendedLines] {
    let whole = source.file.wholeRange
    guard fix.edits.allSatisfy({ whole.contains($0.range) }) else { return [] }
    var hunks: [(lines: ClosedRange<Int>, edits: [TextEdit])] = []
    for edit in fix.edits.sorted(by: { $0.range < $1.range }) {
      let lines = source.lines(of: edit.range)
      if let last = hunks.last, lines.lowerBound <= last.lines.upperBound + 1 {
        let end = max(last.lines.upperBound, lines.upperBound)
        hunks[hunks.count - 1] = (last.lines.lowerBound...end, last.edits + [edit])
      } else {
        hunks.append((lines, [edit]))
      }
    }
    return hunks.map { MendedLines($0.lines, $0.edits, in: source) }
  }

  private init(_ lines: ClosedRange<Int>, _ edits: [TextEdit], in source: IndexedSource) {
    var last = lines.upperBound
    var mended: [UInt8]
    repeat {
      let range = source.lines.range(ofLine: lines.lowerBound)
        .union(source.lines.range(ofLine: last))
      let start = range.lowerBound
      let bytes = Array(source.file.bytes[range.indices])
      let moved = edits.map { edit in
        TextEdit(
          ByteRange(edit.range.lowerBound - start, edit.range.upperBound - start),
          edit.replacement)
      }
      mended = moved.applied(to: bytes)
      // What has lost its line end is joined with the line behind it.
      let isJoined = mended.last.map { !isLineEnd($0) } ?? false
      guard isJoined, range.upperBound < source.file.bytes.count else { break }
      last += 1
    } while true
    self.lines = lines.lowerBound...last
    isAppended = lines.count == 1 && source.lines.range(ofLine: last).isEmpty
    text = String(decoding: mended, as: UTF8.self).replacingLineEnds
  }
}

extension String {
  /// The same with line feeds for line ends.
  fileprivate var replacingLineEnds: String {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in unicodeScalars {
      if scalar == "\r" {
        result.append("\n")
      } else if scalar != "\n" || previous != "\r" {
        result.append(scalar)
      }
      previous = scalar
    }
    return String(result)
  }
}

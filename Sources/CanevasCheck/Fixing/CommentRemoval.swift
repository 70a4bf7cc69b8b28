import CanevasSource

extension SourceFile {
  /// Takes a comment out, with what would be left of its lines; `nil` when what stands around it
  /// might then be read otherwise.
  func removal(ofComment range: ByteRange) -> TextEdit? {
    let start = lineStart(range.lowerBound)
    let end = lineContentEnd(range.upperBound)
    let isLast = isBare(range.upperBound..<end)
    guard !isBare(start..<range.lowerBound) else {
      return isLast ? removal(ofCommentLines: ByteRange(start, end), range) : nil
    }
    guard !isMarker(start..<range.lowerBound) else { return nil }
    let before = contentEnd(before: range.lowerBound)
    // One space parts words; none is left at a line's end, where two would break the line.
    if isLast { return TextEdit(ByteRange(before, end), "") }
    let isSpaced = bytes[range.upperBound] == UInt8(ascii: " ")
    return TextEdit(ByteRange(isSpaced ? before : range.lowerBound, range.upperBound), "")
  }

  /// Takes out the lines of a comment that stands alone on them. As many blank lines are left as
  /// part what stands above from what stands below, and one where none did and both would be one.
  private func removal(ofCommentLines lines: ByteRange, _ comment: ByteRange) -> TextEdit? {
    let next = nextLineStart(lines.upperBound)
    var rest = next
    while rest < bytes.count, isBlankLine(rest) { rest = nextLineStart(rest) }
    guard rest < bytes.count else {
      let end = contentEnd(before: lines.lowerBound)
      return TextEdit(ByteRange(end, bytes.count), end == 0 || next == lines.upperBound ? "" : "\n")
    }
    guard indentation(at: rest) <= indentation(at: comment.lowerBound) else { return nil }
    let isParted = lines.lowerBound == 0 || isBlankLine(lineStart(lines.lowerBound - 1))
    if isParted { return TextEdit(ByteRange(lines.lowerBound, rest), "") }
    if isBlankLine(next) || opensBlock(next) {
      return TextEdit(ByteRange(lines.lowerBound, next), "")
    }
    let marks = text(ByteRange(lines.lowerBound, comment.lowerBound))
    let kept = marks.lastIndex { $0 == ">" }.map { marks[...$0] } ?? ""
    return TextEdit(lines, String(kept))
  }

  /// Whether nothing but white space and the marks of quotes stands there.
  private func isBare(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
  }

  /// Whether nothing but the marks of an item, a quote, a heading or a rule stand there.
  private func isMarker(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0 <= 0x20 || ">-*+#=_.)0123456789".utf8.contains($0) }
  }

  private func isBlankLine(_ start: Int) -> Bool {
    isBare(start..<lineContentEnd(start))
  }

  /// Whether a line opens a block whatever stands above it: a bulleted item or a heading.
  private func opensBlock(_ start: Int) -> Bool {
    let line = bytes[start..<lineContentEnd(start)].drop { $0 == UInt8(ascii: " ") }
    let rest =
      line.first == UInt8(ascii: "#")
      ? line.drop { $0 == UInt8(ascii: "#") }
      : line.dropFirst()
    return line.first.map { "-*+#".utf8.contains($0) } == true
      && rest.first == UInt8(ascii: " ") && rest.contains { $0 > 0x20 }
  }

  /// The column at which the text of the line begins that holds an offset.
  private func indentation(at offset: Int) -> Int {
    var column = 0
    for byte in bytes[lineStart(offset)...] {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: ">"): column += 1
      case UInt8(ascii: "\t"): column += 4 - column % 4
      default: return column
      }
    }
    return column
  }
}

package import CanevasSource

/// How a line ends; in this order where a file has as many of one as of another.
package enum LineEnding: String, CaseIterable {
  case lineFeed = "\n"
  case carriageReturnLineFeed = "\r\n"
  case carriageReturn = "\r"

  /// What the ending is called.
  var name: String {
    switch self {
    case .lineFeed: "LF"
    case .carriageReturnLineFeed: "CRLF"
    case .carriageReturn: "CR"
    }
  }

  /// The ending that opens at `index`, if a line ends there.
  init?(at index: Int, in bytes: [UInt8]) {
    switch bytes[index] {
    case UInt8(ascii: "\n"): self = .lineFeed
    case UInt8(ascii: "\r"):
      let isPair = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
      self = isPair ? .carriageReturnLineFeed : .carriageReturn
    default: return nil
    }
  }
}

extension SourceFile {
  /// Every line end, in order.
  var lineEndings: [(range: ByteRange, ending: LineEnding)] {
    var found: [(ByteRange, LineEnding)] = []
    var index = 0
    while index < bytes.count {
      guard let ending = LineEnding(at: index, in: bytes) else {
        index += 1
        continue
      }
      let end = index + ending.rawValue.utf8.count
      found.append((ByteRange(index, end), ending))
      index = end
    }
    return found
  }

  /// How most of the file's lines end; LF in a file of one line.
  package var usualLineEnding: LineEnding {
    guard bytes.contains(UInt8(ascii: "\r")) else { return .lineFeed }
    let counts = Dictionary(lineEndings.map { ($0.ending, 1) }, uniquingKeysWith: +)
    let most = counts.values.max()
    return LineEnding.allCases.first { counts[$0] == most } ?? .lineFeed
  }

  /// The edits that put one line end in place of every other.
  package func lineEndEdits(making usual: LineEnding) -> [TextEdit] {
    lineEndings.filter { $0.ending != usual }.map { TextEdit($0.range, usual.rawValue) }
  }

  /// The start of the line that holds an offset.
  package func lineStart(_ offset: Int) -> Int {
    bytes[..<offset].lastIndex(where: isLineEnd).map { $0 + 1 } ?? 0
  }

  /// Where the line that holds an offset ends, before its line end.
  package func lineContentEnd(_ offset: Int) -> Int {
    bytes[offset...].firstIndex(where: isLineEnd) ?? bytes.count
  }

  /// The start of the line after the one that holds an offset; the file's end without one.
  package func nextLineStart(_ offset: Int) -> Int {
    let end = lineContentEnd(offset)
    guard end < bytes.count, let ending = LineEnding(at: end, in: bytes) else { return end }
    return end + ending.rawValue.utf8.count
  }

  /// The end of what stands before an offset, without the white space there.
  package func contentEnd(before offset: Int) -> Int {
    bytes[..<offset].lastIndex { !isWhiteSpace($0) }.map { $0 + 1 } ?? 0
  }
}

extension Fix {
  /// The same fix for a file whose lines end so.
  package func ending(linesWith ending: LineEnding) -> Fix {
    guard ending != .lineFeed,
      edits.contains(where: { $0.replacement.utf8.contains(UInt8(ascii: "\n")) })
    else {
      return self
    }
    let adapted = edits.map { edit in
      let text = edit.replacement.utf8.split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      // A text of the file itself has its own endings.
      let lines = text.map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
      return TextEdit(
        edit.range, lines.map { String(Substring($0)) }.joined(separator: ending.rawValue))
    }
    return Fix(title, safety, adapted)
  }
}

extension SourceFile {
  /// Edits whose lines end as most of the file's do.
  package func endingLines(_ edits: [TextEdit]) -> [TextEdit] {
    Fix(Bilingual("", ""), .safe, edits).ending(linesWith: usualLineEnding).edits
  }
}

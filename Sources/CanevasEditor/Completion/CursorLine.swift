import CanevasCheck
import CanevasSource
import CanevasSyntax

/// The line that a cursor stands on: what is half typed is read from its bytes, since no tree can
/// be trusted there.
struct CursorLine {
  let file: SourceFile
  let cursor: Int
  /// The line without its line end.
  let range: ByteRange

  init(_ file: SourceFile, at cursor: Int) {
    self.file = file
    self.cursor = cursor
    range = ByteRange(file.lineStart(cursor), file.lineContentEnd(cursor))
  }

  /// What stands before the cursor, and behind it.
  var before: ArraySlice<UInt8> { file.bytes[range.lowerBound..<cursor] }
  var after: ArraySlice<UInt8> { file.bytes[cursor..<range.upperBound] }
  var bytes: ArraySlice<UInt8> { file.bytes[range.indices] }

  var isBlank: Bool { bytes.allSatisfy(isWhiteSpace) }

  /// The text typed from a place on, up to the cursor.
  func typed(from start: Int) -> String {
    String(decoding: file.bytes[min(start, cursor)..<cursor], as: UTF8.self)
  }

  /// Where the text of a list item starts, and how far its marker is indented.
  var item: (text: Int, marker: Int, hasSpace: Bool)? {
    var rest = bytes.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    let marker = rest.startIndex
    switch rest.first {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): rest = rest.dropFirst()
    case .some(let digit) where isDigit(digit):
      rest = rest.drop(while: isDigit)
      guard let close = rest.first, ".)".utf8.contains(close) else { return nil }
      rest = rest.dropFirst()
    default: return nil
    }
    let text = rest.drop { $0 == 0x20 || $0 == 0x09 }
    let hasSpace = text.startIndex > rest.startIndex
    guard hasSpace || text.isEmpty, rest.startIndex <= cursor else { return nil }
    return (min(text.startIndex, cursor), marker, hasSpace)
  }

  /// The level of a heading that the line opens, and where its text starts.
  var heading: (level: Int, start: Int, text: Int)? {
    let rest = bytes.drop { $0 == 0x20 }
    let level = rest.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level), rest.startIndex - range.lowerBound < 4 else { return nil }
    let text = rest.dropFirst(level).drop { $0 == 0x20 || $0 == 0x09 }
    guard cursor >= rest.startIndex + level else { return nil }
    return (level, rest.startIndex, min(text.startIndex, cursor))
  }

  /// Where the destination starts that the cursor stands in: behind `](`, or in a definition.
  var destination: Int? {
    let before = before
    if let bracket = before.indices.last(where: { before[$0...].starts(with: "](".utf8) }) {
      let written = before[(bracket + 2)...]
      let path = written.first == UInt8(ascii: "<") ? written.dropFirst() : written
      return path.contains { $0 == UInt8(ascii: ")") || isWhiteSpace($0) } ? nil : path.startIndex
    }
    guard before.drop(while: isWhiteSpace).first == UInt8(ascii: "["),
      let colon = before.indices.first(where: { before[$0...].starts(with: "]:".utf8) })
    else { return nil }
    let path = before[(colon + 2)...].drop(while: isWhiteSpace)
    return path.contains(where: isWhiteSpace) ? nil : path.startIndex
  }

  /// Where a link's text starts that is not closed before the cursor, from `start` on.
  func openBracket(from start: Int) -> Int? {
    let text = file.bytes[min(start, cursor)..<cursor]
    guard let open = text.lastIndex(of: UInt8(ascii: "[")),
      !text[open...].contains(UInt8(ascii: "]"))
    else { return nil }
    return open
  }

  /// The end of what a completion replaces: behind the cursor, what an editor has closed by itself.
  func end(closing closers: String...) -> Int {
    for closer in closers where after.starts(with: closer.utf8) {
      return cursor + closer.utf8.count
    }
    return cursor
  }

  /// The end of a link that is being changed, from inside its text.
  var linkEnd: Int {
    guard after.first == UInt8(ascii: "]") else { return cursor }
    let rest = after.dropFirst()
    guard rest.first == UInt8(ascii: "("), let close = rest.firstIndex(of: UInt8(ascii: ")"))
    else { return cursor + 1 }
    return close + 1
  }
}

import CanevasSource

/// What a position's `character` counts (LSP 3.17, "Position").
enum PositionEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// The first encoding that a client offers and that is known here; without an offer the one
  /// that every client knows.
  init(offered: [String]) {
    self = offered.lazy.compactMap(Self.init).first ?? .utf16
  }

  /// How many units a character takes that starts with `byte`; none for a byte within one.
  fileprivate func units(of byte: UInt8) -> Int {
    switch self {
    case .utf8: 1
    case .utf16: isContinuation(byte) ? 0 : byte >= 0xF0 ? 2 : 1
    case .utf32: isContinuation(byte) ? 0 : 1
    }
  }
}

/// A place as clients tell it: both count from zero.
struct Position: Hashable {
  let line: Int
  let character: Int
}

/// Turns byte offsets of one text into positions and back.
struct PositionMapping {
  let bytes: [UInt8]
  private let lines: LineIndex
  private let encoding: PositionEncoding

  init(_ bytes: [UInt8], _ encoding: PositionEncoding) {
    self.bytes = bytes
    lines = LineIndex(bytes)
    self.encoding = encoding
  }

  func position(at offset: Int) -> Position {
    let offset = min(offset, bytes.count)
    let line = lines.line(at: offset)
    let start = lines.range(ofLine: line).lowerBound
    let character = bytes[start..<offset].reduce(0) { $0 + encoding.units(of: $1) }
    return Position(line: line - 1, character: character)
  }

  /// The offset of a position. One past the end of its line is at that end, one past the text at
  /// the text's end, and one within a character at that character's start.
  func offset(of position: Position) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < lines.count else { return bytes.count }
    let line = lines.range(ofLine: position.line + 1)
    var end = line.upperBound
    while end > line.lowerBound, [0x0A, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    var offset = line.lowerBound
    var left = max(0, position.character)
    while offset < end {
      var next = offset + 1
      while next < end, isContinuation(bytes[next]) { next += 1 }
      left -= bytes[offset..<next].reduce(0) { $0 + encoding.units(of: $1) }
      guard left >= 0 else { break }
      offset = next
    }
    return offset
  }

  func range(_ range: ByteRange) -> JSONValue {
    [
      "start": position(at: range.lowerBound).json,
      "end": position(at: range.upperBound).json,
    ]
  }

  /// The bytes between two positions, whichever comes first.
  func bytes(from start: Position, to end: Position) -> ByteRange {
    let offsets = [offset(of: start), offset(of: end)].sorted()
    return ByteRange(offsets[0], offsets[1])
  }
}

extension Position {
  /// Reads a `Position`; `nil` for anything else.
  init?(_ value: JSONValue) {
    guard let line = value["line"]?.int, let character = value["character"]?.int else {
      return nil
    }
    self.init(line: line, character: character)
  }

  var json: JSONValue { ["line": .int(line), "character": .int(character)] }
}

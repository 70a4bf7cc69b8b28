import CanevasSource

/// What can be told of a file from its bytes alone, before anything is parsed.
struct ByteChecks {
  /// In the order in which the bytes show them. What makes a file unreadable comes last, since
  /// nothing behind it is looked at.
  private(set) var defects: [Defect] = []
  /// Whether the bytes are a text of a size that may be parsed.
  private(set) var isReadable = true

  private var firstLineEnd: LineEnd?
  private var hasMixedLineEnds = false
  /// The line of the last opening marker of a conflict that has not ended.
  private var openConflict: ByteRange?

  /// Looks at the size before the bytes, so that a huge file costs nothing.
  init(_ bytes: [UInt8]) {
    guard bytes.count <= Limits.documentBytes else {
      refuse(.tooLarge(limit: Limits.documentBytes), ByteRange(at: 0))
      return
    }
    if bytes.starts(with: byteOrderMark) {
      defects.append(Defect(.byteOrderMark, ByteRange(0, byteOrderMark.count)))
    }
    readLines(of: bytes)
  }

  private mutating func refuse(_ kind: Defect.Kind, _ range: ByteRange) {
    defects.append(Defect(kind, range))
    isReadable = false
  }

  private mutating func readLines(of bytes: [UInt8]) {
    var start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    var offset = start
    while true {
      offset = nextByte(in: bytes, from: offset, isNonASCIIIncluded: true)
      guard offset < bytes.count else { break }
      if bytes[offset] >= 0x80 {
        let sequence = UTF8Sequence(at: offset, in: bytes)
        guard sequence.isWellFormed else {
          refuse(.notUTF8, ByteRange(offset, offset + sequence.count))
          return
        }
        offset += sequence.count
      } else if let lineEnd = LineEnd(at: offset, in: bytes) {
        readLine(ByteRange(start, offset), of: bytes)
        readLineEnd(lineEnd, at: offset)
        offset += lineEnd.count
        start = offset
      } else if bytes[offset] == 0 {
        refuse(.nulByte, ByteRange(offset, offset + 1))
        return
      } else {
        offset += 1
      }
    }
    readLine(ByteRange(start, bytes.count), of: bytes)
    closeConflict()
  }

  private mutating func readLineEnd(_ lineEnd: LineEnd, at offset: Int) {
    guard let first = firstLineEnd else {
      firstLineEnd = lineEnd
      return
    }
    guard lineEnd != first, !hasMixedLineEnds else { return }
    hasMixedLineEnds = true
    defects.append(Defect(.mixedLineEnds, ByteRange(offset, offset + lineEnd.count)))
  }

  /// Follows the markers that Git leaves where it could not merge, one of which may be left over.
  /// The separator between them is no mark of its own: it may be the underline of a heading.
  private mutating func readLine(_ line: ByteRange, of bytes: [UInt8]) {
    guard line.count >= 7 else { return }
    if let place = bottomlessPlace(of: line, in: bytes) {
      refuse(.tooDeep(limit: Limits.nesting), ByteRange(at: place))
    }
    switch bytes[line.lowerBound] {
    case UInt8(ascii: "<") where bytes[line.indices].starts(with: "<<<<<<< ".utf8):
      closeConflict()
      openConflict = line
    case UInt8(ascii: ">") where bytes[line.indices].starts(with: ">>>>>>> ".utf8):
      let start = openConflict?.lowerBound ?? line.lowerBound
      defects.append(Defect(.conflictMarker, ByteRange(start, line.upperBound)))
      openConflict = nil
    default: return
    }
  }

  /// Records the opening marker of a conflict that does not end.
  private mutating func closeConflict() {
    if let openConflict { defects.append(Defect(.conflictMarker, openConflict)) }
    openConflict = nil
  }
}

/// The three bytes that some editors put before UTF-8.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

private enum LineEnd {
  case lf, crlf, cr

  var count: Int { self == .crlf ? 2 : 1 }

  /// `nil` when no line ends at `offset`.
  init?(at offset: Int, in bytes: [UInt8]) {
    switch bytes[offset] {
    case UInt8(ascii: "\n"): self = .lf
    case UInt8(ascii: "\r"):
      let next = offset + 1
      self = next < bytes.count && bytes[next] == UInt8(ascii: "\n") ? .crlf : .cr
    default: return nil
    }
  }
}

/// The bytes of a character beyond ASCII (Unicode 16, table 3-7).
private struct UTF8Sequence {
  /// How many bytes belong together: of an ill-formed sequence the longest part that might have
  /// opened a well-formed one, or one byte.
  let count: Int
  let isWellFormed: Bool

  init(at offset: Int, in bytes: [UInt8]) {
    let length: Int
    var next: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[offset] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, next) = (3, 0xA0...0xBF)
    case 0xED: (length, next) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, next) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, next) = (4, 0x80...0x8F)
    default: length = 0
    }
    var count = 1
    while count < length, offset + count < bytes.count, next.contains(bytes[offset + count]) {
      next = 0x80...0xBF
      count += 1
    }
    self.count = count
    isWellFormed = count == length
  }
}

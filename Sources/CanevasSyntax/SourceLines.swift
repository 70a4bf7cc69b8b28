import CanevasSource

/// The lines of a file as libcmark counts them.
struct SourceLines {
  let bytes: [UInt8]
  /// Every line without its line end, the first one without a byte-order mark. A line end that
  /// closes the file opens no further line.
  private(set) var ranges: [ByteRange] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    ranges.reserveCapacity(bytes.count / 32)
    var start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    var offset = nextByte(in: bytes, from: start, isNonASCIIIncluded: false)
    while offset < bytes.count {
      var next = offset + 1
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        ranges.append(ByteRange(start, offset))
        if byte == UInt8(ascii: "\r"), next < bytes.count, bytes[next] == UInt8(ascii: "\n") {
          next += 1
        }
        start = next
      }
      offset = nextByte(in: bytes, from: next, isNonASCIIIncluded: false)
    }
    if start < bytes.count { ranges.append(ByteRange(start, bytes.count)) }
  }

  /// The number, from 0, of the line that holds `offset` or ends at it.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = ranges.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }

  func opening(of line: Int) -> LineOpening {
    LineOpening(bytes: bytes, line: ranges[line])
  }

  /// The end of `range` without the white space before it.
  func trimmedEnd(_ range: ByteRange) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, isWhiteSpace(bytes[end - 1]) { end -= 1 }
    return end
  }
}

/// Reads how a line opens, as CommonMark's block structure does: in columns, where a tab reaches
/// to the next multiple of four and may be taken in parts.
struct LineOpening {
  let bytes: [UInt8]
  /// Where the line ends, without its line end.
  let end: Int
  /// The next byte; a tab stays the next byte until its last column is taken.
  var offset: Int
  /// The next column, from 0.
  var column: Int

  init(bytes: [UInt8], line: ByteRange) {
    self.bytes = bytes
    end = line.upperBound
    offset = line.lowerBound
    column = 0
  }

  /// The next byte; `nil` at the line's end.
  var next: UInt8? { offset < end ? bytes[offset] : nil }

  var isAtSpace: Bool { next == UInt8(ascii: " ") || next == UInt8(ascii: "\t") }

  /// Takes columns: of a tab perhaps a part, of other bytes one each.
  mutating func take(columns: Int) {
    var rest = columns
    while rest > 0, let byte = next {
      let width = byte == UInt8(ascii: "\t") ? 4 - column % 4 : 1
      let taken = min(rest, width)
      column += taken
      rest -= taken
      if taken == width { offset += 1 }
    }
  }

  /// Takes the spaces and tabs ahead and returns how many columns they were.
  @discardableResult
  mutating func takeIndentation() -> Int {
    let start = column
    while isAtSpace { take(columns: 1) }
    return column - start
  }

  /// Takes a marker of `count` bytes.
  mutating func take(bytes count: Int) {
    offset += count
    column += count
  }
}

/// The first offset, from `offset` on, of a byte below 0x20, or beyond ASCII where that is asked
/// for; the count if there is none. Text is passed over eight bytes at a time.
@inline(__always)
func nextByte(in bytes: [UInt8], from offset: Int, isNonASCIIIncluded: Bool) -> Int {
  let high: UInt64 = 0x8080_8080_8080_8080
  let span = bytes.span.bytes
  var offset = offset
  while offset + 8 <= bytes.count {
    let load = span.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    let word = UInt64(littleEndian: load)
    // The high bit of the first byte below 0x20 becomes set, and that of none before it.
    let lowered = word &- 0x2020_2020_2020_2020
    let marks = (isNonASCIIIncluded ? lowered | word : lowered & ~word) & high
    if marks != 0 { return offset + marks.trailingZeroBitCount / 8 }
    offset += 8
  }
  while offset < bytes.count, bytes[offset] >= 0x20, !isNonASCIIIncluded || bytes[offset] < 0x80 {
    offset += 1
  }
  return offset
}

/// The punctuation characters of ASCII: what a backslash can escape.
func isPunctuation(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
  default: false
  }
}

/// Where the lines of a text begin, so that an offset can be told as line and column.
///
/// A line ends at LF, CR LF or a lone CR, as in CommonMark. Lines and columns count from one;
/// columns count Unicode scalars, as editors show them.
package struct LineIndex: Sendable {
  private let starts: [Int]
  private let length: Int
  /// How many scalars start before every 1,024th byte, so that no line is too long to count.
  private let scalars: [Int]
  private static let stride = 1024

  package init(_ bytes: [UInt8]) {
    var starts = [0]
    var scalars: [Int] = []
    var count = 0
    var previous: UInt8 = 0
    var offset = 0
    for byte in bytes {
      if offset % Self.stride == 0 { scalars.append(count) }
      if !isContinuation(byte) { count += 1 }
      // A line starts after LF, and after a CR that no LF follows.
      if previous == UInt8(ascii: "\r"), byte != UInt8(ascii: "\n") { starts.append(offset) }
      if byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
      previous = byte
      offset += 1
    }
    if previous == UInt8(ascii: "\r") { starts.append(offset) }
    self.starts = starts
    self.scalars = scalars
    length = offset
  }

  /// How many lines there are; a text that ends with a line end has an empty last one.
  package var count: Int { starts.count }

  /// The line, counted from one, that holds `offset`.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Line and column of `offset` in `bytes`, the bytes that the index was made from.
  package func position(at offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let line = line(at: offset)
    let start = scalarCount(before: starts[line - 1], in: bytes)
    return (line, scalarCount(before: min(offset, bytes.count), in: bytes) - start + 1)
  }

  /// How many scalars start before an offset.
  private func scalarCount(before offset: Int, in bytes: [UInt8]) -> Int {
    let step = min(offset / Self.stride, scalars.count - 1)
    guard step >= 0 else { return 0 }
    return scalars[step] + bytes[step * Self.stride..<offset].count { !isContinuation($0) }
  }

  /// The bytes of a line, counted from one, with its line end.
  package func range(ofLine line: Int) -> ByteRange {
    ByteRange(starts[line - 1], line < starts.count ? starts[line] : length)
  }
}

/// Whether a byte continues a UTF-8 sequence rather than starting one.
package func isContinuation(_ byte: UInt8) -> Bool {
  byte & 0xC0 == 0x80
}

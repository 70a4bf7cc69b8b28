/// Where the lines of a text begin, so that an offset can be told as line and column.
///
/// A line ends at LF, CR LF or a lone CR, as in CommonMark. Lines and columns count from one;
/// columns count Unicode scalars, as editors show them.
package struct LineIndex: Sendable {
  private let starts: [Int]
  private let length: Int

  package init(_ bytes: some Collection<UInt8>) {
    var starts = [0]
    var previous: UInt8 = 0
    var offset = 0
    for byte in bytes {
      // A line starts after LF, and after a CR that no LF follows.
      if previous == UInt8(ascii: "\r"), byte != UInt8(ascii: "\n") { starts.append(offset) }
      if byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
      previous = byte
      offset += 1
    }
    if previous == UInt8(ascii: "\r") { starts.append(offset) }
    self.starts = starts
    length = offset
  }

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
    let scalars = bytes[starts[line - 1]..<min(offset, bytes.count)].count { !isContinuation($0) }
    return (line, scalars + 1)
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

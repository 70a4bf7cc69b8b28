/// Whether a byte is white space: what CommonMark trims from the ends of a text.
@inlinable package func isWhiteSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || (0x09...0x0D).contains(byte)
}

/// Whether a byte ends a line, or is the first of two that do.
@inlinable package func isLineEnd(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}

/// Whether a byte is an ASCII digit.
@inlinable package func isDigit(_ byte: UInt8) -> Bool {
  UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9")
}

/// Whether a byte is an ASCII letter or part of a letter beyond ASCII.
@inlinable package func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    || (0x80...0xBF).contains(byte) || byte >= 0xC3
}

/// A text on one line without the spaces and tabs at its end.
package func trimmedEnd(_ text: some BidirectionalCollection<UInt8>) -> [UInt8] {
  let end = text.lastIndex { $0 != 0x20 && $0 != 0x09 }
  return Array(end.map { text[...$0] } ?? text[text.startIndex..<text.startIndex])
}

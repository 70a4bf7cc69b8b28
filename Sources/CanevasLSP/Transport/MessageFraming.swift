/// Cuts a stream of bytes into the contents of messages (LSP 3.17, "Base Protocol"): a header of
/// lines, of which `Content-Length` counts, an empty line, and as many bytes.
///
/// After a header that makes no sense the stream is searched for the next one that may.
struct MessageFraming {
  /// What stands at the front of a stream.
  enum Part: Hashable {
    case content([UInt8])
    /// Bytes that are part of no message; they are left out.
    case garbage
  }

  private static let headerLimit = 4096
  private static let contentLimit = 64 << 20
  private static let field = Array("content-length:".utf8)

  private var bytes: [UInt8] = []
  /// Where in `bytes` the next header starts.
  private var start = 0
  /// Whether the stream is being searched for a header; what is passed over was told already.
  private var isSearching = false

  mutating func append(_ more: some Sequence<UInt8>) {
    bytes.removeSubrange(..<start)
    start = 0
    bytes += more
  }

  /// Takes the next part off the stream; `nil` until more of it has come.
  mutating func next() -> Part? {
    if isSearching {
      guard findField() else { return nil }
      isSearching = false
    }
    guard let header = nextHeader() else {
      return bytes.count - start > Self.headerLimit ? lost() : nil
    }
    guard let length = header.length, length <= Self.contentLimit else { return lost() }
    guard bytes.count - header.end >= length else { return nil }
    start = header.end + length
    return .content(Array(bytes[header.end..<start]))
  }

  private mutating func lost() -> Part {
    // The field's own name is passed over, or it would be found again.
    let isAtField = bytes[start...].lowercasedStarts(with: Self.field)
    start += isAtField ? Self.field.count : 0
    isSearching = true
    return .garbage
  }

  /// The header at the start, once it is all there.
  private func nextHeader() -> (length: Int?, end: Int)? {
    var length: Int?
    var line = start
    while let end = bytes[line...].prefix(Self.headerLimit).firstIndex(of: UInt8(ascii: "\n")) {
      let text = bytes[line..<end].last == UInt8(ascii: "\r") ? line..<end - 1 : line..<end
      if text.isEmpty, line > start { return (length, end + 1) }
      if bytes[text].lowercasedStarts(with: Self.field) {
        length = Self.number(bytes[text].dropFirst(Self.field.count))
      }
      line = end + 1
      guard line - start <= Self.headerLimit else { return nil }
    }
    return nil
  }

  private static func number(_ text: ArraySlice<UInt8>) -> Int? {
    let digits = text.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    let number = Int(String(decoding: digits, as: UTF8.self))
    return number.flatMap { $0 < 0 ? nil : $0 }
  }

  /// Moves the start to the next place that the field's name stands at, or to the last bytes that
  /// may be its beginning.
  private mutating func findField() -> Bool {
    while bytes.count - start >= Self.field.count {
      if bytes[start...].lowercasedStarts(with: Self.field) { return true }
      start += 1
    }
    return false
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes start with those of `text`, which is in small letters.
  fileprivate func lowercasedStarts(with text: [UInt8]) -> Bool {
    guard count >= text.count else { return false }
    return zip(self, text).allSatisfy { byte, letter in
      ((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte) == letter
    }
  }
}

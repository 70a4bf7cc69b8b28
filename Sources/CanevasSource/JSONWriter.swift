/// Writes JSON into bytes as it goes: keys in the order given, with two spaces of indentation, or
/// compact, without white space.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private let isCompact: Bool
  private var depth = 0
  private var isFirst = true

  /// A compact writer leaves out all white space.
  package init(isCompact: Bool = false) {
    self.isCompact = isCompact
  }

  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    nested("{", "}", body)
  }

  package mutating func array<Element>(
    _ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void
  ) {
    nested("[", "]") { writer in
      for element in elements {
        writer.separate()
        body(&writer, element)
      }
    }
  }

  /// A member of the object under way; `value` writes exactly one value.
  package mutating func member(_ key: String, _ value: (inout JSONWriter) -> Void) {
    separate()
    string(key)
    bytes.append(UInt8(ascii: ":"))
    if !isCompact { bytes.append(UInt8(ascii: " ")) }
    value(&self)
  }

  package mutating func member(_ key: String, _ text: String) { member(key) { $0.string(text) } }
  package mutating func member(_ key: String, _ number: Int) { member(key) { $0.number(number) } }
  package mutating func member(_ key: String, _ flag: Bool) {
    member(key) { $0.bytes += (flag ? "true" : "false").utf8 }
  }
  package mutating func null() { bytes += "null".utf8 }
  package mutating func number(_ value: Int) { bytes += String(value).utf8 }
  /// A number in plain digits with a decimal point.
  package mutating func number(decimal: String) { bytes += decimal.utf8 }
  /// One value that was written before.
  package mutating func written(_ value: [UInt8]) { bytes += value }

  package mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { text in
      var start = 0
      for (place, byte) in text.enumerated() {
        guard let escape = Self.escape(byte) else { continue }
        bytes += text[start..<place]
        bytes += escape.utf8
        start = place + 1
      }
      bytes += text[start...]
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// How a byte is written that may not stand in a string as it is.
  private static func escape(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "\""): return "\\\""
    case UInt8(ascii: "\\"): return "\\\\"
    case 0x0A: return "\\n"
    case ..<0x20, 0x7F:
      let hex = String(byte, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
    default: return nil
    }
  }

  private mutating func nested(
    _ open: String, _ close: String, _ body: (inout JSONWriter) -> Void
  ) {
    bytes += open.utf8
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { newLine() }
    isFirst = false
    bytes += close.utf8
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    newLine()
  }

  private mutating func newLine() {
    guard !isCompact else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }
}

/// Writes JSON into bytes as it goes: keys in the order given, with two spaces of indentation, or
/// compact, without white space.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var depth = 0
  private var isFirst = true
  private let isCompact: Bool

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
    bytes += (isCompact ? ":" : ": ").utf8
    value(&self)
  }

  package mutating func member(_ key: String, _ text: String) { member(key) { $0.string(text) } }
  package mutating func member(_ key: String, _ number: Int) { member(key) { $0.number(number) } }
  package mutating func member(_ key: String, _ flag: Bool) {
    member(key) { $0.bytes += (flag ? "true" : "false").utf8 }
  }
  package mutating func null() { bytes += "null".utf8 }
  package mutating func number(_ value: Int) { bytes += String(value).utf8 }

  package mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case 0x0A: bytes += "\\n".utf8
      case ..<0x20, 0x7F:
        let hex = String(byte, radix: 16)
        bytes += ("\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex).utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
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

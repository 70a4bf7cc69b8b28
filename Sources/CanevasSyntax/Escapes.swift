import CanevasSource
import Ccmark

/// Bytes of a text that stand for others.
struct Escape {
  /// The bytes that they stand for.
  let meaning: [UInt8]
  /// The offset after them.
  let end: Int

  /// A backslash escape or an entity at `offset`, as far as it ends before `end` (CommonMark 0.30,
  /// sections 2.4 and 2.5). In an autolink a backslash is a backslash.
  init?(at offset: Int, upTo end: Int, in bytes: [UInt8], _ isInAutolink: Bool) {
    switch bytes[offset] {
    case UInt8(ascii: "\\"):
      guard !isInAutolink, offset + 1 < end, isPunctuation(bytes[offset + 1]) else { return nil }
      meaning = [bytes[offset + 1]]
      self.end = offset + 2
    case UInt8(ascii: "&"):
      let longest = bytes[offset..<min(end, offset + 40)]
      guard let semicolon = longest.firstIndex(of: UInt8(ascii: ";")),
        let meaning = meaningOfEntity(bytes[offset...semicolon])
      else { return nil }
      self.meaning = meaning
      self.end = semicolon + 1
    default: return nil
    }
  }

  /// A tab of which a container has taken the first columns: libcmark puts spaces for the others.
  /// How many shows in `literal`, the text of libcmark's that goes on at the tab.
  init?(tabAt offset: Int, in bytes: [UInt8], for literal: UnsafePointer<UInt8>) {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\t") else { return nil }
    let space = UInt8(ascii: " ")
    var count = 0
    while literal[count] == space { count += 1 }
    count -= bytes[(offset + 1)...].prefix { $0 == space }.count
    guard count > 0 else { return nil }
    meaning = Array(repeating: space, count: count)
    end = offset + 1
  }
}

/// What an entity stands for; `nil` if there is none of its name. libcmark has the table of names,
/// and is asked by having it parse the entity on its own.
private func meaningOfEntity(_ source: ArraySlice<UInt8>) -> [UInt8]? {
  let name = source.dropFirst().dropLast()
  guard name.allSatisfy({ isLetterOrDigit($0) || $0 == UInt8(ascii: "#") }) else { return nil }
  let meaning = source.withUnsafeBytes { source in
    let tree = cmark_parse_document(
      source.assumingMemoryBound(to: CChar.self).baseAddress, source.count, CMARK_OPT_DEFAULT)
    defer { cmark_node_free(tree) }
    let text = cmark_node_first_child(cmark_node_first_child(tree))
    return cmark_node_get_literal(text).map { Array(String(cString: $0).utf8) }
  }
  return meaning.flatMap { $0.elementsEqual(source) ? nil : $0 }
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
  default: false
  }
}

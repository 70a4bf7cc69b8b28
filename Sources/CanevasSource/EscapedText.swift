/// One line of text as Markdown that is read as just this text, with as few backslashes as that
/// takes: in the middle of a paragraph, behind `Clé : `, and so on.
package func escaped(_ text: String) -> String {
  escaped(Array(text.utf8), also: [])
}

/// A paragraph's or an item's whole text, which may open like a block of another kind.
package func escapedParagraph(_ text: String) -> String {
  let bytes = Array(text.utf8)
  let escaped = escaped(text)
  // Nothing that may open a block is escaped otherwise: the places before it agree.
  guard let place = blockMarker(bytes) else { return escaped }
  var result = Array(escaped.utf8)
  if result[place] != UInt8(ascii: "\\") { result.insert(UInt8(ascii: "\\"), at: place) }
  return String(decoding: result, as: UTF8.self)
}

/// The text of a heading, whose last `#` would be taken for its end.
package func escapedHeading(_ text: String) -> String {
  var result = Array(escaped(text).utf8)
  let hashes = result.reversed().prefix { $0 == UInt8(ascii: "#") }.count
  let isApart = hashes == result.count || result[result.count - hashes - 1] == UInt8(ascii: " ")
  if hashes > 0, isApart { result.insert(UInt8(ascii: "\\"), at: result.count - hashes) }
  return String(decoding: result, as: UTF8.self)
}

/// The text of a link.
package func escapedLinkText(_ text: String) -> String {
  escaped(Array(text.utf8), also: Array("[]".utf8))
}

private func escaped(_ bytes: [UInt8], also others: [UInt8]) -> String {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count + 16)
  for index in bytes.indices {
    if others.contains(bytes[index]) || isMarkup(index, bytes) {
      result.append(UInt8(ascii: "\\"))
    }
    result.append(bytes[index])
  }
  return String(decoding: result, as: UTF8.self)
}

/// Whether a byte may be markup where it stands (CommonMark 0.30, section 6). Without `](` and
/// `]:` there is no link, image or definition.
private func isMarkup(_ index: Int, _ bytes: [UInt8]) -> Bool {
  let space = UInt8(ascii: " ")
  let before = index > 0 ? bytes[index - 1] : space
  let after = index + 1 < bytes.count ? bytes[index + 1] : space
  let isSpaced = before == space && after == space
  switch bytes[index] {
  case UInt8(ascii: "`"): return true
  case UInt8(ascii: "\\"): return isPunctuation(after) || index + 1 == bytes.count
  case UInt8(ascii: "*"): return !isSpaced
  case UInt8(ascii: "_"): return !isSpaced && !(isWord(before) && isWord(after))
  case UInt8(ascii: "]"): return after == UInt8(ascii: "(") || after == UInt8(ascii: ":")
  case UInt8(ascii: "<"): return isWord(after) && !isDigit(after) || "/!?".utf8.contains(after)
  case UInt8(ascii: "&"):
    let name = bytes[(index + 1)...].prefix(40).prefix { isWord($0) || $0 == UInt8(ascii: "#") }
    return !name.isEmpty && name.endIndex < bytes.count
      && bytes[name.endIndex] == UInt8(ascii: ";")
  default: return false
  }
}

/// Where a backslash keeps a text from opening a block (CommonMark 0.30, sections 4 and 5), or from
/// being taken for a slip by a rule; `nil` where nothing does.
private func blockMarker(_ bytes: [UInt8]) -> Int? {
  guard let first = bytes.first else { return nil }
  let run = bytes.prefix { $0 == first }.count
  let isApart = run == bytes.count || bytes[run] == UInt8(ascii: " ")
  switch first {
  case UInt8(ascii: ">"): return 0
  case UInt8(ascii: "#"): return isApart || run > 1 ? 0 : nil
  case UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "_"): return isApart ? 0 : nil
  case UInt8(ascii: "-"): return isApart || run > 2 ? 0 : nil
  case UInt8(ascii: "~"): return run > 2 ? 0 : nil
  // Marks of a conflict between versions.
  case UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: "|"): return run > 6 ? 0 : nil
  default:
    let digits = bytes.prefix(while: isDigit).count
    guard (1...9).contains(digits), digits < bytes.count,
      bytes[digits] == UInt8(ascii: ".") || bytes[digits] == UInt8(ascii: ")"),
      digits + 1 == bytes.count || bytes[digits + 1] == UInt8(ascii: " ")
    else { return nil }
    return digits
  }
}

private func isWord(_ byte: UInt8) -> Bool {
  byte < 0x80 && (isDigit(byte) || isLetter(byte))
}

private func isPunctuation(_ byte: UInt8) -> Bool {
  (0x21...0x7E).contains(byte) && !isWord(byte)
}

/// How many columns a text takes in a terminal: combining and zero-width characters none, East
/// Asian wide characters and emoji two.
package func columns(of text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
}

/// How many columns one scalar takes in a terminal.
package func columns(of scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case ..<0x20, 0x7F..<0xA0: return 0
  case ..<0x300: return 1
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
    0x20000...0x3FFFD:
    return 2
  case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF:
    return 0
  default:
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return 1
    }
  }
}

/// `text` within `width` columns: what is longer is cut between characters and ends in `…`.
package func cut(_ text: String, toColumns width: Int) -> String {
  guard columns(of: text) > width else { return text }
  guard width > 0 else { return "" }
  var result = ""
  var used = 1
  for character in text {
    used += columns(of: String(character))
    guard used <= width else { break }
    result.append(character)
  }
  while result.last == " " { result.removeLast() }
  return result + "…"
}

/// The lines of a text that is wrapped to `width` columns: at spaces, but at none that French
/// typography does not let a line end at. A longer word stays whole, on a line of its own.
package func wrapped(_ text: String, toColumns width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var used = 0
  for word in unbreakable(text) {
    let length = columns(of: word)
    if used > 0, used + 1 + length <= width {
      line += " " + word
      used += 1 + length
    } else {
      if used > 0 { lines.append(line) }
      (line, used) = (word, length)
    }
  }
  return used > 0 ? lines + [line] : lines
}

/// The stretches of a text between the spaces at which a line may end.
private func unbreakable(_ text: String) -> [String] {
  let bytes = Array(text.utf8)
  var words: [String] = []
  var start = 0
  func append(_ end: Int) {
    if start < end { words.append(String(decoding: bytes[start..<end], as: UTF8.self)) }
  }
  for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: " ") {
    let space = typographicSpace(before: bytes[(place + 1)...], after: bytes[..<place])
    guard case .breaking = space else { continue }
    append(place)
    start = place + 1
  }
  append(bytes.count)
  return words
}

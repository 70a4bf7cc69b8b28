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

/// A text in lines of at most `width` columns, cut at spaces; a word that is longer has a line of
/// its own. A mark of French punctuation stays with its word.
package func lines(of text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for part in unbreakableParts(of: text) {
    if line.isEmpty {
      line = part
    } else if columns(of: line) + 1 + columns(of: part) <= width {
      line += " " + part
    } else {
      lines.append(line)
      line = part
    }
  }
  return line.isEmpty ? lines : lines + [line]
}

/// The words of a text, each together with the marks that a space parts from it.
private func unbreakableParts(of text: String) -> [String] {
  var parts: [String] = []
  for word in text.split(separator: " ") {
    let isMark = word.unicodeScalars.first.map { ":;?!»→".unicodeScalars.contains($0) } ?? false
    if let last = parts.last, isMark || last.hasSuffix("«") {
      parts[parts.count - 1] += " " + word
    } else {
      parts.append(String(word))
    }
  }
  return parts
}

import CanevasSource

/// What opens an item in raw notes.
enum Bullet: Hashable {
  /// A sign; notes keep one for each level of their lists.
  case sign(Unicode.Scalar)
  /// `3.` or `3)`, as it was typed.
  case number(String)
}

extension Bullet {
  /// The bullet that a line opens with, and the text behind it, which may be on the next line.
  static func read(_ line: String) -> (bullet: Bullet, text: String)? {
    guard let first = line.unicodeScalars.first else { return nil }
    let rest = line.unicodeScalars.dropFirst()
    if unmistakable.contains(first) {
      return (.sign(first), String(String.UnicodeScalarView(rest.drop { $0 == " " })))
    }
    // `o` is Word's sign of a second level; what it may also be is a word.
    if doubtful.contains(first), rest.first == " ", rest.count > 1 {
      return (.sign(first), String(String.UnicodeScalarView(rest.dropFirst())))
    }
    return number(line)
  }

  /// One or two digits, a full stop or a parenthesis, then text.
  private static func number(_ line: String) -> (Bullet, String)? {
    let digits = line.utf8.prefix(while: isDigit).count
    guard (1...2).contains(digits) else { return nil }
    let rest = line.utf8.dropFirst(digits)
    guard let mark = rest.first, ".)".utf8.contains(mark),
      rest.dropFirst().first == UInt8(ascii: " ")
    else { return nil }
    let end = line.utf8.index(line.startIndex, offsetBy: digits + 1)
    return (.number(String(line[..<end])), String(line[end...].dropFirst()))
  }

  /// The private-use characters are those of Word's symbol fonts.
  private static let unmistakable = Set(
    "•●◦○‣∙·⁃▪▫■□►▶▸➢➤➔✓✔❖☐\u{F0B7}\u{F0A7}\u{F0A8}\u{F0D8}\u{F0FC}".unicodeScalars)
  private static let doubtful = Set("-–*o§".unicodeScalars)
}

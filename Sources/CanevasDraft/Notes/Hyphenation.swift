import CanevasSource

/// Puts words together again that a line's end parted.
struct Hyphenation {
  /// The words that stand whole somewhere in the notes.
  private let words: Set<String>

  init(_ lines: [NotesText.Line]) {
    var words: Set<String> = []
    for line in lines {
      words.formUnion(line.text.split(separator: " ").map { folded(trimmed($0)) })
    }
    self.words = words
  }

  /// Adds a line to a text: behind a space, or as the second half of the text's last word.
  func append(_ line: String, to text: inout String) {
    guard let hyphen = Self.hyphen(of: text) else {
      text += " " + line
      return
    }
    let head = lastWord(of: text)
    if hyphen == "\u{AD}" || !belongs(hyphenAfter: head, before: firstWord(of: line)) {
      text.unicodeScalars.removeLast()
    }
    text += line
  }

  /// The hyphen that a line ends with, a letter before it.
  static func hyphen(of line: String) -> Unicode.Scalar? {
    let end = line.unicodeScalars.suffix(2)
    guard end.count == 2, let first = end.first, let last = end.last,
      first.properties.isAlphabetic, ["-", "\u{2010}", "\u{AD}"].contains(last)
    else { return nil }
    return last
  }

  /// Whether a word is written with its hyphen wherever its line ends. What the notes themselves
  /// write elsewhere decides; otherwise French compounds are told by how they open or close.
  private func belongs(hyphenAfter head: String, before tail: String) -> Bool {
    guard let first = tail.unicodeScalars.first, first.properties.isLowercase else { return true }
    let (head, tail) = (folded(head), folded(tail))
    if words.contains(head + tail) { return false }
    if words.contains(head + "-" + tail) { return true }
    let last = head.split { "-'".contains($0) }.last.map(String.init) ?? head
    return openings.contains(last) || closings.contains(tail)
  }
}

/// Looks back from the end alone: a text may be long.
private func lastWord(of text: String) -> String {
  let start = text.utf8.lastIndex(of: UInt8(ascii: " ")) ?? text.startIndex
  return trimmed(text[start...])
}

private func firstWord(of line: String) -> String {
  trimmed(line.prefix { $0 != " " })
}

/// A word without the marks around it.
private func trimmed(_ word: Substring) -> String {
  let isMark = { (scalar: Unicode.Scalar) in
    !scalar.properties.isAlphabetic && !("0"..."9").contains(scalar)
  }
  let scalars = word.unicodeScalars.drop(while: isMark)
  guard let last = scalars.lastIndex(where: { !isMark($0) }) else { return "" }
  return String(scalars[...last])
}

private let openings: Set<String> = [
  "apres", "arriere", "auto", "avant", "bio", "celle", "celles", "celui", "ceux", "chef", "ci",
  "co", "contre", "demi", "eco", "ex", "grand", "hors", "inter", "la", "libre", "mi", "micro",
  "mini", "moyen", "multi", "non", "peut", "porte", "quelques", "rendez", "sans", "savoir", "semi",
  "socio", "sous", "tiers", "vice", "vis",
]

private let closings: Set<String> = [
  "a", "ce", "ci", "dela", "dessous", "dessus", "elle", "elles", "en", "etre", "faire", "il", "ils",
  "je", "la", "le", "les", "leur", "lui", "meme", "memes", "moi", "nous", "on", "toi", "tu", "unes",
  "uns", "vous", "y",
]

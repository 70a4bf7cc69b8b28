/// A path as a pattern of `.gitattributes` that matches it alone, to stand before a pattern.
func attributePattern(matching path: String) -> String {
  String(path.flatMap { "*?[\\!".contains($0) ? ["\\", $0] : [$0] })
}

/// A pattern as it stands in `.gitattributes`: in double quotes, like a text of C, if it has
/// spaces or what else a plain one cannot have.
func quotedForAttributes(_ pattern: String) -> String {
  guard
    pattern.unicodeScalars.contains(where: { $0.value <= 0x20 || "\"#\\".contains(Character($0)) })
  else { return pattern }
  let characters = pattern.unicodeScalars.map { scalar in
    switch scalar {
    case "\"", "\\": "\\\(scalar)"
    case "\n": "\\n"
    case "\t": "\\t"
    case "\r": "\\r"
    default: String(scalar)
    }
  }
  return "\"" + characters.joined() + "\""
}

/// A word as it stands in a command of a shell.
func quotedForShell(_ word: String) -> String {
  let isPlain = word.utf8.allSatisfy { byte in
    byte >= 0x80 || Character(Unicode.Scalar(byte)).isLetter
      || Character(Unicode.Scalar(byte)).isNumber || "/._-+,:@".utf8.contains(byte)
  }
  guard !isPlain || word.isEmpty else { return word }
  return "'"
    + word.split(separator: "'", omittingEmptySubsequences: false)
    .joined(separator: "'\\''") + "'"
}

/// Tells lines that were cut where a page or a column ended from lines that somebody ended.
struct Wrapping {
  private let lines: [NotesText.Line]
  private let counts: [Int]
  /// For each line, the width of the column that its neighbours show; 0 where they show none.
  private var widths: [Int]

  init(_ lines: [NotesText.Line]) {
    self.lines = lines
    counts = lines.map(\.text.unicodeScalars.count)
    widths = Array(repeating: 0, count: lines.count)
    var start = 0
    for index in 0...lines.count where index == lines.count || lines[index].isBlank {
      measure(start..<index)
      start = index + 1
    }
  }

  /// Lines without a blank one between them are of a column if one of them goes on in the next.
  private mutating func measure(_ run: Range<Int>) {
    guard run.count > 1, let width = counts[run].max(), width >= 40 else { return }
    let isColumn = run.dropFirst().contains { index in
      counts[index - 1] >= 30 && opensInLowerCase(lines[index].text)
        && !endsSentence(lines[index - 1].text)
    }
    if isColumn { for index in run { widths[index] = width } }
  }

  /// Whether a line goes on with the text of a former one, which has `least` characters at least.
  /// Across a blank line, which some programs put between any two, only a long one does.
  func isWrapped(_ former: Int, _ next: Int, atLeast least: Int) -> Bool {
    let (text, following) = (lines[former].text, lines[next].text)
    let gap = next - former - 1
    guard gap <= 1, let first = following.unicodeScalars.first else { return false }
    if gap == 0 || opensInLowerCase(following), Hyphenation.hyphen(of: text) != nil {
      return first.properties.isAlphabetic
    }
    if opensInLowerCase(following), !endsSentence(text) {
      return counts[former] >= (gap == 0 ? least : 50)
    }
    guard gap == 0, widths[former] > 0 else { return false }
    let word = following.unicodeScalars.prefix { $0 != " " }.count
    return (counts[former] + 1 + word) * 20 > widths[former] * 17
  }
}

/// Whether a text opens with a small letter, or with what never opens one.
func opensInLowerCase(_ text: String) -> Bool {
  guard let first = text.unicodeScalars.first else { return false }
  return first.properties.isLowercase || ")»”,".unicodeScalars.contains(first)
}

/// Whether a text ends where a sentence, or a label above what follows, may end.
func endsSentence(_ text: String) -> Bool {
  let end = text.unicodeScalars.last { !"»”\") ".unicodeScalars.contains($0) }
  return end.map { ".!?…:;".unicodeScalars.contains($0) } ?? false
}

/// Tells lines that were cut where a page or a column ended from lines that somebody ended.
struct Wrapping {
  private let lines: [NotesText.Line]
  private let counts: [Int]
  /// For each line, the width of the column that its neighbours show; 0 where they show none.
  private var widths: [Int]
  /// For each line, whether its neighbours open new thoughts with small letters.
  private var opensSmall: [Bool]
  /// Whether a blank line stands behind nearly every other, as some programs write pages.
  private let isDoubleSpaced: Bool

  init(_ lines: [NotesText.Line]) {
    self.lines = lines
    counts = lines.map(\.text.unicodeScalars.count)
    widths = Array(repeating: 0, count: lines.count)
    opensSmall = Array(repeating: false, count: lines.count)
    let written = lines.indices.filter { !lines[$0].isBlank }
    let apart = zip(written, written.dropFirst()).count { $1 - $0 > 1 }
    isDoubleSpaced = written.count > 10 && apart * 10 >= written.count * 8
    var start = 0
    for index in 0...lines.count where index == lines.count || lines[index].isBlank {
      measure(start..<index)
      start = index + 1
    }
  }

  /// Lines without a blank one between them are of a column if one of them goes on in the next.
  private mutating func measure(_ run: Range<Int>) {
    guard run.count > 1 else { return }
    let goingOn = run.dropFirst().filter { index in
      opensInLowerCase(lines[index].text) && !endsSentence(lines[index - 1].text)
    }
    // Nobody ends a line of a column so early.
    if goingOn.contains(where: { counts[$0 - 1] < 25 && Bullet.read(lines[$0 - 1].text) == nil }) {
      for index in run { opensSmall[index] = true }
    } else if let width = counts[run].max(), width >= 40,
      goingOn.contains(where: { counts[$0 - 1] >= 30 })
    {
      for index in run { widths[index] = width }
    }
  }

  /// Whether a line goes on with the text of a former one, an item's or a paragraph's. Across a
  /// blank line, which some programs put between any two, only a longer one does.
  func isWrapped(_ former: Int, _ next: Int, isItem: Bool) -> Bool {
    let (text, following) = (lines[former].text, lines[next].text)
    let gap = next - former - 1
    guard gap <= 1, let first = following.unicodeScalars.first else { return false }
    if hasArrow(text), hasArrow(following) { return false }
    if Hyphenation.hyphen(of: text) != nil { return first.properties.isAlphabetic }
    if opensInLowerCase(following), !endsSentence(text) {
      if isItem { return counts[former] >= (gap == 0 ? 10 : 25) }
      return counts[former] >= least(gap, next)
    }
    guard gap == 0, widths[former] > 0 else { return false }
    let word = following.unicodeScalars.prefix { $0 != " " }.count
    return (counts[former] + 1 + word) * 20 > widths[former] * 17
  }

  /// How long a paragraph's line is at least that goes on with a small letter.
  private func least(_ gap: Int, _ next: Int) -> Int {
    if gap > 0 { return isDoubleSpaced ? 35 : 60 }
    return opensSmall[next] ? 60 : 30
  }

  /// Whether a line tells who gives what to whom, which takes a line of its own.
  private func hasArrow(_ text: String) -> Bool { text.contains("→") || text.contains("->") }
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

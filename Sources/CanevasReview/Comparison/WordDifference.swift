import CanevasSource

/// Two texts as one: what was kept, taken out and put in. Empty where the words are the same.
///
/// Words and marks are compared, not the spaces between them. Where little is kept the whole text
/// is told as replaced, and a small word between two changes belongs to them: a reader is to see
/// what changed, not what happens to be alike.
package func textRuns(from old: String, to new: String) -> [TextRun] {
  WordDifference(old, new).runs
}

private struct WordDifference {
  private let old: [Word]
  private let new: [Word]
  private var changes: [Stretch] = []

  /// A run of words of both texts: the same in both where it is kept.
  private struct Stretch {
    var old: Range<Int>
    var new: Range<Int>
    let isKept: Bool
  }

  init(_ before: String, _ after: String) {
    old = Word.all(in: before)
    new = Word.all(in: after)
    guard old.map(\.text) != new.map(\.text) else { return }
    changes = stretches(LineDifference(from: old.map(\.text), to: new.map(\.text)).kept)
    joinOverSmallWords()
    if keepsLittle {
      changes = [Stretch(old: old.indices, new: new.indices, isKept: false)]
    }
  }

  private func stretches(_ kept: [(old: Int, new: Int)]) -> [Stretch] {
    var found: [Stretch] = []
    var (i, j) = (0, 0)
    func skip(to old: Int, _ new: Int) {
      if i < old || j < new { found.append(Stretch(old: i..<old, new: j..<new, isKept: false)) }
      (i, j) = (old, new)
    }
    for pair in kept {
      skip(to: pair.old, pair.new)
      if let last = found.last, last.isKept {
        found[found.count - 1].old = last.old.lowerBound..<i + 1
        found[found.count - 1].new = last.new.lowerBound..<j + 1
      } else {
        found.append(Stretch(old: i..<i + 1, new: j..<j + 1, isKept: true))
      }
      (i, j) = (i + 1, j + 1)
    }
    skip(to: old.count, new.count)
    return found
  }

  /// Joins two changes that only a mark or a small word or two part.
  private mutating func joinOverSmallWords() {
    var joined: [Stretch] = []
    for (place, stretch) in changes.enumerated() {
      let isBetween = place > 0 && place + 1 < changes.count
      if let last = joined.last, !last.isKept {
        let next = isBetween && stretch.isKept ? changes[place + 1] : stretch
        let replaces =
          !(last.old.isEmpty && next.old.isEmpty) && !(last.new.isEmpty && next.new.isEmpty)
        let isSmall =
          stretch.old.count <= 2 && old[stretch.old].allSatisfy(\.isSmall) && replaces
        if !stretch.isKept || isBetween && isSmall {
          joined[joined.count - 1].old = last.old.lowerBound..<stretch.old.upperBound
          joined[joined.count - 1].new = last.new.lowerBound..<stretch.new.upperBound
          continue
        }
      }
      joined.append(stretch)
    }
    changes = joined
  }

  /// Whether less than a third of the shorter text's words is kept, small words aside.
  private var keepsLittle: Bool {
    func weight(_ words: [Word]) -> Int { words.count { !$0.isSmall } }
    let kept = changes.filter(\.isKept).reduce(0) { $0 + weight(Array(old[$1.old])) }
    return 3 * kept < min(weight(old), weight(new))
  }

  var runs: [TextRun] {
    var runs = RunBuilder()
    for stretch in changes {
      let (before, after) = (old[stretch.old], new[stretch.new])
      if stretch.isKept {
        for (word, other) in zip(before, after) {
          runs.space(word.hasSpace, other.hasSpace)
          runs.add(.kept, other.text)
        }
      } else {
        runs.add(before, after)
      }
    }
    return runs.runs
  }
}

/// A word, or a mark between words.
private struct Word {
  let text: String
  /// Whether a space stands before it.
  let hasSpace: Bool

  static func all(in text: String) -> [Word] {
    var words: [Word] = []
    var word = ""
    var hasSpace = false
    func close() {
      guard !word.isEmpty else { return }
      words.append(Word(text: word, hasSpace: hasSpace))
      hasSpace = false
      word = ""
    }
    let scalars = Array(text.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      if belongsToNumber(scalars, place) {
        word.unicodeScalars.append(scalar)
      } else if scalar.isSpace {
        close()
        hasSpace = !words.isEmpty
      } else if scalar.isPartOfWord {
        word.unicodeScalars.append(scalar)
      } else if scalar == "'" || scalar == "’" {
        word.unicodeScalars.append(scalar)
        close()
      } else {
        close()
        word.unicodeScalars.append(scalar)
        close()
      }
    }
    close()
    return words
  }

  /// Whether what is no part of a word stands inside a number: `0,80`, `15–20`, `1 500`.
  private static func belongsToNumber(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    guard place > 0, scalars[place - 1].isDigit else { return false }
    let digits = scalars[(place + 1)...].prefix { $0.isDigit }.count
    switch scalars[place] {
    case ",", ".", "-", "–": return digits > 0
    case " ", "\u{A0}", "\u{202F}": return digits == 3
    default: return false
    }
  }

  /// Whether it says little by itself: a mark, an article, a preposition.
  var isSmall: Bool {
    !text.unicodeScalars.contains { $0.isPartOfWord } || smallWords.contains(key)
  }

  private var key: [UInt8] { folded(text.utf8).filter { $0 != UInt8(ascii: "'") } }
}

/// Puts runs together so that the kept and the removed ones are the old text, the kept and the
/// added ones the new one.
private struct RunBuilder {
  private(set) var runs: [TextRun] = []

  mutating func add(_ kind: TextRun.Kind, _ text: String) {
    guard !text.isEmpty else { return }
    if let last = runs.last, last.kind == kind {
      runs[runs.count - 1] = TextRun(kind: kind, text: last.text + text)
    } else {
      runs.append(TextRun(kind: kind, text: text))
    }
  }

  /// A space that one text has, or both.
  mutating func space(_ old: Bool, _ new: Bool) {
    switch (old, new) {
    case (true, true): moveSpace()
    case (true, false): close(.removed)
    case (false, true): close(.added)
    case (false, false): break
    }
  }

  /// Adds words of the old text and what took their place.
  mutating func add(_ old: ArraySlice<Word>, _ new: ArraySlice<Word>) {
    var hasSpace = (old.first?.hasSpace ?? false, new.first?.hasSpace ?? false)
    if hasSpace.0, hasSpace.1 {
      add(.kept, " ")
      hasSpace = (false, false)
    }
    add(.removed, text(old, hasSpace.0))
    add(.added, text(new, hasSpace.1))
  }

  private func text(_ words: ArraySlice<Word>, _ hasSpace: Bool) -> String {
    words.reduce(into: "") { text, word in
      if text.isEmpty ? hasSpace : word.hasSpace { text += " " }
      text += word.text
    }
  }

  /// Puts a space behind what was taken out or put in, and not into what is kept.
  private mutating func close(_ kind: TextRun.Kind) {
    // The removed run stands before the added one.
    if kind == .removed, let last = runs.last, last.kind == .added, runs.count > 1,
      runs[runs.count - 2].kind == .removed
    {
      runs[runs.count - 2] = TextRun(kind: kind, text: runs[runs.count - 2].text + " ")
    } else if kind == .removed, let last = runs.last, last.kind == .added {
      runs[runs.count - 1] = TextRun(kind: .removed, text: " ")
      runs.append(last)
    } else {
      add(kind, " ")
    }
  }

  /// Adds a space that both have; where words were only put in or only taken out between two
  /// spaces, the one before them is the kept one: `a [-b -]c`.
  private mutating func moveSpace() {
    if let last = runs.last, last.kind != .kept, last.text.first == " " {
      runs.removeLast()
      add(.kept, " ")
      add(last.kind, String(last.text.dropFirst()) + " ")
    } else {
      add(.kept, " ")
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  fileprivate var isSpace: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0xA0, 0x2000...0x200A, 0x202F: true
    default: false
    }
  }

  /// Whether it is a letter, a digit or a sign of a unit. Beyond ASCII all are but punctuation and
  /// arrows.
  fileprivate var isPartOfWord: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x25: true
    case ..<0x80, 0xAB, 0xBB, 0xB7, 0x2010...0x205E, 0x2190...0x21FF, 0x3000...0x303F: false
    default: true
    }
  }
}

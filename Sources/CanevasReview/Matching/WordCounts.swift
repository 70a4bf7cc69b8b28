import CanevasModel
import CanevasSource

/// How often each word stands in a text, whatever its case and accents.
struct WordCounts {
  /// By the word's hash.
  private(set) var counts: [UInt64: Int] = [:]
  private var total = 0

  /// All words of a text.
  init(_ text: ArraySlice<UInt8>) {
    add(words(of: text))
  }

  /// The words by which a piece is known again: small ones, of which every text is full, do not
  /// count where there are others.
  init(_ tree: PieceTree, _ index: Int) {
    let words = words(of: tree.document.file.bytes[tree.pieces[index].lines.indices])
      .filter { !arrow.elementsEqual($0) }
    let telling = words.filter { !smallWords.contains(Array($0)) }
    add(telling.isEmpty ? words : telling)
  }

  private mutating func add(_ words: [ArraySlice<UInt8>]) {
    for word in words {
      var hash = FNV1a()
      hash.add(word)
      counts[hash.value, default: 0] += 1
    }
    total += words.count
  }

  func count(of word: UInt64) -> Int { counts[word] ?? 0 }

  /// The share of words that both have: 0 for none, 1 for all (Dice's coefficient).
  func likeness(to other: WordCounts) -> Double {
    guard total + other.total > 0 else { return 1 }
    var common = 0
    for (word, count) in counts { common += min(count, other.counts[word] ?? 0) }
    return Double(2 * common) / Double(total + other.total)
  }
}

private func words(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
  folded(text).split { !isPartOfWord($0) }
}

private func isPartOfWord(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
  default: false
  }
}

private let arrow = Array("→".utf8)

/// Words that say little by themselves, folded and without apostrophes: articles, prepositions.
let smallWords: Set<[UInt8]> = Set(
  [
    "a", "au", "aux", "avec", "c", "ce", "ces", "cette", "d", "dans", "de", "des", "du", "elle",
    "en", "est", "et", "il", "ils", "j", "je", "l", "la", "le", "les", "leur", "leurs", "m", "n",
    "ne", "on", "ou", "par", "pas", "plus", "pour", "qu", "que", "qui", "s", "sa", "sans", "se",
    "ses", "si", "son", "sont", "sur", "un", "une", "y", "and", "by", "for", "in", "is",
    "of", "or", "the", "to", "with",
  ].map { Array($0.utf8) })

import CanevasModel
import CanevasSource

/// How often each word stands in a piece.
struct WordCounts {
  private var counts: [UInt64: Int] = [:]
  private var total = 0

  init(_ tree: PieceTree, _ index: Int) {
    let bytes = folded(tree.document.file.bytes[tree.pieces[index].lines.indices])
    for word in bytes.split(whereSeparator: { !isPartOfWord($0) }) {
      var hash = FNV1a()
      hash.add(word)
      counts[hash.value, default: 0] += 1
      total += 1
    }
  }

  /// The share of words that both have: 0 for none, 1 for all (Dice's coefficient).
  func likeness(to other: WordCounts) -> Double {
    guard total + other.total > 0 else { return 1 }
    var common = 0
    for (word, count) in counts { common += min(count, other.counts[word] ?? 0) }
    return Double(2 * common) / Double(total + other.total)
  }
}

private func isPartOfWord(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
  default: false
  }
}

import CanevasSource

/// What was typed of a name: it matches without regard to case and accents, at the start of the
/// name or of its words.
struct Pattern {
  private let key: [UInt8]

  init(_ typed: some Sequence<UInt8>) {
    key = folded(typed)
  }

  init(_ typed: String) {
    self.init(typed.utf8)
  }

  var isEmpty: Bool { key.isEmpty }

  /// How well a name matches, from 0 on; `nil` when it does not.
  func rank(_ name: String) -> Int? {
    if key.isEmpty { return 1 }
    let name = folded(name.utf8)
    if name.starts(with: key) { return name.count == key.count ? 0 : 1 }
    if name.indices.contains(where: { opensWord(name, $0) && name[$0...].starts(with: key) }) {
      return 2
    }
    let parts = key.split { !isWord($0) }
    guard parts.count > 1 else { return nil }
    let words = name.split { !isWord($0) }
    return parts.allSatisfy { part in words.contains { $0.starts(with: part) } } ? 3 : nil
  }

  /// The best of several names, and how well it matches.
  func best(of names: [String]) -> (name: String, rank: Int)? {
    let ranked = names.compactMap { name in rank(name).map { (name: name, rank: $0) } }
    return ranked.min { $0.rank < $1.rank }
  }
}

private func opensWord(_ text: [UInt8], _ index: Int) -> Bool {
  index > 0 && !isWord(text[index - 1]) && isWord(text[index])
}

private func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

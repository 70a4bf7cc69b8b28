package import CanevasModel
import CanevasSource

/// Which pieces of a document are which of another version of it.
///
/// Inside pieces that belong together, their parts are matched first by what is certain — the same
/// name, the same words in the same order —, then by what is likely: the same words elsewhere,
/// most of the words. What is left after that is looked for in the rest of the document.
package struct Matching: Sendable {
  /// The new piece of each old one, by index; `nil` for one that went.
  package private(set) var new: [Int?]
  /// The old piece of each new one; `nil` for one that came.
  package private(set) var old: [Int?]

  package init(from old: PieceTree, to new: PieceTree) {
    self.new = Array(repeating: nil, count: old.pieces.count)
    self.old = Array(repeating: nil, count: new.pieces.count)
    let matcher = Matcher(old: old, new: new)
    pair(0, 0)
    // Parents come before what they hold.
    for index in old.pieces.indices { matchInside(index, matcher) }
    // What moved to another piece brings along what it holds.
    for (index, other) in matcher.strangers(self) {
      pair(index, other)
      for inside in index..<old.pieces[index].end { matchInside(inside, matcher) }
    }
  }

  private mutating func matchInside(_ index: Int, _ matcher: Matcher) {
    guard let other = new[index] else { return }
    for (child, itsOther) in matcher.pairs(inside: index, other, known: self) {
      pair(child, itsOther)
    }
  }

  private mutating func pair(_ index: Int, _ other: Int) {
    new[index] = other
    old[other] = index
  }
}

/// Finds which pieces belong together.
private struct Matcher {
  let old: PieceTree
  let new: PieceTree

  /// Above this many pairs, pieces are compared by their words with those near their place only.
  private static let mostPairs = 40_000

  /// The pairs among what two pieces hold that have none yet.
  func pairs(inside index: Int, _ other: Int, known: Matching) -> [(old: Int, new: Int)] {
    var (a, comments) = parts(old.children(of: index).filter { known.new[$0] == nil }, of: old)
    var (b, others) = parts(new.children(of: other).filter { known.old[$0] == nil }, of: new)
    var pairs: [(old: Int, new: Int)] = []
    func take(_ found: @autoclosure () -> [(old: Int, new: Int)]) {
      guard !a.isEmpty, !b.isEmpty else { return }
      let found = found()
      pairs += found
      let (olds, news) = (Set(found.map(\.old)), Set(found.map(\.new)))
      a.removeAll { olds.contains($0) }
      b.removeAll { news.contains($0) }
    }
    take(sameThroughout(a, b))
    take(sameFixedWords(a, b))
    take(sameFixedNames(a, b))
    take(sameWordsInOrder(a, b))
    take(sameWords(a, b))
    take(sameNames(a, b))
    take(sameHeadings(a, b))
    take(alike(a, b, atLeast: 0.4) { $0.kind == $1.kind })
    // A heading that was put right.
    take(alike(a, b, atLeast: 0.6) { $0.kind.isSection && $1.kind.isSection })
    return pairs + commentPairs(comments, others, pairs, known)
  }

  /// Pieces that say something, and comments, which do not and are told apart by other means.
  private func parts(_ indices: [Int], of tree: PieceTree) -> (said: [Int], comments: [Int]) {
    let isComment = { (index: Int) in tree.pieces[index].kind == .comment }
    return (indices.filter { !isComment($0) }, indices.filter(isComment))
  }

  /// Pairs of comments, once what stands around them has its pairs.
  private func commentPairs(
    _ a: [Int], _ b: [Int], _ pairs: [(old: Int, new: Int)], _ known: Matching
  ) -> [(old: Int, new: Int)] {
    guard !a.isEmpty, !b.isEmpty else { return [] }
    let found = Dictionary(uniqueKeysWithValues: pairs.map { ($0.old, $0.new) })
    let olds = a.map { index in
      // What has no pair is told from all that has one.
      let below = old.pieceBelow(index).map { found[$0] ?? known.new[$0] ?? -2 - $0 } ?? -1
      return (index, CommentKey.known(old, index, below: below))
    }
    let news = b.map { ($0, CommentKey.known(new, $0, below: new.pieceBelow($0) ?? -1)) }
    return pairedComments(olds, news)
  }

  /// Pairs, without a known piece, of pieces in different parts of the document.
  func strangers(_ known: Matching) -> [(old: Int, new: Int)] {
    let gone = old.pieces.indices.filter { known.new[$0] == nil && mayMoveFar($0, in: old) }
    let come = new.pieces.indices.filter { known.old[$0] == nil && mayMoveFar($0, in: new) }
    let same = sameWords(gone, come)
    let (olds, news) = (Set(same.map(\.old)), Set(same.map(\.new)))
    let rest = alike(
      gone.filter { !olds.contains($0) }, come.filter { !news.contains($0) }, atLeast: 0.7
    ) { $0.kind == $1.kind }
    return outermost(same + rest)
  }

  /// Of pairs that lie in each other the outer ones: what they hold is matched inside them.
  private func outermost(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
    let olds = Set(pairs.map(\.old))
    return pairs.filter { pair in
      var parent = old.pieces[pair.old].parent
      while parent != 0, !olds.contains(parent) { parent = old.pieces[parent].parent }
      return parent == 0
    }
  }

  private func mayMoveFar(_ index: Int, in tree: PieceTree) -> Bool {
    switch tree.pieces[index].kind {
    case .item, .block, .subsection: !tree.isValue(index)
    case .document, .title, .tagline, .entry, .section, .story, .comment: false
    }
  }
}

// What is certain.
extension Matcher {
  /// All pieces, where nothing came, went, moved or changed.
  private func sameThroughout(_ a: [Int], _ b: [Int]) -> [(old: Int, new: Int)] {
    let pairs = zip(a, b).map { (old: $0, new: $1) }
    let isSame =
      a.count == b.count
      && pairs.allSatisfy { old.pieces[$0.old].meaning == new.pieces[$0.new].meaning }
    return isSame ? pairs : []
  }

  /// Titles, metadata and fixed sections that say the same: where there are two of a name, their
  /// order tells nothing.
  private func sameFixedWords(_ a: [Int], _ b: [Int]) -> [(old: Int, new: Int)] {
    pairs(a, b) { tree, index in
      let piece = tree.pieces[index]
      return piece.isOrderless ? Key(kind: piece.kind, name: "", meaning: piece.meaning) : nil
    }
  }

  /// Titles, known metadata and fixed sections.
  private func sameFixedNames(_ a: [Int], _ b: [Int]) -> [(old: Int, new: Int)] {
    pairs(a, b) { tree, index in
      let piece = tree.pieces[index]
      return piece.hasFixedName ? Key(kind: piece.kind, name: "", meaning: 0) : nil
    }
  }

  /// The longest run of pieces that say the same in both.
  private func sameWordsInOrder(_ a: [Int], _ b: [Int]) -> [(old: Int, new: Int)] {
    LineDifference(
      from: a.map { old.pieces[$0].meaning }, to: b.map { new.pieces[$0].meaning }
    ).kept.map { (a[$0.old], b[$0.new]) }
  }

  /// Pieces that say the same, in whatever place.
  private func sameWords(_ a: [Int], _ b: [Int]) -> [(old: Int, new: Int)] {
    pairs(a, b) { Key(kind: nil, name: "", meaning: $0.pieces[$1].meaning) }
  }

  /// Pieces of one kind and name.
  private func sameNames(_ a: [Int], _ b: [Int]) -> [(old: Int, new: Int)] {
    pairs(a, b, onlySingle: true) { tree, index in
      tree.name(of: index).map { Key(kind: tree.pieces[index].kind, name: $0, meaning: 0) }
    }
  }

  /// Sections of one heading, which only one version knows as its kind's: the other one has another
  /// canvas model.
  private func sameHeadings(_ a: [Int], _ b: [Int]) -> [(old: Int, new: Int)] {
    pairs(a, b, onlySingle: true) { tree, index in
      guard tree.pieces[index].kind.isSection else { return nil }
      return tree.name(of: index).map { Key(kind: .section(nil), name: headingKey($0), meaning: 0) }
    }
  }

  private struct Key: Hashable {
    let kind: Piece.Kind?
    let name: String
    let meaning: UInt64
  }

  /// The first old piece of a key with the first new one, the second with the second.
  private func pairs(
    _ a: [Int], _ b: [Int], onlySingle: Bool = false, by key: (PieceTree, Int) -> Key?
  ) -> [(old: Int, new: Int)] {
    var olds: [Key: [Int]] = [:]
    for index in a { if let key = key(old, index) { olds[key, default: []].append(index) } }
    var news: [Key: [Int]] = [:]
    for index in b { if let key = key(new, index) { news[key, default: []].append(index) } }
    return olds.flatMap { key, indices -> [(old: Int, new: Int)] in
      guard let others = news[key], !onlySingle || indices.count == 1 && others.count == 1
      else { return [] }
      return zip(indices, others).map { ($0, $1) }
    }.sorted { $0.old < $1.old }
  }
}

// What is likely.
extension Matcher {
  /// Pairs of pieces that may be paired and have many of their words in common, the most alike
  /// first.
  private func alike(
    _ a: [Int], _ b: [Int], atLeast least: Double, where mayPair: (Piece, Piece) -> Bool
  ) -> [(old: Int, new: Int)] {
    guard !a.isEmpty, !b.isEmpty else { return [] }
    let olds = a.map { WordCounts(old, $0) }
    let news = b.map { WordCounts(new, $0) }
    let reach = max(1, Self.mostPairs / a.count)
    var candidates: [(likeness: Double, distance: Int, a: Int, b: Int)] = []
    for i in a.indices {
      // As many as may be looked at, around the place that is as far along.
      let first = max(0, min(i * b.count / a.count - reach / 2, b.count - reach))
      for j in first..<min(first + reach, b.count)
      where mayPair(old.pieces[a[i]], new.pieces[b[j]]) {
        let likeness = olds[i].likeness(to: news[j])
        if likeness >= least { candidates.append((likeness, abs(i - j), i, j)) }
      }
    }
    candidates.sort {
      ($1.likeness, $0.distance, $0.a, $0.b) < ($0.likeness, $1.distance, $1.a, $1.b)
    }
    var usedOld: Set<Int> = []
    var usedNew: Set<Int> = []
    var pairs: [(old: Int, new: Int)] = []
    for candidate in candidates
    where !usedOld.contains(candidate.a) && !usedNew.contains(candidate.b) {
      usedOld.insert(candidate.a)
      usedNew.insert(candidate.b)
      pairs.append((a[candidate.a], b[candidate.b]))
    }
    return pairs.sorted { $0.old < $1.old }
  }
}

extension Piece.Kind {
  fileprivate var isSection: Bool {
    if case .section = self { true } else { false }
  }
}

extension PieceTree {
  /// Whether a piece stands in an entry of the metadata, which says what it means as a whole.
  fileprivate func isValue(_ index: Int) -> Bool {
    var index = index
    while index != 0 {
      index = pieces[index].parent
      if case .entry = pieces[index].kind { return true }
    }
    return false
  }
}

extension Piece {
  /// Whether its kind alone tells which piece of another version it is.
  fileprivate var hasFixedName: Bool {
    switch kind {
    case .document, .title, .tagline, .entry(.some), .section(.some): true
    case .entry(nil), .section(nil), .subsection, .story, .item, .block, .comment: false
    }
  }
}

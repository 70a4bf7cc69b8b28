package import CanevasModel
import CanevasSource

extension DocumentComparison {
  /// Compares two versions of a document; `nil` for one that is not there. One at least has to be.
  package init(old: TypedDocument?, new: TypedDocument?) {
    let old = old.map { PieceTree($0) }
    let new = new.map { PieceTree($0) }
    self.old = old
    self.new = new
    guard let old, let new else {
      matching = nil
      changes = []
      return
    }
    let matching = Matching(from: old, to: new)
    // Of a version that cannot be read nobody can say what went.
    guard old.document.isParsed, new.document.isParsed else {
      self.matching = matching
      changes = []
      return
    }
    let oldReading = PieceReading(old) { index in
      matching.new[index].map { new.pieces[$0].meaning } != old.pieces[index].meaning
    }
    let newReading = PieceReading(new) { index in
      matching.old[index].map { old.pieces[$0].meaning } != new.pieces[index].meaning
    }
    var walk = ComparisonWalk(oldReading, newReading, matching)
    walk.compare(inside: 0, 0)
    self.matching = matching
    changes = walk.changes + waiverChanges(from: old, to: new, matching)
  }
}

/// Goes through the new version in its order and tells how it differs from the old one.
private struct ComparisonWalk {
  let old: PieceReading
  let new: PieceReading
  let matching: Matching
  private(set) var changes: [Change] = []

  init(_ old: PieceReading, _ new: PieceReading, _ matching: Matching) {
    self.old = old
    self.new = new
    self.matching = matching
  }

  /// Tells of what two pieces hold that belong together.
  mutating func compare(inside index: Int, _ other: Int) {
    let olds = old.told(inside: index)
    let news = new.told(inside: other)
    let settled = inOrder(olds, news)
    let places = Dictionary(uniqueKeysWithValues: zip(olds, olds.indices))
    var next = 0
    // What went is told where it stood.
    func gone(upTo end: Int) -> [Int] {
      defer { next = max(next, end) }
      return next < end ? olds[next..<end].filter { matching.new[$0] == nil } : []
    }
    func stay() -> Int { olds[next...].firstIndex { matching.new[$0] != nil } ?? olds.count }
    changes += gone(upTo: stay()).map(removed)
    for piece in news {
      guard let former = matching.old[piece] else {
        changes.append(added(piece))
        compareMoved(inside: piece)
        continue
      }
      let place = places[former]
      let keepsPlace =
        place != nil && (new.tree.pieces[piece].isOrderless || settled.contains(piece))
      if let place, keepsPlace { changes += gone(upTo: place + 1).map(removed) }
      compare(former, piece, isMoved: !keepsPlace)
      // What went right behind goes before what came in its stead.
      if keepsPlace { changes += gone(upTo: stay()).map(removed) }
    }
    changes += gone(upTo: olds.count).map(removed)
  }

  /// Of the new pieces those that stayed while others moved past them: as many as can be.
  private func inOrder(_ olds: [Int], _ news: [Int]) -> Set<Int> {
    let here = Set(olds)
    let stayed = news.filter { piece in
      !new.tree.pieces[piece].isOrderless && matching.old[piece].map(here.contains) == true
    }
    let order = Set(stayed)
    let former = olds.compactMap { matching.new[$0] }.filter(order.contains)
    return Set(LineDifference(from: former, to: stayed).kept.map { stayed[$0.new] })
  }

  /// Tells of what a new piece holds that stood elsewhere before.
  private mutating func compareMoved(inside index: Int) {
    for piece in new.told(inside: index) {
      if let former = matching.old[piece] {
        compare(former, piece, isMoved: true)
      } else {
        compareMoved(inside: piece)
      }
    }
  }

  private mutating func compare(_ index: Int, _ other: Int, isMoved: Bool) {
    let (a, b) = (old.tree.pieces[index], new.tree.pieces[other])
    if a.ownMeaning != b.ownMeaning {
      changes.append(changed(index, other, isMoved: isMoved))
    } else if isMoved {
      changes.append(moved(index, other))
    }
    if a.meaning != b.meaning { compare(inside: index, other) }
  }
}

// What is told of one piece.
extension ComparisonWalk {
  private func added(_ index: Int) -> Change {
    Change(
      action: .added, isMoved: false, subject: new.subject(of: index),
      headings: new.headings(above: index), formerHeadings: nil, old: nil,
      new: new.side(index) { matching.old[$0] == nil }, runs: [], facts: [])
  }

  private func removed(_ index: Int) -> Change {
    Change(
      action: .removed, isMoved: false, subject: old.subject(of: index),
      headings: old.headings(above: index), formerHeadings: nil,
      old: old.side(index) { matching.new[$0] == nil }, new: nil, runs: [], facts: [])
  }

  private func moved(_ index: Int, _ other: Int) -> Change {
    Change(
      action: .moved, isMoved: true, subject: new.subject(of: other),
      headings: new.headings(above: other), formerHeadings: formerHeadings(index, other),
      old: old.side(index) { _ in false }, new: new.side(other) { _ in false }, runs: [],
      facts: [])
  }

  private func changed(_ index: Int, _ other: Int, isMoved: Bool) -> Change {
    let runs = textRuns(from: old.text(of: index), to: new.text(of: other))
    return Change(
      action: .changed, isMoved: isMoved, subject: new.subject(of: other),
      headings: new.headings(above: other),
      formerHeadings: isMoved ? formerHeadings(index, other) : nil,
      old: old.side(index) { _ in false }, new: new.side(other) { _ in false }, runs: runs,
      facts: facts(from: old, index, to: new, other, keepsWords: runs.isEmpty))
  }

  /// Where a piece stood, if the piece that holds it is another one now.
  private func formerHeadings(_ index: Int, _ other: Int) -> [String]? {
    let parent = old.tree.pieces[index].parent
    guard matching.new[parent] != new.tree.pieces[other].parent else { return nil }
    let headings = old.headings(above: index)
    return headings == new.headings(above: other) ? nil : headings
  }
}

import CanevasModel
import CanevasReview

/// A piece of two versions of a document, side by side: what was and what is.
struct AlignedPiece {
  enum State: String {
    case same, added, removed, changed, moved
    /// Where a piece stood that stands elsewhere now.
    case departed
  }

  let kind: Piece.Kind
  let state: State
  let old: Int?
  let new: Int?
  /// What was done to the piece's own text.
  let change: Change?
  /// How many pieces between its section and it hold it.
  let depth: Int
  /// Whether it came or went with the piece that holds it.
  let isWithin: Bool
  let children: [AlignedPiece]
  /// Whether anything in it differs.
  let isTouched: Bool

  init(
    _ kind: Piece.Kind, _ state: State, old: Int?, new: Int?, change: Change?, depth: Int,
    isWithin: Bool = false, children: [AlignedPiece] = []
  ) {
    self.kind = kind
    self.state = state
    self.old = old
    self.new = new
    self.change = change
    self.depth = depth
    self.isWithin = isWithin
    self.children = children
    isTouched = state != .same || children.contains { $0.isTouched }
  }

  /// The piece and all that it holds, in order, but for comments.
  var flattened: [AlignedPiece] {
    kind == .comment ? [] : [self] + children.flatMap(\.flattened)
  }

  var isSection: Bool {
    if case .section = kind { true } else { false }
  }
}

/// Puts the pieces of two versions side by side, in the order of the new one; what went stands
/// behind what it stood behind.
struct Alignment {
  private let comparison: DocumentComparison
  private var changesByOld: [Int: Change] = [:]
  private var changesByNew: [Int: Change] = [:]

  init(_ comparison: DocumentComparison) {
    self.comparison = comparison
    for change in comparison.changes {
      if let piece = change.old?.piece { changesByOld[piece] = change }
      if let piece = change.new?.piece { changesByNew[piece] = change }
    }
  }

  /// What the document holds.
  var pieces: [AlignedPiece] {
    inside(old: comparison.old == nil ? nil : 0, new: comparison.new == nil ? nil : 0, depth: 0)
  }

  /// What two pieces hold that belong together, or one that has no other.
  private func inside(old: Int?, new: Int?, depth: Int) -> [AlignedPiece] {
    let olds = old.flatMap { comparison.old?.children(of: $0) } ?? []
    let news = new.flatMap { comparison.new?.children(of: $0) } ?? []
    var gone: [Int?: [AlignedPiece]] = [:]
    var before: Int?
    for index in olds {
      if let other = comparison.matching?.new[index] {
        if isInPlace(other, of: index, news) {
          before = index
        } else {
          gone[before, default: []].append(
            AlignedPiece(
              comparison.old!.pieces[index].kind, .departed, old: index, new: other,
              change: changesByNew[other], depth: depth))
        }
      } else {
        gone[before, default: []].append(piece(old: index, new: nil, depth: depth))
      }
    }
    var pieces = gone[nil] ?? []
    for index in news {
      let other = comparison.matching?.old[index]
      pieces.append(piece(old: other, new: index, depth: depth))
      if let other, isInPlace(index, of: other, news) { pieces += gone[other] ?? [] }
    }
    return pieces
  }

  /// Whether a piece still stands where it stood: in the same part, and not moved there.
  private func isInPlace(_ new: Int, of old: Int, _ news: [Int]) -> Bool {
    news.contains(new) && changesByNew[new]?.isElsewhere != true
  }

  private func piece(old: Int?, new: Int?, depth: Int) -> AlignedPiece {
    let change = new.flatMap { changesByNew[$0] } ?? old.flatMap { changesByOld[$0] }
    let state: AlignedPiece.State =
      switch (old, new, change?.action) {
      case (nil, _, _): .added
      case (_, nil, _): .removed
      case (_, _, .moved): .moved
      case (_, _, .some): .changed
      case (_, _, nil): .same
      }
    let kind = new.map { comparison.new!.pieces[$0].kind } ?? comparison.old!.pieces[old!].kind
    let isHeading =
      switch kind {
      case .section, .subsection: true
      case .document, .title, .tagline, .entry, .story, .item, .block, .comment: false
      }
    let holder = new.map { comparison.new!.pieces[$0].parent }
    let formerHolder = old.map { comparison.old!.pieces[$0].parent }
    let isWithin =
      switch state {
      case .added: holder != 0 && comparison.matching?.old[holder!] == nil
      case .removed: formerHolder != 0 && comparison.matching?.new[formerHolder!] == nil
      case .same, .changed, .moved, .departed: false
      }
    // The values of a known entry are told with its key.
    let children =
      if case .entry(.some) = kind { [] as [AlignedPiece] } else {
        inside(old: old, new: new, depth: isHeading ? depth : depth + 1)
      }
    return AlignedPiece(
      kind, state, old: old, new: new, change: change, depth: depth, isWithin: isWithin,
      children: children)
  }
}

extension Change {
  /// Whether what it was done to stands elsewhere now.
  var isElsewhere: Bool { isMoved || action == .moved }
}

import CanevasModel
import CanevasSource

/// The waivers that came, went, moved or were given another reason.
///
/// Those of a piece that went are gone with it; those of a piece that came are told, since a
/// reviewer has to know what is let pass.
func waiverChanges(from old: PieceTree, to new: PieceTree, _ matching: Matching) -> [Change] {
  let olds = old.document.waivers.map { PlacedWaiver($0, in: old) }
  let news = new.document.waivers.map { PlacedWaiver($0, in: new) }
  guard !olds.isEmpty || !news.isEmpty else { return [] }
  var pairs = WaiverPairs(olds, news)
  func isSamePlace(_ a: PlacedWaiver, _ b: PlacedWaiver) -> Bool {
    a.piece.flatMap { matching.new[$0] } == b.piece && (a.piece == nil) == (b.piece == nil)
  }
  pairs.join { $0.says($1) && isSamePlace($0, $1) }
  pairs.join { $0.says($1) && $0.meaning == $1.meaning }
  let same = pairs.found.count
  pairs.join { $0.waiver.code == $1.waiver.code && isSamePlace($0, $1) }
  pairs.join { $0.says($1) }
  let changed = pairs.found[same...].map { pair -> Change in
    let (a, b) = (olds[pair.old], news[pair.new])
    let isMoved = !isSamePlace(a, b)
    return change(isMoved && a.says(b) ? .moved : .changed, a, b, isMoved: isMoved)
  }
  let gone = pairs.olds.map { olds[$0] }.filter { waiver in
    waiver.piece.map { matching.new[$0] != nil } ?? true
  }
  let come = pairs.news.map { news[$0] }
  return gone.map { change(.removed, $0, nil) } + changed + come.map { change(.added, nil, $0) }
}

private func change(
  _ action: Change.Action, _ old: PlacedWaiver?, _ new: PlacedWaiver?, isMoved: Bool = false
) -> Change {
  let runs =
    if let old, let new { textRuns(from: old.waiver.reason, to: new.waiver.reason) } else {
      [] as [TextRun]
    }
  return Change(
    action: action, isMoved: isMoved, subject: .waiver((new ?? old)?.waiver.code ?? ""),
    headings: (new ?? old)?.headings ?? [],
    formerHeadings: isMoved && old?.headings != new?.headings ? old?.headings : nil,
    old: old?.side, new: new?.side, runs: runs, facts: [])
}

/// A waiver with the piece that it speaks of.
private struct PlacedWaiver {
  let waiver: Waiver
  /// `nil` if nothing follows the waiver.
  let piece: Int?
  /// What that piece says by itself.
  let meaning: UInt64
  let headings: [String]
  private let path: String

  init(_ waiver: Waiver, in tree: PieceTree) {
    self.waiver = waiver
    path = tree.document.file.path
    piece = waiver.target.flatMap { tree.piece(at: $0.lowerBound) }
    meaning = piece.map { tree.pieces[$0].ownMeaning } ?? 0
    let reading = PieceReading(tree)
    headings =
      piece.map { index in
        let above = reading.headings(above: index)
        return reading.subject(of: index) == .section ? above + [reading.text(of: index)] : above
      } ?? []
  }

  func says(_ other: PlacedWaiver) -> Bool {
    waiver.code == other.waiver.code && waiver.reason == other.waiver.reason
  }

  var side: Change.Side {
    Change.Side(
      location: Location(path: path, range: waiver.range), text: waiver.reason, inside: [],
      piece: nil)
  }
}

/// Waivers of two versions that belong together.
private struct WaiverPairs {
  private let all: (olds: [PlacedWaiver], news: [PlacedWaiver])
  /// Those that belong to none so far.
  private(set) var olds: [Int]
  private(set) var news: [Int]
  private(set) var found: [(old: Int, new: Int)] = []

  init(_ olds: [PlacedWaiver], _ news: [PlacedWaiver]) {
    all = (olds, news)
    self.olds = Array(olds.indices)
    self.news = Array(news.indices)
  }

  /// Joins each waiver with the first one that it belongs to.
  mutating func join(_ belong: (PlacedWaiver, PlacedWaiver) -> Bool) {
    for index in olds {
      guard let place = news.firstIndex(where: { belong(all.olds[index], all.news[$0]) }) else {
        continue
      }
      found.append((index, news.remove(at: place)))
      olds.removeAll { $0 == index }
    }
  }
}

extension PieceTree {
  /// The innermost piece that an offset lies in, comments and the document aside; a value of the
  /// metadata is its entry.
  fileprivate func piece(at offset: Int) -> Int? {
    let index = pieces.indices.last { index in
      let piece = pieces[index]
      return index > 0 && piece.kind != .comment && piece.lines.lowerBound <= offset
        && offset < max(piece.lines.upperBound, piece.lines.lowerBound + 1)
    }
    guard var index else { return nil }
    var parent = pieces[index].parent
    while parent != 0 {
      if case .entry = pieces[parent].kind { index = parent }
      parent = pieces[parent].parent
    }
    return index
  }
}

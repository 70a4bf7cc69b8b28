import CanevasCheck
import CanevasModel
import CanevasSource

/// The order of what an item of a merge holds.
///
/// What neither side moved stands as in the base. What a side moved or added stands behind what it
/// follows there; where both put something at one place, ours comes first.
struct MergeOrder {
  private let plan: MergePlan
  /// What the item holds in each version. What goes elsewhere, or goes, keeps its place until the
  /// rest has found its own.
  private var sequences = Versions<[Int]>(base: [], ours: [], theirs: [])
  private var places = Versions<[Int: Int]>(base: [:], ours: [:], theirs: [:])
  private(set) var order: [Int] = []
  /// What stands where ours put it.
  private var isOurs: Set<Int> = []

  init(_ plan: MergePlan, of parent: Int, holding members: [Int]) {
    self.plan = plan
    for version in Version.allCases {
      guard let node = plan.items[parent].nodes[version] else { continue }
      let sequence = plan.trees[version].children(of: node).map { plan.item[version][$0] }
      sequences[version] = sequence
      places[version] = Dictionary(
        uniqueKeysWithValues: zip(sequence, sequence.indices).map { ($0, $1) })
    }
    put()
    let wanted = Set(members)
    order.removeAll { !wanted.contains($0) }
    // What came from elsewhere on both sides, to different places.
    let placed = Set(order)
    order += members.filter { !placed.contains($0) }
  }

  private mutating func put() {
    let oursMoved = moved(by: .ours)
    let theirsMoved = moved(by: .theirs)
    order = sequences.base.filter { !oursMoved.contains($0) && !theirsMoved.contains($0) }
    for item in sequences.ours where oursMoved.contains(item) { put(item, as: .ours) }
    for item in sequences.theirs where theirsMoved.contains(item) && !oursMoved.contains(item) {
      put(item, as: .theirs)
    }
    for item in sequences.ours where places.base[item] == nil { put(item, as: .ours) }
    for item in sequences.theirs where places.base[item] == nil && places.ours[item] == nil {
      put(item, as: .theirs)
    }
  }

  /// The fewest items whose move gives a side's order.
  private func moved(by side: Version) -> Set<Int> {
    let (old, new) = (sequences.base, sequences[side])
    let kept = LineDifference(from: old, to: new).kept.map { old[$0.old] }
    return Set(old.filter { places[side][$0] != nil }).subtracting(kept)
  }

  /// Puts an item behind the nearest one before it in a side's order; a waiver before what it
  /// speaks of.
  private mutating func put(_ item: Int, as side: Version) {
    let place = places[side][item] ?? 0
    if side == .ours { isOurs.insert(item) }
    if plan.isWaiver(item, side), place + 1 < sequences[side].count,
      let below = order.firstIndex(of: sequences[side][place + 1])
    {
      order.insert(item, at: below)
      return
    }
    var index = 0
    for above in sequences[side][..<place].reversed() {
      guard let found = order.firstIndex(of: above) else { continue }
      index = found + 1
      break
    }
    if side == .theirs {
      let above = index > 0 ? plan.kind(order[index - 1]).unnamed : nil
      while index < order.count, isOurs.contains(order[index]),
        !comesBefore(item, order[index]), !continues(item, above, before: order[index])
      {
        index += 1
      }
    }
    // It stands in place of what the side took out there.
    while index < order.count, isGone(order[index], side) { index += 1 }
    order.insert(item, at: index)
  }

  /// Whether a side took out what the base holds.
  private func isGone(_ item: Int, _ side: Version) -> Bool {
    places.base[item] != nil && places[side][item] == nil
  }

  /// Whether an item goes on with what stands above, a list for instance, and another one does not.
  private func continues(_ item: Int, _ above: MergeTree.Kind?, before other: Int) -> Bool {
    plan.kind(item).unnamed == above && plan.kind(other).unnamed != above
  }

  /// Whether an item of theirs has its place before one that ours put there.
  private func comesBefore(_ item: Int, _ other: Int) -> Bool {
    if let place = places.theirs[item], let second = places.theirs[other] { return place < second }
    guard let own = rank(item), let others = rank(other) else { return false }
    return own < others
  }

  /// The place of a section or an entry in the order of the document's kind.
  private func rank(_ item: Int) -> Int? {
    let document = plan.trees.ours.pieces.document
    switch plan.kind(item) {
    case .piece(.section(let name?)): return document.canon.firstIndex(of: name)
    case .piece(.entry(let key?)): return document.id.kind.keys.firstIndex(of: key)
    default: return nil
    }
  }
}

extension MergePlan {
  /// Whether an item is a comment that speaks of what stands below it.
  fileprivate func isWaiver(_ index: Int, _ version: Version) -> Bool {
    guard case .piece(.comment) = kind(index), let node = node(index, version) else { return false }
    let text = trees[version].bytes[node.text.indices]
    return text.drop { isWhiteSpace($0) }.starts(with: "<!-- canevas-".utf8)
  }

  /// What an item is, in the version that comes first of those that have it.
  func kind(_ index: Int) -> MergeTree.Kind {
    let node = node(index, .ours) ?? node(index, .theirs) ?? node(index, .base)
    return node?.kind ?? .definition
  }
}

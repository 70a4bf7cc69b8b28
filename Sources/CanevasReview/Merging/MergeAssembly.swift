import CanevasModel
import CanevasSource

/// A stretch of a merge's result: a piece's own text, or a conflict.
struct MergeSlot {
  enum Content {
    case settled([UInt8])
    /// What each version has; nothing where it took the piece out.
    case conflict(Versions<[UInt8]>)
  }

  let item: Int
  let depth: Int
  let kind: MergeTree.Kind
  let content: Content
  /// The nodes that stand there in each version; `nil` where there is none.
  let nodes: Versions<Range<Int>?>
  /// The white space behind it.
  var gap: [UInt8] = []
}

/// The pieces of a merge in the order of the result.
struct MergeAssembly {
  let plan: MergePlan
  /// The first is the document itself, without a text of its own.
  private(set) var slots: [MergeSlot] = []
  private var members: [Int: [Int]] = [:]

  init(_ plan: MergePlan) {
    self.plan = plan
    for index in plan.items.indices.dropFirst() where plan.items[index].fate != .dropped {
      members[plan.items[index].parent, default: []].append(index)
    }
    add(0, depth: 0)
    for index in slots.indices { slots[index].gap = gap(after: index) }
  }

  private mutating func add(_ index: Int, depth: Int) {
    let isContested = plan.items[index].fate == .contested
    var nodes = Versions<Range<Int>?>(base: nil, ours: nil, theirs: nil)
    var whole = Versions<[UInt8]>(base: [], ours: [], theirs: [])
    for version in Version.allCases {
      guard let node = plan.items[index].nodes[version] else { continue }
      let tree = plan.trees[version]
      nodes[version] = node..<(isContested ? tree.nodes[node].end : node + 1)
      whole[version] = Array(isContested ? tree.wholeText(node) : tree.text(node))
    }
    var content = MergeSlot.Content.conflict(whole)
    if !isContested, case .settled(let text) = plan.text(of: index) { content = .settled(text) }
    slots.append(
      MergeSlot(
        item: index, depth: depth, kind: plan.kind(index), content: content, nodes: nodes))
    guard !isContested else { return }
    let members = members[index] ?? []
    for child in MergeOrder(plan, of: index, holding: members).order {
      add(child, depth: depth + 1)
    }
  }
}

// White space.
extension MergeAssembly {
  /// The white space behind a slot: that of the version in which it stands before the same piece,
  /// else what stands between such pieces elsewhere.
  private func gap(after index: Int) -> [UInt8] {
    let isLast = index + 1 == slots.count
    if index == 0 || isLast {
      let edges = plan.trees.map { Array($0.gap(after: index == 0 ? 0 : $0.nodes.count - 1)) }
      let edge = edges.merged ?? edges.ours
      if isLast {
        guard case .conflict = slots[index].content, edge.isEmpty else { return edge }
        return [0x0A]
      }
      return edge
    }
    let gaps = Versions<[UInt8]?>(
      base: gap(after: index, in: .base), ours: gap(after: index, in: .ours),
      theirs: gap(after: index, in: .theirs))
    let gap: [UInt8]
    switch (gaps.ours, gaps.theirs) {
    case (let ours?, .some): gap = (gaps.merged ?? ours) ?? ours
    case (let ours?, nil): gap = newGap(after: index, by: .theirs, for: ours) ?? ours
    case (nil, let theirs?): gap = newGap(after: index, by: .ours, for: theirs) ?? theirs
    case (nil, nil): gap = gaps.base ?? usualGap(after: index)
    }
    return gap.contains(where: isLineEnd) ? gap : [0x0A] + gap
  }

  /// What a version has between a slot and the next one, if they are neighbours there.
  private func gap(after index: Int, in version: Version) -> [UInt8]? {
    guard let above = slots[index].nodes[version], let below = slots[index + 1].nodes[version],
      above.upperBound == below.lowerBound
    else { return nil }
    return Array(plan.trees[version].gap(after: above.upperBound - 1))
  }

  /// The white space that a side put in place of the base's before or behind one of two pieces that
  /// are neighbours on the other side alone.
  private func newGap(after index: Int, by side: Version, for gap: [UInt8]) -> [UInt8]? {
    let (above, below) = (slots[index].nodes, slots[index + 1].nodes)
    let places: [(base: Int?, side: Int?)] = [
      ((below.base?.lowerBound).map { $0 - 1 }, (below[side]?.lowerBound).map { $0 - 1 }),
      ((above.base?.upperBound).map { $0 - 1 }, (above[side]?.upperBound).map { $0 - 1 }),
    ]
    for case (let base?, let own?) in places {
      let (old, new) = (plan.trees.base.gap(after: base), plan.trees[side].gap(after: own))
      let isSamePlace =
        plan.item.base[base] == plan.item[side][own]
        && follower(of: base, .base) == follower(of: own, side)
      if isSamePlace, old.elementsEqual(gap), new != old { return Array(new) }
    }
    return nil
  }

  /// The item that follows a node in its version; `nil` at the end.
  private func follower(of node: Int, _ version: Version) -> Int? {
    isNode(node + 1, version) ? plan.item[version][node + 1] : nil
  }

  /// What stands between pieces of these kinds: before the lower one where it was, behind the upper
  /// one, or anywhere.
  private func usualGap(after index: Int) -> [UInt8] {
    let (above, below) = (slots[index], slots[index + 1])
    let wanted = Neighbours(above.kind, below.kind, below.depth - above.depth)
    for version in [Version.ours, .theirs, .base] {
      guard let node = below.nodes[version]?.lowerBound else { continue }
      if neighbours(before: node, version) == wanted { return gap(before: node, version) }
    }
    for version in [Version.ours, .theirs, .base] {
      guard let node = above.nodes[version]?.upperBound, isNode(node, version) else { continue }
      if neighbours(before: node, version) == wanted { return gap(before: node, version) }
    }
    for version in [Version.ours, .theirs, .base] {
      let node = plan.trees[version].nodes.indices.dropFirst(2).first {
        neighbours(before: $0, version) == wanted
      }
      if let node { return gap(before: node, version) }
    }
    return wanted.areOfOneList ? [0x0A] : [0x0A, 0x0A]
  }

  private func isNode(_ node: Int, _ version: Version) -> Bool {
    plan.trees[version].nodes.indices.contains(node)
  }

  private func gap(before node: Int, _ version: Version) -> [UInt8] {
    Array(plan.trees[version].gap(after: node - 1))
  }

  private func neighbours(before node: Int, _ version: Version) -> Neighbours {
    let (above, below) = (plan.trees[version].nodes[node - 1], plan.trees[version].nodes[node])
    return Neighbours(above.kind, below.kind, below.depth - above.depth)
  }
}

/// What two pieces are that follow each other, and whether the lower one lies in the upper one,
/// beside it or outside.
private struct Neighbours: Equatable {
  private let above: MergeTree.Kind
  private let below: MergeTree.Kind
  private let descent: Int

  init(_ above: MergeTree.Kind, _ below: MergeTree.Kind, _ descent: Int) {
    self.above = above.unnamed
    self.below = below.unnamed
    self.descent = descent.signum()
  }

  var areOfOneList: Bool {
    switch (above, below) {
    case (.piece(.item), .piece(.item)), (.piece(.entry), .piece(.entry)): true
    // Of one list are also comments that speak of the same thing.
    case (.piece(.comment), .piece(.comment)): true
    default: false
    }
  }
}

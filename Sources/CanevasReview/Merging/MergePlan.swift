import CanevasModel
import CanevasSource
import CanevasSyntax

/// Which pieces of three versions are which, which of them stay, and where.
struct MergePlan {
  /// A piece with its node in each version that has it.
  struct Item {
    var nodes: Versions<Int?>
    /// The item that holds it in the result.
    var parent = 0
    /// The side whose place it takes.
    var place = Version.ours
    var fate = Fate.kept
  }

  enum Fate {
    case kept
    /// One side took it out, and the other one left it as it was; or both took it out.
    case dropped
    /// One side took it out, the other one changed it.
    case contested
  }

  let trees: Versions<MergeTree>
  /// The first is the document itself.
  private(set) var items: [Item] = []
  /// The item of each version's nodes.
  private(set) var item: Versions<[Int]>

  /// `nil` if a version cannot be cut, or the sides' moves contradict each other.
  init?(_ documents: Versions<TypedDocument>, depth: Int) {
    guard let base = MergeTree(documents.base, depth: depth),
      let ours = MergeTree(documents.ours, depth: depth),
      let theirs = MergeTree(documents.theirs, depth: depth)
    else { return nil }
    trees = Versions(base: base, ours: ours, theirs: theirs)
    item = trees.map { Array(repeating: -1, count: $0.nodes.count) }
    let toOurs = NodePairs(from: base, to: ours).new
    let toTheirs = NodePairs(from: base, to: theirs).new
    for index in base.nodes.indices {
      add(Item(nodes: Versions(base: index, ours: toOurs[index], theirs: toTheirs[index])))
    }
    addAdditions()
    for index in items.indices.dropFirst() { settlePlace(of: index) }
    for index in items.indices.dropFirst() { items[index].fate = fate(of: index) }
    guard items.indices.allSatisfy(reachesDocument) else { return nil }
  }

  func node(_ index: Int, _ version: Version) -> MergeTree.Node? {
    items[index].nodes[version].map { trees[version].nodes[$0] }
  }

  /// The item that holds one in a version.
  func parent(_ index: Int, _ version: Version) -> Int? {
    node(index, version).map { item[version][$0.parent] }
  }

  private mutating func add(_ new: Item) {
    for version in Version.allCases {
      if let node = new.nodes[version] { item[version][node] = items.count }
    }
    items.append(new)
  }
}

// What came.
extension MergePlan {
  /// Adds what has no base: what both sides added alike as one.
  private mutating func addAdditions() {
    var next = 0
    while next < items.count {
      if let ours = items[next].nodes.ours, let theirs = items[next].nodes.theirs {
        for pair in commonAdditions(new(inside: ours, .ours), new(inside: theirs, .theirs)) {
          add(Item(nodes: Versions(base: nil, ours: pair.ours, theirs: pair.theirs)))
        }
      }
      next += 1
    }
    for node in trees.ours.nodes.indices where item.ours[node] < 0 {
      add(Item(nodes: Versions(base: nil, ours: node, theirs: nil)))
    }
    for node in trees.theirs.nodes.indices where item.theirs[node] < 0 {
      add(Item(nodes: Versions(base: nil, ours: nil, theirs: node)))
    }
  }

  private func new(inside node: Int, _ version: Version) -> [Int] {
    trees[version].children(of: node).filter { item[version][$0] < 0 }
  }

  /// What both sides added: the same words, or things of one name.
  private func commonAdditions(_ ours: [Int], _ theirs: [Int]) -> [(ours: Int, theirs: Int)] {
    guard !ours.isEmpty, !theirs.isEmpty else { return [] }
    var pairs: [(ours: Int, theirs: Int)] = []
    var own = ours.filter { !isComment($0, .ours) }
    var others = theirs.filter { !isComment($0, .theirs) }
    for key in [sayingKey, namingKey] {
      var waiting: [AdditionKey: [Int]] = [:]
      for node in others {
        if let key = key(trees.theirs, node) { waiting[key, default: []].append(node) }
      }
      for node in own {
        guard let key = key(trees.ours, node), let other = waiting[key]?.first else { continue }
        waiting[key]?.removeFirst()
        pairs.append((node, other))
      }
      let (taken, takenToo) = (Set(pairs.map(\.ours)), Set(pairs.map(\.theirs)))
      own.removeAll { taken.contains($0) }
      others.removeAll { takenToo.contains($0) }
    }
    return (pairs + commonComments(ours, theirs, pairs)).sorted { $0.ours < $1.ours }
  }

  private func isComment(_ node: Int, _ version: Version) -> Bool {
    trees[version].nodes[node].kind == .piece(.comment)
  }

  /// Comments that both sides added to the same thing.
  private func commonComments(
    _ ours: [Int], _ theirs: [Int], _ pairs: [(ours: Int, theirs: Int)]
  ) -> [(ours: Int, theirs: Int)] {
    // What both added is known by its node in ours, behind the numbers of the items.
    var common = Versions<[Int: Int]>(base: [:], ours: [:], theirs: [:])
    for pair in pairs {
      common.ours[pair.ours] = items.count + pair.ours
      common.theirs[pair.theirs] = items.count + pair.ours
    }
    func keyed(_ nodes: [Int], _ side: Version) -> [(index: Int, keys: [CommentKey])] {
      let tree = trees[side].pieces
      return nodes.filter { isComment($0, side) }.compactMap { node in
        guard let piece = trees[side].nodes[node].piece else { return nil }
        let below = tree.pieceBelow(piece).flatMap { trees[side].node[$0] }
        let known = below.flatMap { item[side][$0] < 0 ? common[side][$0] : item[side][$0] }
        // What one side alone added is nothing that the other one's comment could speak of.
        guard below == nil || known != nil else { return nil }
        return (node, CommentKey.added(tree, piece, below: known ?? -1))
      }
    }
    return pairedComments(keyed(ours, .ours), keyed(theirs, .theirs)).map { ($0.old, $0.new) }
  }
}

private struct AdditionKey: Hashable {
  let kind: MergeTree.Kind
  var name = ""
  var meaning: UInt64 = 0
}

private func sayingKey(_ tree: MergeTree, _ index: Int) -> AdditionKey? {
  let node = tree.nodes[index]
  return AdditionKey(kind: node.kind, meaning: node.meaning)
}

/// The key of what a document has once under its name.
private func namingKey(_ tree: MergeTree, _ index: Int) -> AdditionKey? {
  let node = tree.nodes[index]
  switch node.kind {
  case .definition, .piece(.section), .piece(.subsection), .piece(.entry):
    return node.name.map { AdditionKey(kind: node.kind, name: $0) }
  case .piece(.title), .piece(.tagline): return AdditionKey(kind: node.kind)
  case .piece(.item):
    // Flows between the same ends, and words before a colon, may be there several times.
    guard let piece = node.piece, let text = tree.pieces.text(of: piece),
      let first = text.parts.first(where: { _ in true }),
      first.kind == .strong || first.kind == .link
    else { return nil }
    return node.name.flatMap { $0.contains("→") ? nil : AdditionKey(kind: node.kind, name: $0) }
  case .piece(.document), .piece(.story), .piece(.block), .piece(.comment): return nil
  }
}

// What stays, and where.
extension MergePlan {
  /// Whether a side took out what the base has.
  private func isGone(_ index: Int, _ side: Version) -> Bool {
    items[index].nodes.base != nil && items[index].nodes[side] == nil
  }

  /// The side that moved an item into another one decides its place, unless the other side took
  /// that one out.
  private mutating func settlePlace(of index: Int) {
    let base = parent(index, .base)
    switch (parent(index, .ours), parent(index, .theirs)) {
    case (let ours?, let theirs?):
      let isTheirs = ours == base && !isGone(theirs, .ours) || isGone(ours, .theirs)
      items[index].parent = isTheirs ? theirs : ours
      items[index].place = isTheirs && ours != theirs ? .theirs : .ours
    case (let ours?, nil): items[index].parent = ours
    case (nil, let theirs?):
      items[index].parent = theirs
      items[index].place = .theirs
    case (nil, nil): items[index].parent = base ?? 0
    }
  }

  private func fate(of index: Int) -> Fate {
    let nodes = items[index].nodes
    guard nodes.base != nil else { return .kept }
    switch (nodes.ours, nodes.theirs) {
    case (_?, _?): return .kept
    case (nil, nil): return .dropped
    case (_?, nil): return fate(of: index, left: .ours)
    case (nil, _?): return fate(of: index, left: .theirs)
    }
  }

  private func fate(of index: Int, left side: Version) -> Fate {
    guard isUntouched(index, by: side) else { return .contested }
    return isMoved(index, by: side) ? .kept : .dropped
  }

  private func isMoved(_ index: Int, by side: Version) -> Bool {
    parent(index, side) != parent(index, .base)
  }

  /// Whether a side left an item that the other one took out, with all that it holds, as it was.
  private func isUntouched(_ index: Int, by side: Version) -> Bool {
    guard let node = items[index].nodes[side], saysTheSame(index, side, .base) else { return false }
    return trees[side].children(of: node).allSatisfy { child in
      let inside = item[side][child]
      if items[inside].nodes[side.opposite] != nil { return items[inside].parent != index }
      return items[inside].nodes.base != nil && !isMoved(inside, by: side)
        && isUntouched(inside, by: side)
    }
  }

  /// Whether an item's own text differs in its form alone.
  func saysTheSame(_ index: Int, _ version: Version, _ other: Version) -> Bool {
    guard let node = items[index].nodes[version], let second = items[index].nodes[other] else {
      return false
    }
    let (text, otherText) = (trees[version].text(node), trees[other].text(second))
    if text == otherText { return true }
    return trees[version].nodes[node].ownMeaning == trees[other].nodes[second].ownMeaning
      && wordList(text) == wordList(otherText)
  }

  /// Whether an item is in the document, and not in what holds itself.
  private func reachesDocument(_ index: Int) -> Bool {
    var (next, steps) = (index, 0)
    while next != 0 {
      steps += 1
      if steps > items.count { return false }
      // What is shown whole, or goes whole, says itself what becomes of its parts.
      let parent = items[next].parent
      if items[next].fate == .kept, items[parent].fate != .kept,
        items[next].nodes.ours != nil, items[next].nodes.theirs != nil
      {
        return false
      }
      next = parent
    }
    return true
  }
}

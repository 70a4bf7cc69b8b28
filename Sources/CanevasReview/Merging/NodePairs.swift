import CanevasModel

/// Which nodes of two versions belong together.
struct NodePairs {
  /// The new node of each old one; `nil` for one that went.
  private(set) var new: [Int?]
  private var isTaken: [Bool]

  init(from old: MergeTree, to new: MergeTree) {
    self.new = Array(repeating: nil, count: old.nodes.count)
    isTaken = Array(repeating: false, count: new.nodes.count)
    let matching = Matching(from: old.pieces, to: new.pieces)
    for (index, node) in old.nodes.enumerated() {
      guard let piece = node.piece, let other = matching.new[piece].flatMap({ new.node[$0] })
      else { continue }
      pair(index, other)
    }
    pairDefinitions(old, new)
    for (index, other) in self.new.enumerated() {
      if let other { pairReplacements(old, old.children(of: index), new, new.children(of: other)) }
    }
  }

  private mutating func pair(_ old: Int, _ new: Int) {
    self.new[old] = new
    isTaken[new] = true
  }

  /// Pairs definitions of one text, then of one label.
  private mutating func pairDefinitions(_ old: MergeTree, _ new: MergeTree) {
    let olds = old.nodes.indices.filter { old.nodes[$0].kind == .definition }
    let news = new.nodes.indices.filter { new.nodes[$0].kind == .definition }
    for isSame: (MergeTree.Node, MergeTree.Node) -> Bool in [
      { $0.meaning == $1.meaning }, { $0.name != nil && $0.name == $1.name },
    ] {
      for index in olds where self.new[index] == nil {
        let other = news.first { !isTaken[$0] && isSame(old.nodes[index], new.nodes[$0]) }
        if let other { pair(index, other) }
      }
    }
  }

  /// Pairs what stands in place of something else, however different, between the same neighbours:
  /// to those who merge, one text was changed.
  private mutating func pairReplacements(
    _ old: MergeTree, _ olds: [Int], _ new: MergeTree, _ news: [Int]
  ) {
    var place = 0
    while place < olds.count {
      let run = olds[place...].prefix { self.new[$0] == nil }
      defer { place += run.count + 1 }
      guard !run.isEmpty else { continue }
      let above = place > 0 ? self.new[olds[place - 1]].flatMap { news.firstIndex(of: $0) } : -1
      guard let above else { continue }
      let others = news[(above + 1)...].prefix { !isTaken[$0] }
      let below = others.endIndex < news.count ? news[others.endIndex] : nil
      let oldBelow = run.endIndex < olds.count ? self.new[olds[run.endIndex]] : nil
      guard below == oldBelow else { continue }
      for (index, other) in zip(run, others) where mayReplace(old.nodes[index], new.nodes[other]) {
        pair(index, other)
      }
    }
  }

  private func mayReplace(_ old: MergeTree.Node, _ new: MergeTree.Node) -> Bool {
    guard old.kind == new.kind else { return false }
    switch old.kind {
    case .piece(.item), .piece(.block), .piece(.story): return true
    case .piece, .definition: return false
    }
  }
}

package import CanevasModel

/// Who works with whom in a territory: the actors of many canvases, the canvases by theme, and
/// what ties them together.
package struct TerritoryMap: Sendable {
  /// An actor or a canvas.
  package struct Node: Hashable, Sendable {
    package let name: String
    package let href: String?
    /// How many flows an actor gives or receives.
    package let flows: Int

    package init(_ name: String, href: String? = nil, flows: Int = 0) {
      self.name = name
      self.href = href
      self.flows = flows
    }
  }

  /// The canvases of a theme, under its name and in its colour.
  package struct Group: Sendable {
    package let name: String
    /// The class that gives the theme's colour.
    package let colour: String
    package let canvases: [Node]

    package init(_ name: String, colour: String, canvases: [Node]) {
      self.name = name
      self.colour = colour
      self.canvases = canvases
    }
  }

  /// That an actor and the service of a canvas exchange something, by their places.
  package struct Tie: Hashable, Sendable {
    package let actor: Int
    package let group: Int
    package let canvas: Int
    package let nature: FlowNature?

    package init(actor: Int, group: Int, canvas: Int, nature: FlowNature?) {
      self.actor = actor
      self.group = group
      self.canvas = canvas
      self.nature = nature
    }
  }

  /// That an actor gives another one something.
  package struct Exchange: Hashable, Sendable {
    package let from: Int
    package let to: Int
    package let nature: FlowNature?

    package init(from: Int, to: Int, nature: FlowNature?) {
      self.from = from
      self.to = to
      self.nature = nature
    }
  }

  package let actors: [Node]
  package let groups: [Group]
  package let ties: [Tie]
  package let exchanges: [Exchange]

  package init(actors: [Node], groups: [Group], ties: [Tie], exchanges: [Exchange]) {
    self.actors = actors
    self.groups = groups
    // In an order of their own, whichever way they were gathered.
    self.ties = ties.sorted {
      ($0.actor, $0.group, $0.canvas, $0.nature.rank)
        < ($1.actor, $1.group, $1.canvas, $1.nature.rank)
    }
    self.exchanges = exchanges.sorted {
      ($0.from, $0.to, $0.nature.rank) < ($1.from, $1.to, $1.nature.rank)
    }
  }
}

/// Where everything of a territory map lies: the actors in a column at the left, those that share
/// canvases near each other; the canvases in a column at the right, by theme; curves between
/// them; and the exchanges between actors as arcs at the far left.
package struct TerritoryLayout: Sendable {
  /// A name on its line, and where curves reach it.
  package struct Entry: Sendable {
    package let place: Int
    package let name: TextBlock
    package let nameRect: Rect
    package let anchor: Point
  }

  /// In the order of `actors`.
  package let actors: [Entry]
  /// By group, then canvas.
  package let canvases: [[Entry]]
  package let headings: [Entry]
  /// Where the arcs between actors end.
  package let arcs: Double
  package let width: Double
  package let height: Double
}

extension TerritoryMap {
  static let line = 18.0
  static let curves = (start: 330.0, end: 520.0)

  /// Lays the map out.
  package var layout: TerritoryLayout {
    let canvasRows = groups.reduce(0) { $0 + $1.canvases.count }
    let right = Double(canvasRows) * Self.line + Double(groups.count) * 48
    let height = max(Double(actors.count) * Self.line, right)
    let (canvases, headings) = placeCanvases(within: height, spare: height - right)
    let order = actorOrder(canvases)
    let step = height / Double(max(1, actors.count))
    var heights = Array(repeating: 0.0, count: actors.count)
    for (row, actor) in order.enumerated() {
      heights[actor] = ((Double(row) + 0.5) * step).rounded()
    }
    let reach = exchanges.map { Self.reach(abs(heights[$0.from] - heights[$0.to])) }.max()
    let arcs = reach.map { ($0 + 4).rounded(.up) } ?? 0
    let x = arcs + (reach == nil ? 0 : 10)
    let entries = actors.indices.map { actor in
      let font = ties.isHub(actor) ? PictureFont.hub : .label
      let name = TextBlock(
        actors[actor].name, font, within: Self.curves.start - 24 - x, atMost: 1)
      return TerritoryLayout.Entry(
        place: actor, name: name,
        nameRect: Rect(x: x, y: heights[actor] - 7, width: name.width, height: name.height),
        anchor: Point(x: Self.curves.start - 8, y: heights[actor]))
    }
    return TerritoryLayout(
      actors: entries, canvases: canvases, headings: headings, arcs: arcs, width: 720,
      height: height)
  }

  /// How far an arc between two actors bulges to the left.
  static func reach(_ distance: Double) -> Double { min(78, 12 + distance / 5) }

  private func placeCanvases(
    within height: Double, spare: Double
  ) -> (canvases: [[TerritoryLayout.Entry]], headings: [TerritoryLayout.Entry]) {
    var weights = Array(repeating: 0.0, count: groups.count)
    for tie in ties { weights[tie.group] += 1 }
    let total = max(1, Double(ties.count))
    var y = 0.0
    var headings: [TerritoryLayout.Entry] = []
    let x = Self.curves.end + 14
    func entry(_ place: Int, _ name: TextBlock) -> TerritoryLayout.Entry {
      .init(
        place: place, name: name,
        nameRect: Rect(x: x, y: y.rounded() - 7, width: name.width, height: name.height),
        anchor: Point(x: Self.curves.end, y: y.rounded()))
    }
    let canvases = groups.enumerated().map { number, group in
      let share = spare * weights[number] / total / 2
      y += 19 + share
      let heading = TextBlock(group.name, .label, within: 720 - x, atMost: 2)
      headings.append(entry(number, heading))
      y += heading.height - heading.font.lineHeight
      let entries = group.canvases.enumerated().map { place, canvas in
        y += Self.line
        return entry(place, TextBlock(canvas.name, .hub, within: 720 - x, atMost: 1))
      }
      y += 29 + share - (heading.height - heading.font.lineHeight)
      return entries
    }
    return (canvases, headings)
  }

  /// The actors from top to bottom: each near the middle of the canvases that it works with, or
  /// of the actors that it exchanges with.
  private func actorOrder(_ canvases: [[TerritoryLayout.Entry]]) -> [Int] {
    var sums = Array(repeating: (total: 0.0, count: 0.0), count: actors.count)
    for tie in ties {
      sums[tie.actor].total += canvases[tie.group][tie.canvas].anchor.y
      sums[tie.actor].count += 1
    }
    let own = sums
    for exchange in exchanges {
      for (actor, other) in [(exchange.from, exchange.to), (exchange.to, exchange.from)]
      where own[other].count > 0 {
        sums[actor].total += own[other].total / own[other].count * 0.5
        sums[actor].count += 0.5
      }
    }
    let middles = sums.map { $0.count > 0 ? $0.total / $0.count : .infinity }
    return actors.indices.sorted { (middles[$0], $0) < (middles[$1], $1) }
  }
}

extension [TerritoryMap.Tie] {
  /// Whether an actor works with more than one canvas.
  func isHub(_ actor: Int) -> Bool {
    let mine = lazy.filter { $0.actor == actor }
    guard let first = mine.first else { return false }
    return mine.contains { $0.group != first.group || $0.canvas != first.canvas }
  }
}

extension FlowNature? {
  fileprivate var rank: Int {
    switch self {
    case .material: 0
    case .information: 1
    case .economic: 2
    case nil: 3
    }
  }
}

/// What the builder makes of parties and rows that have their place: boxes and arrows.
extension SystemMapBuilder {
  private func x(of side: Int) -> Double {
    side == 0 ? 0 : service.maxX + MapMeasure.gutter
  }

  mutating func makeBoxes() {
    boxes.append(.init(party: nil, rect: service, name: serviceName, isRepeated: false))
    for side in 0...1 {
      let column = columns[side]
      for (place, party) in column.parties.enumerated() {
        let rect = Rect(
          x: x(of: side), y: column.tops[place], width: MapMeasure.party,
          height: column.bottom(place) - column.tops[place])
        boxes.append(.init(party: party, rect: rect, name: column.names[place], isRepeated: false))
      }
    }
  }

  mutating func makeArrows() {
    for row in rows {
      let start = row.left == nil ? service.maxX : MapMeasure.party
      let end = row.right == nil ? service.x : x(of: 1)
      add(row, from: start, to: end, isForward: map.flows[row.flow].from == row.left)
    }
    for pair in plan.routes.upright.map({ plan.pairs[$0] }) { addUpright(pair) }
  }

  private mutating func add(
    _ row: MapRow, from left: Double, to right: Double, isForward: Bool
  ) {
    let label = Rect(
      x: left + MapMeasure.inset, y: row.top, width: row.label.width, height: row.label.height)
    let ends = [Point(x: left, y: row.arrow), Point(x: right, y: row.arrow)]
    arrows.append(
      .init(
        flow: row.flow, start: ends[isForward ? 0 : 1], end: ends[isForward ? 1 : 0],
        label: row.label, labelRect: label))
  }

  /// The arrows between two neighbours of a column: the first at the left with its label above,
  /// the second at the right with its label below.
  private mutating func addUpright(_ pair: SystemMap.Pair) {
    let side = columns[0].parties.contains(pair.first) ? 0 : 1
    let column = columns[side]
    guard let first = column.parties.firstIndex(of: pair.first),
      let second = column.parties.firstIndex(of: pair.second)
    else { return }
    let upper = min(first, second)
    let (top, bottom) = (column.bottom(upper), column.tops[upper + 1])
    let labels = pair.flows.map { Self.uprightLabel(map, $0) }
    var y = top + (bottom - top - labels.reduce(-4) { $0 + $1.height + 4 }) / 2
    for (number, (flow, label)) in zip(pair.flows, labels).enumerated() {
      let x = x(of: side) + (number == 0 ? 12 : MapMeasure.party - 12)
      let isDown = map.flows[flow].from == column.parties[upper]
      let ends = [Point(x: x, y: top), Point(x: x, y: bottom)]
      let rect = Rect(
        x: number == 0 ? x + 10 : x - 10 - label.width, y: y, width: label.width,
        height: label.height)
      arrows.append(
        .init(
          flow: flow, start: ends[isDown ? 0 : 1], end: ends[isDown ? 1 : 0], label: label,
          labelRect: rect))
      y += label.height + 4
    }
  }

  /// The pairs that found no way, and the flows from the service to itself.
  var flowsApart: [(left: Int?, right: Int?, flows: [Int])] {
    var groups = plan.routes.apart.map { index -> (Int?, Int?, [Int]) in
      let pair = plan.pairs[index]
      return (pair.first, pair.second, pair.flows)
    }
    let own = map.flows.indices.filter { map.flows[$0].from == nil && map.flows[$0].to == nil }
    if !own.isEmpty { groups.append((nil, nil, own)) }
    return groups
  }

  /// Puts flows under the map, each between two repeated boxes; gives where they end.
  mutating func make(
    _ groups: [(left: Int?, right: Int?, flows: [Int])], from start: Double
  ) -> Double {
    var y = start
    for (left, right, flows) in groups {
      y += 2 * MapMeasure.gap
      let top = y
      y += MapMeasure.padding
      for flow in flows {
        let label = TextBlock(
          map.flows[flow].label, .label,
          within: MapMeasure.full - 2 * MapMeasure.party - 2 * MapMeasure.inset, atMost: 3)
        let row = MapRow(flow: flow, left: left, right: right, label: label, top: y)
        add(
          row, from: MapMeasure.party, to: MapMeasure.full - MapMeasure.party,
          isForward: map.flows[flow].from == left)
        y += row.height
      }
      let names = [left, right].map { party in
        party.map { Self.name(map, $0) } ?? TextBlock(map.service, .name, within: 112)
      }
      y = max(y, top + (names.map(\.height).max() ?? 0) + 2 * MapMeasure.padding)
      for (name, (party, x)) in zip(
        names, [(left, 0), (right, MapMeasure.full - MapMeasure.party)])
      {
        let rect = Rect(x: x, y: top, width: MapMeasure.party, height: y - top)
        boxes.append(.init(party: party, rect: rect, name: name, isRepeated: true))
      }
    }
    return y
  }
}

/// Lays a system map out, from top to bottom: the arrows above the service, those with the
/// service, those under it, those apart.
struct SystemMapBuilder {
  private let map: SystemMap
  private let plan: SystemMapPlan
  private let labels: [TextBlock]
  private let serviceName: TextBlock
  private var columns: [MapColumn]
  private var rows: [MapRow] = []
  private var boxes: [SystemMapLayout.Box] = []
  private var arrows: [SystemMapLayout.Arrow] = []
  private var service = Rect(x: 0, y: 0, width: MapMeasure.service, height: 0)

  init(_ map: SystemMap) {
    self.map = map
    let labels = map.flows.map {
      TextBlock($0.label, .label, within: MapMeasure.gutter - 2 * MapMeasure.inset, atMost: 7)
    }
    self.labels = labels
    let plan = SystemMapPlan(map, rowHeights: labels.map(MapRow.height))
    self.plan = plan
    serviceName = TextBlock(
      map.service, .title, within: MapMeasure.service - 2 * MapMeasure.padding)
    columns = plan.columns.map { parties in
      MapColumn(
        parties: parties,
        gaps: parties.indices.map { place in
          let upright = place == 0 ? [] : plan.upright(parties[place - 1], parties[place])
          return place == 0 ? 0 : Self.gap(upright.map { Self.uprightLabel(map, $0) })
        },
        names: parties.map { Self.name(map, $0) })
    }
  }

  private static func name(_ map: SystemMap, _ party: Int) -> TextBlock {
    TextBlock(
      map.parties[party].name, .name, within: MapMeasure.party - 2 * MapMeasure.padding,
      atMost: 6)
  }

  /// The label of an upright arrow, which leaves room for an arrow at either side.
  private static func uprightLabel(_ map: SystemMap, _ flow: Int) -> TextBlock {
    TextBlock(map.flows[flow].label, .label, within: MapMeasure.party - 44)
  }

  private static func gap(_ labels: [TextBlock]) -> Double {
    labels.isEmpty
      ? MapMeasure.gap : max(32, labels.reduce(14) { $0 + $1.height + 4 })
  }

  mutating func build() -> SystemMapLayout {
    let start = putAcross(plan.routes.above, from: MapMeasure.padding)
    putService(from: plan.routes.above.isEmpty ? 0 : start + MapMeasure.clearance)
    let below = service.maxY + MapMeasure.clearance
    _ = putAcross(plan.routes.below, from: below)
    for side in 0...1 { columns[side].fill(upTo: columns[side].parties.count) }
    let apart = flowsApart
    let hasLeft = !columns[0].parties.isEmpty || !apart.isEmpty
    let hasRight = !columns[1].parties.isEmpty || !apart.isEmpty
    service.x = hasLeft ? MapMeasure.party + MapMeasure.gutter : 0
    let side = MapMeasure.party + MapMeasure.gutter
    let width = MapMeasure.service + (hasLeft ? side : 0) + (hasRight ? side : 0)
    makeBoxes()
    makeArrows()
    let end = max(service.maxY, columns[0].bottom, columns[1].bottom)
    let height = make(apart, from: end)
    return SystemMapLayout(width: width, height: height, boxes: boxes, arrows: arrows)
  }

  /// Puts arrows from column to column, one under the other; gives where they end.
  private mutating func putAcross(_ pairs: [Int], from start: Double) -> Double {
    var y = start
    for pair in pairs.map({ plan.pairs[$0] }) {
      let isFirstLeft = columns[0].parties.contains(pair.first)
      let (left, right) = isFirstLeft ? (pair.first, pair.second) : (pair.second, pair.first)
      guard let leftPlace = columns[0].parties.firstIndex(of: left),
        let rightPlace = columns[1].parties.firstIndex(of: right)
      else { continue }
      for flow in pair.flows {
        let label = TextBlock(
          map.flows[flow].label, .label,
          within: MapMeasure.full - 2 * MapMeasure.party - 2 * MapMeasure.inset, atMost: 3)
        let top = max(y, columns[0].ready(leftPlace), columns[1].ready(rightPlace))
        let row = MapRow(flow: flow, left: left, right: right, label: label, top: top)
        columns[0].put(leftPlace, at: top, height: row.height)
        columns[1].put(rightPlace, at: top, height: row.height)
        rows.append(row)
        y = top + row.height
      }
    }
    return y
  }

  /// Puts the arrows of both columns with the service, and the service beside them.
  private mutating func putService(from start: Double) {
    let fixed = columns.map(\.tops.count)
    for side in 0...1 {
      let span = plan.span(ofServiceIn: columns[side].parties)
      for (place, party) in columns[side].parties.enumerated() where span.contains(place) {
        for flow in plan.serviceFlows[party] {
          let top = max(start + MapMeasure.padding, columns[side].ready(place))
          let row = MapRow(
            flow: flow, left: side == 0 ? party : nil, right: side == 0 ? nil : party,
            label: labels[flow], top: top)
          columns[side].put(place, at: top, height: row.height)
          rows.append(row)
        }
      }
    }
    let bottom = max(columns[0].bottom, columns[1].bottom)
    for side in 0...1 where !columns[side].tops.isEmpty {
      spread(side, fixed: fixed[side], room: bottom - columns[side].bottom)
    }
    let mine = rows.filter { $0.left == nil || $0.right == nil }
    let first = mine.map(\.top).min() ?? start + MapMeasure.padding
    let last = mine.map { $0.top + $0.height - MapMeasure.underArrow }.max() ?? first
    let height = max(
      serviceName.height + 2 * MapMeasure.padding, last - first + 2 * MapMeasure.padding)
    service.y = first - MapMeasure.padding
    service.height = height
  }

  /// Spreads the boxes of the lower column over the height of the other one: equal room before,
  /// between and after them, save where an arrow above or under the service holds a box.
  private mutating func spread(_ side: Int, fixed: Int, room: Double) {
    guard room > 0 else { return }
    let column = columns[side]
    let last = column.tops.count - 1
    let isHeld = plan.routes.below.contains { index in
      [plan.pairs[index].first, plan.pairs[index].second].contains(column.parties[last])
    }
    let movable = Array(min(fixed, last + 1)..<last + 1)
    let shares = movable.count + (isHeld ? 0 : 1)
    guard !movable.isEmpty else {
      let hasRows = !plan.serviceFlows[column.parties[last]].isEmpty
      return isHeld && hasRows ? move(side, [last], by: room / 2, onlyRows: true) : ()
    }
    for (number, place) in movable.enumerated() {
      move(side, [place], by: (room * Double(number + 1) / Double(shares)).rounded(.down))
    }
  }

  private mutating func move(
    _ side: Int, _ places: [Int], by shift: Double, onlyRows: Bool = false
  ) {
    for place in places {
      if !onlyRows { columns[side].tops[place] += shift }
      columns[side].ends[place] += shift
      let party = columns[side].parties[place]
      for row in rows.indices
      where rows[row].left == (side == 0 ? party : nil)
        && rows[row].right == (side == 0 ? nil : party)
      {
        rows[row].top += shift
      }
    }
  }

  private func x(of side: Int) -> Double {
    side == 0 ? 0 : service.maxX + MapMeasure.gutter
  }

  private mutating func makeBoxes() {
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

  private mutating func makeArrows() {
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
  private var flowsApart: [(left: Int?, right: Int?, flows: [Int])] {
    var groups = plan.routes.apart.map { index -> (Int?, Int?, [Int]) in
      let pair = plan.pairs[index]
      return (pair.first, pair.second, pair.flows)
    }
    let own = map.flows.indices.filter { map.flows[$0].from == nil && map.flows[$0].to == nil }
    if !own.isEmpty { groups.append((nil, nil, own)) }
    return groups
  }

  /// Puts flows under the map, each between two repeated boxes; gives where they end.
  private mutating func make(
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

extension SystemMapPlan {
  /// The flows between two neighbours of a column that are drawn upright.
  func upright(_ first: Int, _ second: Int) -> [Int] {
    routes.upright.lazy.map { pairs[$0] }.first {
      ($0.first, $0.second) == (min(first, second), max(first, second))
    }?.flows ?? []
  }
}

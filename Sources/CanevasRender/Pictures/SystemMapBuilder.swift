/// Lays a system map out, from top to bottom: the arrows above the service, those with the
/// service, those under it, those apart.
struct SystemMapBuilder {
  let map: SystemMap
  let plan: SystemMapPlan
  private let labels: [TextBlock]
  let serviceName: TextBlock
  var columns: [MapColumn]
  var rows: [MapRow] = []
  var boxes: [SystemMapLayout.Box] = []
  var arrows: [SystemMapLayout.Arrow] = []
  var service = Rect(x: 0, y: 0, width: MapMeasure.service, height: 0)

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

  static func name(_ map: SystemMap, _ party: Int) -> TextBlock {
    TextBlock(
      map.parties[party].name, .name, within: MapMeasure.party - 2 * MapMeasure.padding,
      atMost: 6)
  }

  /// The label of an upright arrow, which leaves room for an arrow at either side.
  static func uprightLabel(_ map: SystemMap, _ flow: Int) -> TextBlock {
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
}

extension SystemMapPlan {
  /// The flows between two neighbours of a column that are drawn upright.
  func upright(_ first: Int, _ second: Int) -> [Int] {
    routes.upright.lazy.map { pairs[$0] }.first {
      ($0.first, $0.second) == (min(first, second), max(first, second))
    }?.flows ?? []
  }
}

/// Which party stands where: two columns, left and right of the service, from top to bottom.
///
/// Every flow with the service is a level arrow between a party's box and the service's, which
/// is as high as all of them. A flow between two parties is a level arrow above or under the
/// service when they stand opposite, an upright one when they are neighbours in a column. What
/// can be drawn in neither way is drawn below, between repeated boxes. So no arrow ever bends,
/// and none crosses another, a box or a label.
struct SystemMapPlan {
  /// How each pair of parties is connected, by places in `pairs`.
  struct Routes {
    /// Between neighbours in a column.
    var upright: [Int] = []
    /// Above the service, from top to bottom.
    var above: [Int] = []
    /// Under the service, from top to bottom.
    var below: [Int] = []
    /// Between repeated boxes.
    var apart: [Int] = []
  }

  /// At most so many upright arrows find room, with their labels, in a column.
  static let mostUpright = 2

  let serviceFlows: [[Int]]
  let pairs: [SystemMap.Pair]
  private let isCustomer: [Bool]
  /// About how high each party's own arrows are, with their labels.
  private let heights: [Double]
  private(set) var columns: [[Int]] = [[], []]
  private(set) var routes = Routes()

  init(_ map: SystemMap, rowHeights: [Double]) {
    (serviceFlows, pairs) = map.links
    isCustomer = map.parties.map(\.isCustomer)
    heights = serviceFlows.map { flows in
      max(60, flows.reduce(24) { $0 + rowHeights[$1] })
    }
    for party in map.parties.indices { columns[isCustomer[party] ? 1 : 0].append(party) }
    improve()
    routes = makeRoutes(columns)
  }

  /// Where the parties of a column that have flows with the service begin and end; a column
  /// without any counts as if its last one had.
  func span(ofServiceIn column: [Int]) -> ClosedRange<Int> {
    let last = max(0, column.count - 1)
    guard let start = column.firstIndex(where: { !serviceFlows[$0].isEmpty }),
      let end = column.lastIndex(where: { !serviceFlows[$0].isEmpty })
    else { return last...last }
    return start...end
  }

  private func makeRoutes(_ columns: [[Int]]) -> Routes {
    var routes = Routes()
    var seats = Array(repeating: (column: 0, place: 0), count: serviceFlows.count)
    for (number, column) in columns.enumerated() {
      for (place, party) in column.enumerated() { seats[party] = (number, place) }
    }
    var across: [(left: Int, right: Int, pair: Int)] = []
    for (index, pair) in pairs.enumerated() {
      let (first, second) = (seats[pair.first], seats[pair.second])
      if first.column != second.column {
        let left = first.column == 0 ? first : second
        let right = first.column == 0 ? second : first
        across.append((left.place, right.place, index))
      } else if abs(first.place - second.place) == 1, pair.flows.count <= Self.mostUpright {
        routes.upright.append(index)
      } else {
        routes.apart.append(index)
      }
    }
    guard !across.isEmpty else { return routes }
    across.sort { ($0.left, $0.right) < ($1.left, $1.right) }
    let spans = columns.map(span)
    // Each chain leads down both columns without going back, so that its arrows are level.
    var rest: [(left: Int, right: Int, pair: Int)] = []
    var right = spans[1].upperBound
    for link in across {
      if link.left >= spans[0].upperBound, link.right >= right {
        routes.below.append(link.pair)
        right = link.right
      } else {
        rest.append(link)
      }
    }
    right = 0
    for link in rest {
      if link.left <= spans[0].lowerBound, (right...spans[1].lowerBound ~= link.right) {
        routes.above.append(link.pair)
        right = link.right
      } else {
        routes.apart.append(link.pair)
      }
    }
    return routes
  }

  /// What a placement costs: arrows apart most, then customers at the left and others at the
  /// right, then height and a change of the author's order.
  private func cost(_ columns: [[Int]]) -> Double {
    let routes = makeRoutes(columns)
    var cost = 0.0
    for pair in routes.apart { cost += 120 * Double(pairs[pair].flows.count) }
    for pair in routes.upright { cost += pairs[pair].flows.count == 1 ? 6 : 24 }
    var highest = 0.0
    for (number, column) in columns.enumerated() {
      highest = max(highest, column.reduce(0) { $0 + heights[$1] })
      for (place, party) in column.enumerated() {
        if isCustomer[party] != (number == 1) { cost += 40 }
        if place > 0, column[place - 1] > party { cost += 1 }
      }
    }
    return cost + highest / 4
  }

  /// Moves and exchanges parties as long as that makes the placement cheaper, within bounds that
  /// no usual map reaches.
  private mutating func improve() {
    let parties = serviceFlows.count
    var best = cost(columns)
    var trials = 6_000 / (1 + parties / 8)
    var isBetter = parties > 1
    func attempt(_ candidate: [[Int]], _ plan: inout SystemMapPlan) {
      trials -= 1
      let cost = plan.cost(candidate)
      guard cost < best - 0.001 else { return }
      best = cost
      plan.columns = candidate
      isBetter = true
    }
    while isBetter, trials > 0 {
      isBetter = false
      for party in 0..<parties where trials > 0 {
        for length in 1...3 {
          for column in 0...1 {
            for place in 0...columns[column].count {
              attempt(moving(length, from: party, to: column, at: place), &self)
            }
          }
        }
      }
      for first in 0..<parties where trials > 0 {
        for second in 0..<first { attempt(exchanging(first, second), &self) }
      }
    }
  }

  /// The columns with some neighbours, the first of them `party`, in another place.
  private func moving(
    _ length: Int, from party: Int, to column: Int, at place: Int
  ) -> [[Int]] {
    var moved = columns
    for number in 0...1 {
      guard let start = moved[number].firstIndex(of: party) else { continue }
      let range = start..<min(start + length, moved[number].count)
      let block = moved[number][range]
      moved[number].removeSubrange(range)
      moved[column].insert(contentsOf: block, at: min(place, moved[column].count))
      break
    }
    return moved
  }

  private func exchanging(_ first: Int, _ second: Int) -> [[Int]] {
    columns.map { $0.map { $0 == first ? second : $0 == second ? first : $0 } }
  }
}

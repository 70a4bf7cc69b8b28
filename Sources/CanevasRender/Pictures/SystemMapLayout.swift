/// Where everything of a system map lies: geometry alone, without a word on how it is drawn.
package struct SystemMapLayout: Sendable {
  /// A box: of a party, or of the service.
  package struct Box: Sendable {
    /// `nil`: the service.
    package let party: Int?
    package let rect: Rect
    package let name: TextBlock
    /// Whether the party has a box of its own elsewhere.
    package let isRepeated: Bool
  }

  /// A straight arrow from the edge of one box to the edge of another, with what flows.
  package struct Arrow: Sendable {
    package let flow: Int
    package let start: Point
    package let end: Point
    package let label: TextBlock
    package let labelRect: Rect
  }

  package let width: Double
  /// The height without a legend.
  package let height: Double
  package let boxes: [Box]
  package let arrows: [Arrow]
}

/// The measures of system maps, in CSS pixels.
enum MapMeasure {
  static let party = 138.0
  static let gutter = 165.0
  static let service = 114.0
  static let full = 2 * party + 2 * gutter + service
  /// Between a box's edge and what stands in it.
  static let padding = 9.0
  /// Between an arrow's end and its label.
  static let inset = 10.0
  /// Between two boxes in a column.
  static let gap = 18.0
  /// Between the service and the arrows above or under it.
  static let clearance = 16.0
  /// Between a label and its arrow, and between an arrow and the next label.
  static let underLabel = 4.0
  static let underArrow = 9.0
}

extension SystemMap {
  /// Lays the map out.
  package var layout: SystemMapLayout {
    var builder = SystemMapBuilder(self)
    return builder.build()
  }
}

/// One level arrow on its way to its place.
struct MapRow {
  let flow: Int
  /// The party at the left and at the right; `nil` is the service.
  let left: Int?
  let right: Int?
  let label: TextBlock
  /// The upper edge of the label.
  var top: Double

  var height: Double { MapRow.height(of: label) }
  var arrow: Double { top + label.height + MapMeasure.underLabel }

  static func height(of label: TextBlock) -> Double {
    label.height + MapMeasure.underLabel + MapMeasure.underArrow
  }
}

/// One of the two columns while boxes and rows are put into it from top to bottom.
struct MapColumn {
  let parties: [Int]
  /// Room to leave above each box.
  let gaps: [Double]
  let names: [TextBlock]
  /// The upper edges of the boxes that have their place.
  var tops: [Double] = []
  /// Where the rows of each of these boxes end.
  var ends: [Double] = []

  func minimum(_ place: Int) -> Double { names[place].height + 2 * MapMeasure.padding }

  /// The lower edge of a box that has its place.
  func bottom(_ place: Int) -> Double {
    max(tops[place] + minimum(place), ends[place] + MapMeasure.padding - MapMeasure.underArrow)
  }

  var bottom: Double { tops.isEmpty ? 0 : bottom(tops.count - 1) }

  /// Where the next row of a box can begin at the earliest.
  func ready(_ place: Int) -> Double {
    if place < tops.count { return ends[place] }
    var y = bottom
    for next in tops.count...place {
      y += gaps[next] + (next < place ? minimum(next) : MapMeasure.padding)
    }
    return y
  }

  /// Gives a row its place in a box; boxes up to this one get theirs.
  mutating func put(_ place: Int, at y: Double, height: Double) {
    while tops.count < place { open(at: bottom + gaps[tops.count]) }
    if tops.count == place { open(at: y - MapMeasure.padding) }
    ends[place] = y + height
  }

  /// Gives all boxes before `place` theirs.
  mutating func fill(upTo place: Int) {
    while tops.count < place { open(at: bottom + gaps[tops.count]) }
  }

  private mutating func open(at y: Double) {
    tops.append(y)
    ends.append(y + MapMeasure.padding)
  }
}

import CanevasModel

/// How flows are drawn so that their natures are told apart in black and white: matter as a heavy
/// line, information as a dotted one, money as a double one; optional flows are broken.
struct FlowStyle: Hashable {
  let nature: FlowNature?
  let isOptional: Bool

  /// All styles, in the order in which they are drawn.
  static let all: [FlowStyle] = [false, true].flatMap { isOptional in
    [.material, .information, .economic, nil].map {
      FlowStyle(nature: $0, isOptional: isOptional)
    }
  }

  /// The attributes of a path that draws such flows.
  var attributes: String {
    switch (nature, isOptional) {
    case (.material, false): "stroke-width=\"2.6\""
    case (.material, true): "stroke-width=\"2.6\" stroke-dasharray=\"7 4\""
    case (.information, false):
      "stroke-width=\"2.2\" stroke-linecap=\"round\" stroke-dasharray=\"0 4.4\""
    case (.information, true):
      "stroke-width=\"2.2\" stroke-linecap=\"round\" stroke-dasharray=\"0 4.4 0 4.4 0 10\""
    case (.economic, false), (nil, false): "stroke-width=\"1.1\""
    case (.economic, true), (nil, true): "stroke-width=\"1.1\" stroke-dasharray=\"7 4\""
    }
  }

  /// The attributes where many such lines lie close together.
  var fineAttributes: String {
    switch nature {
    case .material: "stroke-width=\"1.7\""
    case .information:
      "stroke-width=\"1.5\" stroke-linecap=\"round\" stroke-dasharray=\"0 3.6\""
    case .economic, nil: "stroke-width=\".7\""
    }
  }

  /// The path of a straight line, level or upright.
  func path(from start: Point, to end: Point) -> String {
    let isLevel = start.y == end.y
    func line(_ shift: Double) -> String {
      let (x, y) = (start.x + (isLevel ? 0 : shift), start.y + (isLevel ? shift : 0))
      return "M\(decimal(x)) \(decimal(y))" + (isLevel ? "H" : "V")
        + decimal(isLevel ? end.x : end.y)
    }
    return nature == .economic ? line(-1.5) + line(1.5) : line(0)
  }
}

extension SVGWriter {
  /// The length of an arrow's head.
  static let head = 8.0

  /// Arrows of one style as one path, and their heads as another.
  mutating func arrows(_ arrows: [(start: Point, end: Point)], _ style: FlowStyle) {
    guard !arrows.isEmpty else { return }
    raw("<path \(style.attributes) d=\"")
    for (start, end) in arrows {
      raw(style.path(from: start, to: toward(end, from: start, short: Self.head - 1)))
    }
    raw("\"/>\n")
  }

  mutating func heads(
    _ arrows: [(start: Point, end: Point)], length: Double = SVGWriter.head
  ) {
    guard !arrows.isEmpty else { return }
    raw("<path fill=\"currentColor\" stroke=\"none\" d=\"")
    for (start, end) in arrows {
      let back = toward(end, from: start, short: length)
      let (along, aside) = (Point(x: back.x - end.x, y: back.y - end.y), 4.5 / Self.head)
      raw("M\(decimal(end.x)) \(decimal(end.y))")
      raw("l\(decimal(along.x - along.y * aside)) \(decimal(along.y + along.x * aside))")
      raw("l\(decimal(2 * along.y * aside)) \(decimal(-2 * along.x * aside))z")
    }
    raw("\"/>\n")
  }

  /// The point so many pixels before an end.
  private func toward(_ end: Point, from start: Point, short: Double) -> Point {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else { return end }
    return Point(x: end.x - dx / length * short, y: end.y - dy / length * short)
  }
}

/// The words of a legend, in the interface's language.
package struct FlowWords: Sendable {
  package let material: String
  package let information: String
  package let economic: String
  package let optional: String

  package init(material: String, information: String, economic: String, optional: String) {
    self.material = material
    self.information = information
    self.economic = economic
    self.optional = optional
  }

  func word(_ nature: FlowNature) -> String {
    switch nature {
    case .material: material
    case .information: information
    case .economic: economic
    }
  }
}

/// A line of samples that explains the styles that a picture uses.
struct FlowLegend {
  /// The room that a legend takes under a picture.
  static let height = 44.0

  let entries: [(style: FlowStyle, word: TextBlock)]

  init(_ used: Set<FlowStyle>, _ words: FlowWords) {
    var entries: [(FlowStyle, TextBlock)] = []
    for nature in [FlowNature.material, .information, .economic]
    where used.contains(where: { $0.nature == nature }) {
      let style = FlowStyle(nature: nature, isOptional: false)
      entries.append((style, TextBlock(words.word(nature), .label, within: 150)))
    }
    if let style = FlowStyle.all.first(where: { $0.isOptional && used.contains($0) }) {
      entries.append((style, TextBlock(words.optional, .label, within: 150)))
    }
    self.entries = entries
  }

  var width: Double { entries.reduce(0) { $0 + 62 + $1.word.width } - 24 }

  func draw(at point: Point, _ svg: inout SVGWriter) {
    var x = point.x
    var samples: [(FlowStyle, Point, Point)] = []
    svg.group("class=\"soft\"") { svg in
      for (style, word) in entries {
        let y = point.y + 7
        samples.append((style, Point(x: x, y: y), Point(x: x + 30, y: y)))
        svg.block(word, at: Point(x: x + 38, y: point.y))
        x += 62 + word.width
      }
    }
    svg.group("fill=\"none\" stroke=\"currentColor\"") { svg in
      for (style, start, end) in samples {
        svg.raw("<path \(style.attributes) d=\"\(style.path(from: start, to: end))\"/>")
      }
    }
  }
}

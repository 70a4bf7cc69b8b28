/// An offer as the market sees it: what a picture of it says.
package struct OfferingDiagram: Sendable {
  /// One ring, from the innermost: a caption and a text.
  package struct Ring: Sendable {
    package let caption: String
    package let text: String

    package init(_ caption: String, _ text: String) {
      self.caption = caption
      self.text = text
    }
  }

  /// A further offer, which stands beside the rings.
  package struct Satellite: Sendable {
    package let text: String
    package let isOptional: Bool

    package init(_ text: String, isOptional: Bool = false) {
      self.text = text
      self.isOptional = isOptional
    }
  }

  package let rings: [Ring]
  package let satellites: [Satellite]

  package init(rings: [Ring], satellites: [Satellite]) {
    self.rings = rings
    self.satellites = satellites
  }
}

/// Where everything of an offering diagram lies: circles that touch in their lowest point, each
/// with its text in the part that the next smaller one leaves free, and the further offers at
/// their right, each tied to the outermost circle.
package struct OfferingLayout: Sendable {
  /// A circle with its text.
  package struct Ring: Sendable {
    package let centre: Point
    package let radius: Double
    package let caption: TextBlock
    package let text: TextBlock
    /// What caption and text cover together.
    package let textRect: Rect
  }

  /// A further offer: its text, and the line that ties it to the circle.
  package struct Satellite: Sendable {
    package let text: TextBlock
    package let textRect: Rect
    package let start: Point
    package let end: Point
    package let isOptional: Bool
  }

  /// From the innermost to the outermost.
  package let rings: [Ring]
  package let satellites: [Satellite]
  package let width: Double
  package let height: Double
}

extension OfferingDiagram {
  private static let full = 720.0
  /// Between a circle and the text in it.
  private static let margin = 12.0
  private static let gap = 22.0

  /// Lays the diagram out.
  package var layout: OfferingLayout {
    var sizes: [Sized] = []
    for ring in rings { sizes.append(size(of: ring, around: sizes.last)) }
    let radius = sizes.last?.radius ?? 0
    let left = 2 * radius + 56
    let limit = max(160, Self.full - left)
    let texts = satellites.map { TextBlock($0.text, .ring, within: limit, atMost: 6) }
    let stack = texts.reduce(-Self.gap) { $0 + $1.height + Self.gap }
    let height = max(2 * radius, stack)
    let bottom = height / 2 + radius
    var y = (height - stack) / 2
    var placed: [OfferingLayout.Satellite] = []
    for (satellite, text) in zip(satellites, texts) {
      let rect = Rect(x: left, y: y, width: text.width, height: text.height)
      // The ties begin on the right of the circle, spread as the texts are beside it.
      let reach = radius * 0.86
      let rise = max(-reach, min(reach, rect.midY - height / 2))
      let start = Point(
        x: radius + (radius * radius - rise * rise).squareRoot(), y: height / 2 + rise)
      placed.append(
        .init(
          text: text, textRect: rect, start: start, end: Point(x: left - 10, y: rect.midY),
          isOptional: satellite.isOptional))
      y += text.height + Self.gap
    }
    let rings = sizes.map { size in
      OfferingLayout.Ring(
        centre: Point(x: radius, y: bottom - size.radius), radius: size.radius,
        caption: size.caption, text: size.text,
        textRect: Rect(
          x: radius - size.width / 2, y: bottom + size.top, width: size.width,
          height: size.height))
    }
    let widest = placed.map(\.textRect.maxX).max() ?? 2 * radius
    return OfferingLayout(
      rings: rings, satellites: placed, width: max(widest, 2 * radius), height: height)
  }

  /// A circle and its text, seen from the point in which all circles touch.
  private struct Sized {
    let caption: TextBlock
    let text: TextBlock
    let radius: Double
    /// The text's upper edge.
    let top: Double
    let width: Double

    var height: Double { caption.height + 3 + text.height }
  }

  /// The smallest circle that holds a text above the next smaller circle, of all widths in which
  /// the text can be set.
  private func size(of ring: Ring, around inner: Sized?) -> Sized {
    let isCore = inner == nil
    var best: Sized?
    for limit in stride(from: isCore ? 110.0 : 150, through: 290, by: 10) {
      let text = TextBlock(
        ring.text, isCore ? .title : .ring, within: limit, atMost: 9, isEven: false)
      let caption = TextBlock(ring.caption, .label, within: limit, atMost: 1)
      let width = max(text.width, caption.width)
      let height = caption.height + 3 + text.height
      let radius: Double
      let top: Double
      if let inner {
        top = -2 * inner.radius - Self.margin - height
        radius = Self.radius(through: Point(x: width / 2, y: top))
      } else {
        radius = (width * width + height * height).squareRoot() / 2 + Self.margin
        top = -radius - height / 2
      }
      let known = max(radius, (inner?.radius ?? 0) + 20).rounded(.up)
      if known < best?.radius ?? .infinity {
        let shift = isCore ? 0 : -2 * (known - radius) / 3
        best = Sized(
          caption: caption, text: text, radius: known,
          top: isCore ? -known - height / 2 : top + shift, width: width)
      }
    }
    return best
      ?? Sized(
        caption: TextBlock("", .label, within: 100), text: TextBlock("", .label, within: 100),
        radius: 40, top: -40, width: 0)
  }

  /// The radius of a circle that touches the origin from above and passes `margin` pixels beyond
  /// a point: x² + (y + r)² = (r − margin)².
  private static func radius(through point: Point) -> Double {
    (point.x * point.x + point.y * point.y - margin * margin) / (-2 * point.y - 2 * margin)
  }
}

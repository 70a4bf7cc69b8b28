/// A picture drawn at build time, to be set into a page or kept as a file of its own.
package struct Picture: Hashable, Sendable {
  package let title: String
  /// The natural size, in CSS pixels.
  package let width: Int
  package let height: Int
  /// An `svg` element: black on white by itself, in the page's colours under its style sheet.
  package let svg: [UInt8]
}

/// How a picture is called where it cannot be seen, and by which prefix its identifiers are its
/// own on the page.
package struct PictureName: Sendable {
  package let id: String
  package let title: String
  package let description: String

  package init(id: String, title: String, description: String) {
    self.id = id
    self.title = title
    self.description = description
  }
}

/// A point of a picture, in CSS pixels from its upper left corner.
package struct Point: Hashable, Sendable {
  package var x: Double
  package var y: Double

  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// An upright rectangle of a picture.
package struct Rect: Hashable, Sendable {
  package var x: Double
  package var y: Double
  package var width: Double
  package var height: Double

  package init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  package var maxX: Double { x + width }
  package var maxY: Double { y + height }
  package var midX: Double { x + width / 2 }
  package var midY: Double { y + height / 2 }

  /// Whether two rectangles share more than an edge.
  package func intersects(_ other: Rect) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }

  package func contains(_ other: Rect) -> Bool {
    x <= other.x && y <= other.y && other.maxX <= maxX && other.maxY <= maxY
  }
}

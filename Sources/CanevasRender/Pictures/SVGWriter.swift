import CanevasSource

/// Writes the bytes of an SVG picture: numbers with at most one decimal, text escaped.
struct SVGWriter {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ text: String) { bytes += text.utf8 }

  /// Text as content or as the value of an attribute.
  mutating func text(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      default: bytes.append(byte)
      }
    }
  }

  /// An element with numbers as attributes; without content it is closed at once.
  mutating func element(
    _ name: String, class className: String? = nil, _ attributes: KeyValuePairs<String, Double>,
    _ content: ((inout SVGWriter) -> Void)? = nil
  ) {
    raw("<\(name)")
    if let className { raw(" class=\"\(className)\"") }
    for (key, value) in attributes { raw(" \(key)=\"\(decimal(value))\"") }
    guard let content else { return raw("/>") }
    raw(">")
    content(&self)
    raw("</\(name)>")
  }

  mutating func circle(_ centre: Point, _ radius: Double) {
    element("circle", ["cx": centre.x, "cy": centre.y, "r": radius])
  }

  /// A group with attributes as they are written.
  mutating func group(_ attributes: String, _ content: (inout SVGWriter) -> Void) {
    raw("<g \(attributes)>")
    content(&self)
    raw("</g>\n")
  }

  /// A text block with its upper left corner at a point; `anchor` is where on each line that
  /// point lies: the group around says so as `text-anchor`.
  mutating func block(_ block: TextBlock, at point: Point) {
    guard !block.lines.isEmpty else { return }
    // The letters' middle lies in the line's middle: Helvetica's capitals are 0.72 em high.
    let baseline = (block.font.lineHeight + 0.72 * block.font.size) / 2
    raw("<text x=\"\(decimal(point.x))\" y=\"\(decimal(point.y + baseline))\">")
    for (index, line) in block.lines.enumerated() {
      if index > 0 {
        raw(" <tspan x=\"\(decimal(point.x))\" dy=\"\(decimal(block.font.lineHeight))\">")
      }
      text(line)
      if index > 0 { raw("</tspan>") }
    }
    raw("</text>")
  }

  /// A link around content, where there is a page to lead to.
  mutating func link(_ href: String?, _ content: (inout SVGWriter) -> Void) {
    if let href {
      raw("<a href=\"")
      text(href)
      raw("\">")
    }
    content(&self)
    if href != nil { raw("</a>") }
  }
}

/// A number with at most one decimal, as short as can be.
func decimal(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  guard tenths % 10 != 0 else { return String(tenths / 10) }
  let sign = tenths < 0 ? "-" : ""
  return "\(sign)\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
}

extension Picture {
  /// A picture of a size with its name, drawn by `content`. A picture with links is a group of
  /// things to reach, one without a single image (WAI-ARIA: an image hides what it consists of).
  init(
    _ name: PictureName, width: Double, height: Double, hasLinks: Bool,
    _ content: (inout SVGWriter) -> Void
  ) {
    title = name.title
    self.width = Int(width.rounded(.up))
    self.height = Int(height.rounded(.up))
    var svg = SVGWriter()
    svg.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(self.width)\"")
    svg.raw(" height=\"\(self.height)\" viewBox=\"0 0 \(self.width) \(self.height)\"")
    svg.raw(" role=\"\(hasLinks ? "group" : "img")\" font-family=\"Helvetica,Arial,sans-serif\"")
    svg.raw(" aria-labelledby=\"\(name.id)_nom\" aria-describedby=\"\(name.id)_texte\">\n")
    svg.raw("<title id=\"\(name.id)_nom\">")
    svg.text(typesetPlain(name.title))
    svg.raw("</title><desc id=\"\(name.id)_texte\">")
    svg.text(typesetPlain(name.description))
    svg.raw("</desc>\n")
    content(&svg)
    svg.raw("</svg>\n")
    self.svg = svg.bytes
  }
}

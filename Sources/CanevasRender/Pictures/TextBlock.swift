import CanevasSource

/// The kinds of text that pictures set, in CSS pixels.
package enum PictureFont: Sendable {
  /// What flows.
  case label
  /// What a ring of an offering diagram says.
  case ring
  /// Whoever stands out among labels.
  case hub
  /// Who takes part.
  case name
  /// The service, the core of an offer.
  case title

  var size: Double {
    switch self {
    case .label, .hub: 11.5
    case .ring: 12.5
    case .name: 12.5
    case .title: 14
    }
  }

  var lineHeight: Double {
    switch self {
    case .label, .hub: 14
    case .ring: 15.5
    case .name: 15.5
    case .title: 17.5
    }
  }

  var weight: FontWeight { self == .label || self == .ring ? .regular : .bold }
}

/// A text set in lines, ragged right.
package struct TextBlock: Hashable, Sendable {
  package let lines: [String]
  package let font: PictureFont
  /// The width of the longest line.
  package let width: Double

  /// Sets a text in lines of at most `limit` pixels, of even length unless told otherwise; what
  /// does not fit into `most` lines is left out and marked by an ellipsis: the text equivalent
  /// beside a picture has it all.
  package init(
    _ text: String, _ font: PictureFont, within limit: Double, atMost most: Int = 8,
    isEven: Bool = true
  ) {
    let units = Int(limit * 1000 / font.size)
    let text = typesetPlain(text)
    var lines =
      isEven
      ? balanced(text, within: units, font.weight) : wrapped(text, within: units, font.weight)
    if lines.count > most {
      lines = Array(lines.prefix(most))
      lines[most - 1] = shortened(lines[most - 1], within: units, font.weight)
    }
    self.lines = lines
    self.font = font
    let widest = lines.map { advance(of: $0, font.weight) }.max() ?? 0
    width = (Double(widest) * font.size / 1000).rounded(.up)
  }

  package var height: Double { Double(lines.count) * font.lineHeight }
}

/// The lines into which a text falls, as even as their number allows: no last word stands alone.
private func balanced(_ text: String, within limit: Int, _ weight: FontWeight) -> [String] {
  let lines = wrapped(text, within: limit, weight)
  guard lines.count > 1 else { return lines }
  let words = text.utf8.split(separator: UInt8(ascii: " "))
  let longest = words.map { advance(of: String(Substring($0)), weight) }.max() ?? 0
  var width = max(longest, advance(of: text, weight) / lines.count)
  while width < limit {
    let even = wrapped(text, within: width, weight)
    if even.count == lines.count { return even }
    width += limit / 24 + 1
  }
  return lines
}

/// A line with an ellipsis at its end, its last words dropped until it fits.
private func shortened(_ line: String, within limit: Int, _ weight: FontWeight) -> String {
  var words = line.split(separator: " ", omittingEmptySubsequences: false)
  func text() -> String { words.joined(separator: " ") + "…" }
  while words.count > 1, advance(of: text(), weight) > limit { words.removeLast() }
  if advance(of: text(), weight) <= limit { return text() }
  var scalars = (words.first ?? "").unicodeScalars[...]
  while !scalars.isEmpty, advance(of: String(scalars) + "…", weight) > limit {
    scalars = scalars.dropLast()
  }
  return String(scalars) + "…"
}

import CanevasSource

/// A text of which stretches stand out, wrapped as one.
package struct StyledText: Sendable {
  fileprivate var parts: [(text: String, style: TerminalText.Style?)] = []

  package init(_ text: String = "", _ style: TerminalText.Style? = nil) {
    append(text, style)
  }

  package mutating func append(_ text: String, _ style: TerminalText.Style? = nil) {
    if !text.isEmpty { parts.append((text, style)) }
  }

  package var isEmpty: Bool { parts.isEmpty }

  /// How many columns the text takes on one line.
  package var columnCount: Int { columns(of: plain) }

  private var plain: String { visible(parts.map(\.text).joined()) }

  /// The text in lines of `width` columns at most, as `wrapped` breaks them.
  package func lines(toColumns width: Int) -> [StyledText] {
    var rest = parts.flatMap { part in part.text.unicodeScalars.map { ($0, part.style) } }[...]
    return wrapped(plain, toColumns: width).map { line in
      var styled = StyledText()
      for scalar in line.unicodeScalars {
        // A line ends at spaces that stand in none.
        while scalar != " ", rest.first?.0 == " " { rest.removeFirst() }
        guard let (next, style) = rest.popFirst() else { break }
        styled.append(next, style)
      }
      return styled
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ style: TerminalText.Style?) {
    if let last = parts.last, last.style == style {
      parts[parts.count - 1].text.unicodeScalars.append(scalar)
    } else {
      parts.append((String(scalar), style))
    }
  }
}

extension TerminalText {
  /// Appends a text on one line.
  package mutating func write(_ text: StyledText) {
    for part in text.parts { write(part.text, part.style) }
  }
}

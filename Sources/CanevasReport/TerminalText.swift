package import CanevasSource

/// What is said to a terminal, in bytes: with colours or without, and with nothing in it that
/// could steer the terminal other than those colours.
package struct TerminalText: Sendable {
  /// A kind of text, by the parameters of its ANSI escape sequence (ECMA-48, SGR).
  package enum Style: String, Sendable {
    case error = "1;31"
    case warning = "1;33"
    case info = "1;34"
    case strong = "1"
    case frame = "34"
    case removed = "31"
    case added = "32"
    case hunk = "36"
    /// Words taken out of a text that stays: struck through, for those who see no red.
    case deleted = "9;31"
  }

  package private(set) var bytes: [UInt8] = []
  private let isColoured: Bool

  package init(isColoured: Bool) {
    self.isColoured = isColoured
  }

  /// Appends `text`, its control characters as symbols; with `keepsTabs`, tabs as they are.
  package mutating func write(_ text: String, _ style: Style? = nil, keepsTabs: Bool = false) {
    let style = isColoured && !text.isEmpty ? style : nil
    if let style { bytes += "\u{1B}[\(style.rawValue)m".utf8 }
    if keepsTabs {
      let parts = text.split(separator: "\t", omittingEmptySubsequences: false)
      bytes += parts.map { visible(String($0)) }.joined(separator: "\t").utf8
    } else {
      bytes += visible(text).utf8
    }
    if style != nil { bytes += "\u{1B}[0m".utf8 }
  }

  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
  }
}

extension TerminalText.Style {
  package init(_ severity: Severity) {
    self =
      switch severity {
      case .error: .error
      case .warning: .warning
      case .info: .info
      }
  }
}

/// `text` with symbols for what a terminal would obey or hide.
package func visible(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(visible(scalar)) }
  return String(result)
}

/// `scalar`, or a symbol for one that a terminal would obey or hide: the control pictures of
/// Unicode for ASCII, U+FFFD for the rest, which includes marks that turn the writing direction.
func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case ..<0x20: return Unicode.Scalar(0x2400 + scalar.value)!
  case 0x7F: return "\u{2421}"
  case ..<0x7F, 0xA0..<0x300: return scalar  // Latin letters, and the soft hyphen among them
  case 0x200C, 0x200D: return scalar  // what joins letters and emoji
  default:
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return "\u{FFFD}"
    default: return scalar
    }
  }
}

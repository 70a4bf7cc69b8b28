import CanevasSource

/// Markdown as it grows, in which nothing that an author wrote can act as Markdown or as HTML:
/// such text is either `escaped` or in a fence that is longer than any in it.
package struct MarkdownText: Sendable {
  package private(set) var text = ""

  package init() {}

  /// Appends a block of one or more lines, and the empty line behind it.
  package mutating func paragraph(_ markdown: String) {
    text += markdown + "\n\n"
  }

  /// Appends a heading, its text escaped.
  package mutating func heading(_ level: Int, _ text: String) {
    paragraph(String(repeating: "#", count: level) + " " + Self.escaped(text))
  }

  /// Appends lines as they are.
  mutating func fence(_ content: String, _ language: String) {
    let fence = String(repeating: "`", count: max(3, Self.longestRun(in: content) + 1))
    text += fence + language + "\n" + content
    if content.utf8.last != UInt8(ascii: "\n") { text += "\n" }
    text += fence + "\n\n"
  }

  /// A text on one line that means the same in Markdown and in HTML. No one is called by it: a
  /// name behind `@` and a number behind `#` are kept from being one to a forge.
  package static func escaped(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      let isCalled = previous == "@" || previous == "#"
      if isCalled, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        result += "&#8288;"
      }
      switch scalar {
      case "&", "<", ">", "*", "_", "[", "]", "#", "|", "~", "`", "\\", "!", "@", "$":
        result += "&#\(scalar.value);"
      default:
        result.unicodeScalars.append(visible(scalar))
      }
      previous = scalar
    }
    return result
  }

  private static func longestRun(in text: String) -> Int {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

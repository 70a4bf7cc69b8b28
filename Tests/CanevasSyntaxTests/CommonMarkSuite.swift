import CanevasTestSupport
import Ccmark
import FoundationEssentials
import Testing

/// One example of the CommonMark specification.
struct CommonMarkExample: Decodable {
  let example: Int
  let markdown: String

  /// All examples of the suite.
  static func all() throws -> [CommonMarkExample] {
    try JSONDecoder().decode(
      [CommonMarkExample].self, from: suiteFile("commonmark/spec-0.31.2.json"))
  }
}

/// What libcmark's own renderer makes of a text, in its safe mode.
func htmlOfLibcmark(_ markdown: [UInt8]) -> String {
  let html = markdown.withUnsafeBytes {
    cmark_markdown_to_html(
      $0.assumingMemoryBound(to: CChar.self).baseAddress, $0.count, CMARK_OPT_DEFAULT)
  }
  defer { cmark_get_default_mem_allocator().pointee.free(html) }
  return html.map { String(cString: $0) } ?? ""
}

/// A way to write a text anew that changes where everything stands.
struct Variation: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let apply: @Sendable (String) -> String

  private init(_ name: String, _ apply: @escaping @Sendable (String) -> String) {
    testDescription = name
    self.apply = apply
  }

  static let all: [Variation] = [
    Variation("as it is") { $0 },
    Variation("in a quote") { prefixed($0, "> ", "> ") },
    Variation("in a narrow quote") { prefixed($0, ">", ">") },
    Variation("in a lazy quote") { prefixed($0, "> ", "") },
    Variation("in an item") { prefixed($0, "- ", "  ") },
    Variation("in a numbered item") { prefixed($0, " 10) ", "     ") },
    Variation("in an item with tabs") { prefixed($0, "-\t", "\t") },
    Variation("in a lazy item") { prefixed($0, "* ", "") },
    Variation("in a quote in an item") { prefixed($0, "- > ", "  > ") },
    Variation("in an item in a quote") { prefixed($0, "> 1. ", ">    ") },
    Variation("in an item in a quote in an item") { prefixed($0, "+ > - ", "  >   ") },
    Variation("in a quote in an item with tabs") { prefixed($0, "-\t>\t", "\t>\t") },
    Variation("in quotes that are lazy in turn") { prefixed($0, "> > ", "> ") },
    Variation("after a definition") { "[foo]: /url 'title'\n" + $0 },
    Variation("with CR LF") { $0.replacing("\n", with: "\r\n") },
    Variation("with CR") { $0.replacing("\n", with: "\r") },
    Variation("with CR LF in a quote") { prefixed($0, "> ", "> ").replacing("\n", with: "\r\n") },
    Variation("with a BOM") { "\u{FEFF}" + $0 },
    Variation("with a BOM in a list") { "\u{FEFF}" + prefixed($0, "- ", "  ") },
    Variation("without the last line end") { String($0.dropLast()) },
    Variation("with spaces at line ends") { $0.replacing("\n", with: " \t\n") },
  ]
}

private func prefixed(_ text: String, _ first: String, _ others: String) -> String {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  return first + lines.joined(separator: "\n" + others)
}

import CanevasSource
import CanevasSyntax
import Testing

/// No file, however it is made, may stop the compiler or hold it up.
@Suite struct LimitTests {
  private func parsed(_ text: String) -> ParsedFile {
    ParsedFile(SourceFile(path: "a.md", text: text))
  }

  @Test func hugeFile() {
    let parsed = ParsedFile(
      SourceFile(path: "a.md", bytes: Array(repeating: 0xFF, count: 50_000_000)))
    #expect(parsed.defects == [Defect(.tooLarge(limit: 256 * 1024), ByteRange(0, 0))])
    #expect(!parsed.isParsed)
    #expect(parsed.document.blocks.isEmpty)
  }

  @Test func largestFile() {
    #expect(parsed(String(repeating: "a", count: Limits.documentBytes)).isParsed)
    #expect(!parsed(String(repeating: "a", count: Limits.documentBytes + 1)).isParsed)
  }

  @Test func emptyFile() {
    let parsed = ParsedFile(SourceFile(path: "a.md", bytes: []))
    #expect(parsed.isParsed)
    #expect(parsed.document.blocks.isEmpty)
  }

  @Test(arguments: [
    ("> ", ""), (">", ""), ("- ", ""), ("1. ", ""), ("+ > ", ""), ("*a _b ", " b_ a*"),
    ("**a __b ", " b__ a**"), ("![", "](u)"), ("[![", "](u)](v)"), ("*", "*"),
  ])
  func deepNesting(opener: String, closer: String) {
    for count in [200, 10_000, Limits.documentBytes / (opener + closer).utf8.count - 1] {
      let text =
        String(repeating: opener, count: count) + "a" + String(repeating: closer, count: count)
      let parsed = parsed(text)
      #expect(!parsed.isParsed)
      #expect(parsed.document.blocks.isEmpty)
      #expect(parsed.defects.map(\.kind) == [.tooDeep(limit: 100)])
    }
  }

  /// Nesting counts blocks and inlines: the paragraph and its text are two levels.
  @Test(arguments: [(98, true), (99, false)])
  func nestingAtTheLimit(quotes: Int, isParsed: Bool) {
    let text = String(repeating: "> ", count: quotes) + "a"
    let parsed = parsed(text)
    #expect(parsed.isParsed == isParsed)
    let place = ByteRange(text.utf8.count - 1, text.utf8.count - 1)
    #expect(parsed.defects == (isParsed ? [] : [Defect(.tooDeep(limit: 100), place)]))
  }

  /// Ten thousand blank lines below thousands of open items take libcmark minutes.
  @Test(arguments: ["- ", "1) ", "-\t", "> - ", "+ "])
  func bottomlessItems(marker: String) {
    let text =
      "a\n" + String(repeating: marker, count: 30_000) + "a"
      + String(repeating: "\n", count: 100_000)
    #expect(parsed(text).defects.map(\.kind) == [.tooDeep(limit: 100)])
  }

  /// A long line that opens no containers is no deep one.
  @Test(arguments: ["-", "*", "=", "a ", "1", "\t", " ", "#", "~", "-a "])
  func longLines(piece: String) {
    #expect(parsed(String(repeating: piece, count: 10_000) + "\na").isParsed)
  }

  /// Patterns that make a careless reader quadratic.
  @Test(arguments: [
    "[", "]", "![", "*a", "_a ", "`", "``a`", "<", "&a;", "&amp;", "\\*", "[a](", "[a](b", "[a]()",
    "<!--", "<a ", "[a]:b\n", "a\n", "a  \n", ">\n", "-\n", "```\n", "[a] ", "(", "[a](\"",
    "![a](b)",
  ])
  func repeatedPieces(piece: String) {
    let text = "[a]: /u\n\n" + String(repeating: piece, count: 60_000 / piece.utf8.count)
    let parsed = parsed(text)
    #expect(parsed.isParsed)
    #expect(RangeProperty(parsed.document).violations.prefix(3).isEmpty)
  }
}

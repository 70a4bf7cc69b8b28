import CanevasSource
import CanevasSyntax
import Testing

/// Documents made at random from pieces that libcmark's positions are known to stumble over, the
/// same ones in every run.
@Suite struct RandomDocumentTests {
  private static let prefixes = [
    "", "", "", "> ", ">", "> > ", "- ", "  ", "    ", "1. ", "   ", "\t", "-\t", ">\t", "- > ",
    "  > ", "+ - ", "* ", " ", "     ", "12) ", "      > ", "\t> ", "- \t", "> - ", ">   ", "- - ",
  ]
  private static let pieces = [
    "a", "é", "œuvre 🐑", " ", "  ", "*", "**", "***", "_", "__", "`", "``", "`b`", "[", "]", "![",
    "](", "](/u)", "](<u v> 'w')", "](/u \"v", "\")", ")", "[c]", "[c][]", "[c][d]", "[]", "(", "<",
    ">", "<https://e.fr/?a&amp;b>", "<a@b.fr>", "<b>", "</b>", "<!-- d -->", "<!--", "-->", "<i",
    "\\", "\\*", "\\\\", "\\[", "&", "&amp;", "&eacute;", "&#233;", "&nope;", "&#0;", ";", "\"",
    "'", "!", "#", " #", "-", "=", ":", "\t", "  \\", "&nbsp;", "&ngE;", "\u{A0}", "\u{C}", "<?e?>",
    "[c]: /u", "[d]: <v> 'w'", "x", "y", "x y", ".", ",", "\u{2026}",
  ]
  private static let lines = [
    "", "", "", "# T", "## T ##", "#", "### T #", "===", "---", "--", "***", "* * *", "```",
    "```txt e", "~~~", "    code", "<div>", "</div>", "<!-- e -->", "<!--", "-->", "<pre>",
    "[c]: /u",
    "[c]: /u 'w'", "[d]:", "/v", "'w", "w'", "[d]: <x>", "-", "1.", "+", ">", "- a", "1. a", "2) b",
    "* [c]", "<?", "?>", "a  ", "a\\", "*a", "b*", "[a", "b](", "/u)", "`a", "b`", "<b", "c>",
    "T\t#",
  ]

  @Test(arguments: 0..<20)
  func treesAndRangesAreRight(seed: UInt64) {
    var random = SplitMix(state: seed)
    for _ in 0..<500 {
      let text = Array(document(&random).utf8)
      let parsed = ParsedFile(SourceFile(path: "", bytes: text))
      var html: [UInt8] = []
      HTMLRenderer().render(parsed.document, into: &html)
      #expect(
        String(decoding: html, as: UTF8.self) == htmlOfLibcmark(text),
        "\(String(decoding: text, as: UTF8.self).debugDescription)")
      let violations = RangeProperty(parsed.document).violations
      #expect(
        violations.isEmpty, "\(String(decoding: text, as: UTF8.self).debugDescription)")
    }
  }

  private func document(_ random: inout SplitMix) -> String {
    let lineEnd = ["\n", "\n", "\r\n", "\r"].randomElement(using: &random)!
    var text = Bool.random(using: &random) ? "" : "\u{FEFF}"
    for _ in 0..<Int.random(in: 1...9, using: &random) {
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        text += Self.prefixes.randomElement(using: &random)!
      }
      if Bool.random(using: &random) {
        text += Self.lines.randomElement(using: &random)!
      } else {
        for _ in 0..<Int.random(in: 1...8, using: &random) {
          text += Self.pieces.randomElement(using: &random)!
        }
      }
      text += lineEnd
    }
    return Bool.random(using: &random) ? text : String(text.dropLast())
  }
}

/// A small generator of random numbers with a state that a test can name (Steele, Lea and Flood,
/// "Fast splittable pseudorandom number generators", 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Documents made at random from pieces that libcmark's positions are known to stumble over; the
/// same for the same seed on every machine.
package struct RandomMarkdown {
  private var numbers: SplitMix

  package init(seed: UInt64) {
    numbers = SplitMix(state: seed)
  }

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

  /// The next document.
  package mutating func document() -> String {
    let lineEnd = ["\n", "\n", "\r\n", "\r"].randomElement(using: &numbers)!
    var text = Bool.random(using: &numbers) ? "" : "\u{FEFF}"
    for _ in 0..<Int.random(in: 1...9, using: &numbers) {
      for _ in 0..<Int.random(in: 0...2, using: &numbers) {
        text += Self.prefixes.randomElement(using: &numbers)!
      }
      if Bool.random(using: &numbers) {
        text += Self.lines.randomElement(using: &numbers)!
      } else {
        for _ in 0..<Int.random(in: 1...8, using: &numbers) {
          text += Self.pieces.randomElement(using: &numbers)!
        }
      }
      text += lineEnd
    }
    return Bool.random(using: &numbers) ? text : String(text.dropLast())
  }
}

/// A small generator of random numbers with a state that a test can name (Steele, Lea and Flood,
/// "Fast splittable pseudorandom number generators", 2014).
package struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  package init(state: UInt64) {
    self.state = state
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

import CanevasSource
import Testing

@Suite struct TextMetricsTests {
  /// The widths of Liberation Sans, in thousandths of the font size.
  @Test func knowsTheWidthOfText() {
    #expect(advance(of: "") == 0)
    #expect(advance(of: "il") == 444)
    #expect(advance(of: "Été") == 667 + 278 + 556)
    #expect(advance(of: "il", .bold) > advance(of: "il"))
    #expect(advance(of: "a\u{301}") == advance(of: "a"))
    #expect(advance(of: "→") == 1000)
  }

  @Test func breaksAtSpacesAndAfterHyphens() {
    #expect(wrapped("un deux trois", within: advance(of: "un deux")) == ["un deux", "trois"])
    #expect(wrapped("éco-logistique", within: advance(of: "logistique")) == ["éco-", "logistique"])
    #expect(wrapped("12\u{A0}€ net", within: advance(of: "12\u{A0}€")) == ["12\u{A0}€", "net"])
    #expect(wrapped("", within: 1000) == [])
    #expect(wrapped("  a  ", within: 5000) == ["a"])
  }

  @Test(arguments: [600, 2_000, 5_000, 12_000])
  func noLineIsWiderThanTheLimitAndNothingIsLost(limit: Int) {
    let text =
      "Anticonstitutionnellement, la coopérative – dite « solidaire » – prête un vélo-cargo."
    let lines = wrapped(text, within: limit)
    // A letter that is wider than the line stands on a line of its own.
    for line in lines where line.unicodeScalars.count > 1 {
      #expect(advance(of: line) <= limit)
    }
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }
}

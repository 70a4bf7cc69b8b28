import CanevasSource
import Testing

/// Texts cut and wrapped to the columns of a terminal.
@Suite struct TextWidthTests {
  @Test(arguments: [
    ("Angel Me", 8, "Angel Me"), ("Angel Me", 7, "Angel…"), ("Angel Me", 6, "Angel…"),
    ("Angel Me", 1, "…"), ("Angel Me", 0, ""), ("東京の市場", 10, "東京の市場"),
    ("東京の市場", 9, "東京の市…"), ("東京の市場", 8, "東京の…"),
    ("e\u{301}te\u{301}s", 4, "e\u{301}te\u{301}s"), ("e\u{301}te\u{301}s", 3, "e\u{301}t…"),
    ("", 3, ""),
  ])
  func cutting(text: String, width: Int, expected: String) {
    #expect(Array(cut(text, toColumns: width).utf8) == Array(expected.utf8))
  }

  @Test(arguments: [
    ("", 10, []), ("un deux trois", 8, ["un deux", "trois"]), ("un  deux", 20, ["un deux"]),
    ("un interminable mot", 5, ["un", "interminable", "mot"]),
    ("et alors ? oui", 8, ["et", "alors ?", "oui"]),
    ("dit « oui » ici", 9, ["dit", "« oui »", "ici"]),
    ("coûte 12 € ici", 9, ["coûte", "12 € ici"]),
    ("東京 の市場", 6, ["東京", "の市場"]),
  ])
  func wrapping(text: String, width: Int, expected: [String]) {
    #expect(wrapped(text, toColumns: width) == expected)
  }
}

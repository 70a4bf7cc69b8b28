import CanevasSource
import CanevasSyntax
import CanevasTestSupport
import Testing

/// Trees and ranges of documents made at random, the same ones in every run.
@Suite struct RandomDocumentTests {
  @Test(arguments: 0..<20)
  func treesAndRangesAreRight(seed: UInt64) {
    var random = RandomMarkdown(seed: seed)
    for _ in 0..<500 {
      let text = Array(random.document().utf8)
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
}

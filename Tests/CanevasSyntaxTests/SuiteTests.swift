import CanevasSource
import CanevasSyntax
import CanevasTestSupport
import Testing

/// Every example of the CommonMark specification, written in every variation.
@Suite struct SuiteTests {
  @Test(arguments: Variation.all)
  func htmlEqualsThatOfLibcmark(variation: Variation) throws {
    for example in try CommonMarkExample.all() {
      let text = Array(variation.apply(example.markdown).utf8)
      let file = SourceFile(path: "\(example.example).md", bytes: text)
      var html: [UInt8] = []
      HTMLRenderer().render(ParsedFile(file).document, into: &html)
      #expect(
        String(decoding: html, as: UTF8.self) == htmlOfLibcmark(text), "example \(example.example)")
    }
  }

  @Test(arguments: Variation.all)
  func rangesCoverTheirConstructs(variation: Variation) throws {
    for example in try CommonMarkExample.all() {
      let file = SourceFile(path: "", text: variation.apply(example.markdown))
      let parsed = ParsedFile(file)
      #expect(parsed.isParsed, "example \(example.example)")
      let violations = RangeProperty(parsed.document).violations
      #expect(violations.isEmpty, "example \(example.example): \(file.text(file.wholeRange))")
    }
  }
}

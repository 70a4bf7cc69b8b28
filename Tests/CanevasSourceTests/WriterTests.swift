import CanevasSource
import Foundation
import FoundationXML
import Testing

/// JSON, XML and CSV: what any text written by them reads back as.
@Suite struct WriterTests {
  static let nastyTexts = [
    "", "a", "<b>&amp;</b>", "\"quoted\" 'too'", "]]>", "</script><!--", "two\nlines\r\ttab", "é€𝄞",
    "=1+1", "+1", "-1", "@x", "a;b,c", "\u{1}\u{b}", " spaces ",
  ]

  @Test(arguments: nastyTexts) func xmlHoldsAnyText(_ text: String) throws {
    var writer = XMLWriter()
    writer.element("a", ["b": text]) { writer in
      writer.element("c", text: text)
      writer.empty("d", ["e": text])
    }
    let reader = Reader()
    let parser = XMLParser(data: Data(writer.bytes))
    parser.delegate = reader
    #expect(parser.parse())
    // What XML cannot hold has become U+FFFD.
    let held = text.replacing("\u{1}", with: "\u{FFFD}").replacing("\u{b}", with: "\u{FFFD}")
    #expect(reader.attributes == [held, held])
    #expect(reader.texts["c", default: ""] == held)
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var attributes: [String] = []
    var texts: [String: String] = [:]
    private var element = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      element = name
      self.attributes += attributes.values
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      texts[element, default: ""] += text
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      element = ""
    }
  }

  @Test(arguments: nastyTexts) func jsonHoldsAnyText(_ text: String) throws {
    for isCompact in [true, false] {
      var writer = JSONWriter(isCompact: isCompact)
      writer.object { writer in
        writer.member(text, text)
        writer.member("list") { $0.array([text, text]) { $0.string($1) } }
        writer.member("empty") { $0.array([String]()) { $0.string($1) } }
        writer.member("number") { $0.number(decimal: "0.25") }
      }
      let read = try JSONSerialization.jsonObject(with: Data(writer.bytes))
      let object = try #require(read as? [String: Any])
      #expect(object[text] as? String == text)
      #expect(object["list"] as? [String] == [text, text])
      #expect(object["number"] as? Double == 0.25)
    }
  }

  @Test func compactJSONIsOneLineWithoutSpaces() {
    var writer = JSONWriter(isCompact: true)
    writer.object { writer in
      writer.member("a", 1)
      writer.member("b") { $0.array([1, 2]) { $0.number($1) } }
    }
    #expect(String(decoding: writer.bytes, as: UTF8.self) == #"{"a":1,"b":[1,2]}"#)
  }

  @Test func csvKeepsCellsApartAndDefusesFormulas() {
    var writer = CSVWriter(header: ["a", "b;c"])
    writer.row(["say \"hi\"", "two\nlines"])
    writer.row(["=1+1", "- x"])
    writer.row(["a-b", "@x"])
    #expect(
      writer.bytes
        == Array(
          "\u{FEFF}a;\"b;c\"\r\n\"say \"\"hi\"\"\";\"two\nlines\"\r\n\"'=1+1\";\"'- x\"\r\na-b;\"'@x\"\r\n"
            .utf8))
  }
}

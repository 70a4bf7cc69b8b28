import CanevasSource
import CanevasSyntax
import CanevasTestSupport
import FoundationEssentials
import Testing

@Suite struct HTMLRendererTests {
  private func document(_ text: String) -> Document {
    ParsedFile(SourceFile(path: "a.md", text: text)).document
  }

  private func html(_ text: String, _ renderer: HTMLRenderer = HTMLRenderer()) -> String {
    var output: [UInt8] = []
    renderer.render(document(text), into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// What the specification's examples do not reach.
  @Test(arguments: [
    "[a](JavaScript:b) [a](vbscript:b) [a](file:///b) [a](data:b) [a](javascript&colon;b)",
    "![a](data:image/png;b) ![a](DATA:image/WebP;b) ![a](data:image/svg+xml;b) ![a](java)",
    "[a](data:image/gif) [a](jav&#x0A;ascript:b) [a](#é%20\\\"<>[]^`{|}~'&amp;b)",
    "[a](b \"\") ![a](b '') [c] ![c]\n\n[c]: d ''", "[c] ![c]\n\n[c]: d",
    "![a *b* `c` <d> ![e](f)  \ng\\\nh\ni &amp; \"j\"](k \"l & m\")",
    "``` a\"b c\nd\n```\n\n``` &amp;\n```\n\n~~~\n<>&\"'\n~~~\n\n```   \n```",
    "7. a\n8. b\n\n0. c\n\n1) d\n\n000001. e", "- a\n\n  b\n- c\n\n\n- > d\n  1. e\n     - # f",
    "a<!-- b -->c\n<!-- d -->\n\n<script>\ne\n</script>", "###### a\n# b", "\"'<>&\u{A0}é",
  ])
  func htmlEqualsThatOfLibcmark(text: String) {
    #expect(html(text) == htmlOfLibcmark(Array(text.utf8)))
  }

  @Test(arguments: ["blocks", "canvas", "containers", "inlines", "links"])
  func htmlOfFixturesEqualsThatOfLibcmark(name: String) throws {
    let text = try String(contentsOfFile: fixturesFolder + "/syntax/\(name).md", encoding: .utf8)
    #expect(html(text) == htmlOfLibcmark(Array(text.utf8)))
  }

  @Test(arguments: [
    ("a <b>c</b> d", "<p>a &lt;b&gt;c&lt;/b&gt; d</p>\n"),
    ("<div>\n&amp;\n</div>\n\na", "<p>&lt;div&gt;\n&amp;amp;\n&lt;/div&gt;</p>\n<p>a</p>\n"),
    ("a <!-- b --> c", "<p>a  c</p>\n"),
    ("<!-- a\n\nb -->\n\nc", "<p>c</p>\n"),
    ("- a\n  <!-- b -->\n- c", "<ul>\n<li>a</li>\n<li>c</li>\n</ul>\n"),
    ("<!-- a --> b", "<p>&lt;!-- a --&gt; b</p>\n"),
    ("![a <!-- b -->](c)", "<p><img src=\"c\" alt=\"a \" /></p>\n"),
  ])
  func rawHTMLAsText(text: String, expected: String) {
    #expect(html(text, HTMLRenderer(rawHTML: .asText)) == expected)
  }

  @Test(arguments: [
    (0, "<h1>a</h1>\n<h5>b</h5>\n"), (1, "<h2>a</h2>\n<h6>b</h6>\n"),
    (3, "<h4>a</h4>\n<h6>b</h6>\n"),
  ])
  func headingShift(shift: Int, expected: String) {
    #expect(html("# a\n##### b", HTMLRenderer(headingShift: shift)) == expected)
  }

  @Test func destinations() {
    let renderer = HTMLRenderer(destination: { inline in
      let path = String(decoding: inline.destination, as: UTF8.self)
      return path.hasSuffix(".md") ? path.replacing(".md", with: ".html?a&b") : nil
    })
    let text = "[*a*](b.md \"c\") [*d*](e) ![f](g.md) ![h *i*](j \"k\")"
    let expected = """
      <p><a href="b.html?a&amp;b" title="c"><em>a</em></a> <em>d</em> \
      <img src="g.html?a&amp;b" alt="f" /> h i</p>

      """
    #expect(html(text, renderer) == expected)
  }

  @Test func destinationsThatRunScriptsAreEmptied() {
    let renderer = HTMLRenderer(destination: { _ in "javascript:a" })
    #expect(html("[a](b)", renderer) == "<p><a href=\"\">a</a></p>\n")
  }

  @Test func textIsAppendedByTheHook() {
    let renderer = HTMLRenderer(appendText: { text, output in
      appendEscaped(ArraySlice(text.filter { $0 != UInt8(ascii: "x") }), to: &output)
    })
    let text = "xa < `x` *bx* ![xc](x) \\x &lt;\n\n    x"
    let expected = """
      <p>a &lt; <code>x</code> <em>b</em> <img src="x" alt="c" /> \\ &lt;</p>
      <pre><code>x
      </code></pre>

      """
    #expect(html(text, renderer) == expected)
  }

  /// Parts of a document are rendered behind what the output holds already.
  @Test func parts() throws {
    let list = try #require(Array(document("- a *b*\n- c\n\n  d").blocks).first)
    let item = try #require(Array(list.children).first)
    let paragraph = try #require(Array(item.children).first)
    let emphasis = try #require(Array(paragraph.inlines).last)
    func rendered(_ render: (inout [UInt8]) -> Void) -> String {
      var output = Array("<div>".utf8)
      render(&output)
      return String(decoding: output, as: UTF8.self)
    }
    let renderer = HTMLRenderer()
    #expect(
      rendered { renderer.render(item, into: &$0) } == "<div><li>\n<p>a <em>b</em></p>\n</li>\n")
    #expect(rendered { renderer.render(item.children, into: &$0) } == "<div><p>a <em>b</em></p>\n")
    #expect(rendered { renderer.render(paragraph.inlines, into: &$0) } == "<div>a <em>b</em>")
    #expect(rendered { renderer.render(emphasis, into: &$0) } == "<div><em>b</em>")
  }

  @Test func partOfAText() throws {
    let text = MarkedText("**Nom** : ⟦  un &amp; [deux](d)\ntrois ⟧quatre")
    let document = document(text.text)
    let paragraph = try #require(Array(document.blocks).first)
    let part = paragraph.text.clipped(to: text.ranges[0])
    var output: [UInt8] = []
    HTMLRenderer().render(part, into: &output)
    let html = "un &amp; <a href=\"d\">deux</a>\ntrois"
    #expect(String(decoding: output, as: UTF8.self) == html)
    #expect(part.plain == "un & deux trois")
    #expect(document.file.text(part.range) == "un &amp; [deux](d)\ntrois")
  }
}

import CanevasSource
import CanevasTemplate
import CanevasTestSupport
import Testing

/// A mistake in a template is found, with its place; nothing else of the set suffers.
@Suite struct MistakeTests {
  @Test(arguments: [
    ("a ⟦{{⟧b", TemplateMistake.unclosedTag),
    ("a ⟦{{}}⟧", .emptyTag),
    ("a ⟦{{# }}⟧{{/ }}", .emptyTag),
    ("⟦{{#liste}}⟧ sans fin", .unclosedSection(name: "liste")),
    ("⟦{{/liste}}⟧", .unopenedSection(name: "liste")),
    ("{{#a}}⟦{{/b}}⟧", .sectionClosedByAnother(open: "a", close: "b")),
    ("⟦{{=trop de marques=}}⟧", .malformedDelimiters),
    ("⟦{{>absent}}⟧", .unknownPartial(name: "absent")),
    ("⟦{{*nom}}⟧", .unknownTagKind(sigil: "*")),
  ])
  func isFoundInPlace(marked: String, mistake: TemplateMistake) {
    let text = MarkedText(marked)
    let good = SourceFile(path: "bon", text: "bien")
    let (set, mistakes) = TemplateSet.compile([
      "fautif": SourceFile(path: "fautif", text: text.text), "bon": good,
    ])
    #expect(mistakes.map(\.defect.kind).first == .template(mistake))
    #expect(mistakes.map(\.defect.range).first == text.ranges.first)
    #expect(mistakes.allSatisfy { $0.file.path == "fautif" })
    var output: [UInt8] = []
    set.render("bon", .absent, into: &output)
    #expect(output == Array("bien".utf8))
  }

  @Test func templatesThatIncludeThemselvesEnd() {
    let files = ["a": "x{{>b}}", "b": "y{{>a}}{{>a}}", "c": "{{<c}}{{$d}}{{<c}}{{/c}}{{/d}}{{/c}}"]
    let set = TemplateSet.compile(files.mapValues { SourceFile(path: "", text: $0) }).set
    var output: [UInt8] = []
    set.render("c", .absent, into: &output)
    #expect(output.isEmpty)
    set.render("a", .absent, into: &output)
    #expect(output.count < 1_000_000)
    output = []
    let chain = TemplateSet.compile(["a": SourceFile(path: "", text: "x{{>a}}")]).set
    chain.render("a", .absent, into: &output)
    #expect(output.count <= 300)
  }

  @Test func deepNestingIsAMistakeNotACrash() {
    let deep = String(repeating: "{{#a}}", count: 10_000)
    let mistakes = TemplateSet.compile(["deep": SourceFile(path: "deep", text: deep)]).mistakes
    #expect(!mistakes.isEmpty)
  }

  @Test(arguments: 0..<200) func anyBytesCompileAndRender(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let pieces = [
      "{{", "}}", "{{{", "}}}", "{{#a}}", "{{/a}}", "{{^b}}", "{{$c}}", "{{/c}}", "{{<p}}",
      "{{/p}}", "{{>p}}", "{{=| |=}}", "|a|", "\n", "  ", "é", "{{!", "\r\n", "{{&a}}", ".",
    ]
    let text = (0..<60).map { _ in pieces[next(pieces.count)] }.joined()
    let part = (0..<20).map { _ in pieces[next(pieces.count)] }.joined()
    let set = TemplateSet.compile([
      "main": SourceFile(path: "m", text: text), "p": SourceFile(path: "p", text: part),
    ]).set
    var output: [UInt8] = []
    set.render("main", ["a": .list([.text("x"), .text("y")])], into: &output)
    #expect(output.count < 50_000_000)
  }
}

import CanevasReport
import CanevasSource
import CanevasTestSupport
import Foundation
import Testing

/// What holds for every format, or for one of those that services read.
@Suite struct ReportFormatTests {
  /// The formats whose golden files stand here; the other two have suites of their own.
  static let formats: [(ReportFormat, ending: String)] = [
    (.short, "short.txt"), (.sarif, "sarif"), (.github, "github.txt"), (.gitlab, "gitlab.json"),
    (.junit, "junit.xml"), (.markdown, "md"),
  ]

  static let samples = [Sample.typical, .controls, .places, .nothing, .hostile]

  @Test(arguments: formats, samples)
  func golden(_ format: (kind: ReportFormat, ending: String), sample: Sample) {
    let report = format.kind.report(on: sample.input())
    // The golden file has `␛` and the like for what an editor would not show.
    let shown = report.flatMap { byte -> [UInt8] in
      byte < 0x20 && byte != 0x0A ? Array("␀+\(byte)".utf8) : [byte]
    }
    expectGolden(
      String(decoding: shown, as: UTF8.self), at: "report/\(sample.name).\(format.ending)")
  }

  @Test(arguments: ReportFormat.allCases, MessageLanguage.allCases)
  func sameInputGivesTheSameBytes(_ format: ReportFormat, language: MessageLanguage) {
    for sample in Sample.all {
      let first = format.report(on: sample.input(language))
      #expect(first == format.report(on: sample.input(language)))
      #expect(String(validating: first, as: UTF8.self) != nil)
      #expect(first.isEmpty || first.last == UInt8(ascii: "\n"))
    }
  }

  @Test(arguments: ReportFormat.allCases)
  func infosAreLeftOutUnlessAskedFor(_ format: ReportFormat) {
    let text = String(
      decoding: format.report(on: Sample.typical.input(showsInfos: false)), as: UTF8.self)
    #expect(!text.contains("theme-sans-fiche"))
    #expect(text.contains("document-introuvable"))
  }

  @Test(arguments: [ReportFormat.json, .sarif, .gitlab])
  func isJSON(_ format: ReportFormat) throws {
    for sample in Sample.all + [.hostile] {
      _ = try JSONSerialization.jsonObject(with: Data(format.report(on: sample.input())))
    }
  }

  /// GitHub shows ten of each level; the last notice tells of the others.
  @Test func makesNoMoreAnnotationsThanAreShown() {
    let text = String(
      decoding: ReportFormat.github.report(on: Sample.many(25).input()), as: UTF8.self)
    let lines = text.split(separator: "\n")
    for (level, count) in [("::error ", 10), ("::warning ", 10), ("::notice ", 10)] {
      #expect(lines.count { $0.hasPrefix(level) } == count, "\(level)")
    }
    #expect(
      lines.last
        == "::notice title=canevas::46 constats sans annotation ; le journal les liste tous")
    #expect(lines.count { $0.hasPrefix("canvases/") } == 75)
  }

  @Test func fewAnnotationsAreAllThere() {
    let text = String(
      decoding: ReportFormat.github.report(on: Sample.many(10).input()), as: UTF8.self)
    #expect(text.split(separator: "\n").count { $0.hasPrefix("::notice file=") } == 10)
    #expect(!text.contains("title=canevas"))
  }

  @Test func pageForAuthorsKeepsToItsSize() throws {
    for count in [1, 40, 400, 4_000] {
      let text = String(
        decoding: ReportFormat.markdown.report(on: Sample.many(count).input()), as: UTF8.self)
      #expect(text.utf8.count <= 65_536)
      let shown = text.split(separator: "\n").count { $0.hasPrefix("<summary>") }
      let left = count * 3 - shown
      #expect(left == 0 || text.contains("**… et \(left) constats de plus"))
      #expect(count != 400 || left > 0)
    }
  }

  /// A line that is longer than a page is neither quoted whole nor offered for pasting.
  @Test func pageForAuthorsCutsLongLines() {
    let file = SourceFile(
      path: "canvases/fiches/long.md", text: String(repeating: "mot ", count: 50_000))
    let range = ByteRange(100_000, 100_003)
    let sample = Sample(
      "long", [file],
      [
        Diagnostic(
          code: "essai", severity: .error, message: Bilingual("essai", "trial"),
          location: Location(path: file.path, range: range),
          fixes: [Fix(Bilingual("écrire « mut »", "write “mut”"), .safe, [TextEdit(range, "mut")])])
      ])
    let text = String(decoding: ReportFormat.markdown.report(on: sample.input()), as: UTF8.self)
    #expect(text.utf8.count < 2_000)
    #expect(text.contains("écrire « mut » (trop long pour être montré ici)"))
  }
}

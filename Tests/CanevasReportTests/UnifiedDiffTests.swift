import CanevasReport
import CanevasSource
import CanevasTestSupport
import Testing

@Suite struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String, isColoured: Bool = false) -> String {
    var output: [UInt8] = []
    UnifiedDiff(isColoured: isColoured).write(
      SourceFile(path: "a.md", text: old), Array(new.utf8), to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test func equalTextsHaveNone() {
    #expect(diff("a\nb\n", "a\nb\n") == "")
    #expect(diff("", "") == "")
  }

  @Test func showsThreeLinesAround() {
    let old = (1...12).map { "ligne \($0)\n" }.joined()
    #expect(
      diff(old, old.replacing("ligne 6\n", with: "ligne six\n")) == """
        --- a.md
        +++ a.md
        @@ -3,7 +3,7 @@
         ligne 3
         ligne 4
         ligne 5
        -ligne 6
        +ligne six
         ligne 7
         ligne 8
         ligne 9

        """)
  }

  @Test func changesWhoseContextsMeetAreOneHunk() {
    let old = (1...20).map { "\($0)\n" }.joined()
    func headers(_ first: Int, _ second: Int) -> Int {
      let new = (1...20).map { $0 == first || $0 == second ? "x\($0)\n" : "\($0)\n" }.joined()
      return diff(old, new).split(separator: "\n").count { $0.hasPrefix("@@") }
    }
    #expect(headers(5, 12) == 1)
    #expect(headers(5, 13) == 2)
  }

  @Test(arguments: [
    ("", "a\n", "@@ -0,0 +1 @@\n+a\n"),
    ("a\n", "", "@@ -1 +0,0 @@\n-a\n"),
    ("a\n", "a\nb\n", "@@ -1 +1,2 @@\n a\n+b\n"),
    (
      "a", "a\n",
      "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"
    ),
    (
      "a\nb", "b",
      "@@ -1,2 +1 @@\n-a\n b\n\\ No newline at end of file\n"
    ),
    ("a\tb\n", "a b\n", "@@ -1 +1 @@\n-a\tb\n+a b\n"),
    ("a\r\nb\r\n", "a\r\nc\r\n", "@@ -1,2 +1,2 @@\n a\n-b\n+c\n"),
    ("a\r\nb\n", "a\nb\n", "@@ -1,2 +1,2 @@\n-a␍\n+a\n b\n"),
    ("\u{1B}[2J\n", "\n", "@@ -1 +1 @@\n-␛[2J\n+\n"),
  ])
  func hunks(old: String, new: String, expected: String) {
    #expect(diff(old, new) == "--- a.md\n+++ a.md\n" + expected)
  }

  @Test func coloursTheLines() {
    #expect(
      diff("a\n", "b\n", isColoured: true)
        == "\u{1B}[1m--- a.md\u{1B}[0m\n\u{1B}[1m+++ a.md\u{1B}[0m\n\u{1B}[36m@@ -1 +1 @@\u{1B}[0m\n"
        + "\u{1B}[31m-a\u{1B}[0m\n\u{1B}[32m+b\u{1B}[0m\n")
  }

  /// Whatever the two texts, their difference makes the one of the other; lines that did not
  /// change are not told as changed when they stand alone between others.
  @Test(arguments: 0..<200) func makesOneTextOfTheOther(_ seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9 &+ 7
    func next(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    func text() -> String {
      let lines = (0..<next(30)).map { _ in "\(next(6))" }.joined(separator: "\n")
      return lines.isEmpty || next(3) == 0 ? lines : lines + "\n"
    }
    let (old, new) = (text(), text())
    #expect(patched(old, diff(old, new)) == new)
  }

  @Test func aLongTextThatChangedWhollyIsQuick() {
    let old = (0..<20_000).map { "a\($0 % 7)\n" }.joined()
    let new = (0..<20_000).map { "b\($0 % 7)\n" }.joined()
    #expect(diff(old, new).utf8.count > 100_000)
  }

  /// What `patch` makes of a text.
  private func patched(_ old: String, _ diff: String) -> String {
    guard !diff.isEmpty else { return old }
    let source = cut(old)
    var result: [String] = []
    var position = 0
    var isAdded = false
    for line in diff.split(separator: "\n").dropFirst(2) {
      switch line.first {
      case "@":
        let numbers = line.split { !$0.isNumber && $0 != "," }.map(String.init)
        let span = numbers[0].split(separator: ",").compactMap { Int($0) }
        let start = span.count == 2 && span[1] == 0 ? span[0] : span[0] - 1
        result += source[position..<start]
        position = start
      case " ":
        #expect(source[position].hasPrefix(line.dropFirst()))
        result.append(source[position])
        position += 1
      case "-":
        #expect(source[position].hasPrefix(line.dropFirst()))
        position += 1
      case "+": result.append(line.dropFirst() + "\n")
      default:
        // The line before has no end: a kept one was taken as it is, a removed one is gone.
        if isAdded { result[result.count - 1].removeLast() }
      }
      isAdded = line.first == "+"
    }
    return (result + source[position...]).joined()
  }

  private func cut(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.enumerated().compactMap { index, line in
      index < lines.count - 1 ? line + "\n" : line.isEmpty ? nil : line
    }
  }
}

@Suite struct FixReportTests {
  private func review(_ language: MessageLanguage) -> String {
    let file = SourceFile(
      path: "canvases/fiches/angel-me.md", text: "# Angel Me\n\n- Statu : idée\n\n## FLUX\n")
    let range = ByteRange(14, 19)
    let fixes = ["Statut", "Source"].map {
      Fix(
        Bilingual("remplacer par « \($0) »", "replace with “\($0)”"), .review, [TextEdit(range, $0)]
      )
    }
    let finding = Diagnostic(
      code: "cle-inconnue", severity: .error,
      message: Bilingual("clé inconnue « Statu »", "unknown key “Statu”"),
      location: Location(path: file.path, range: range), fixes: fixes)
    var output: [UInt8] = []
    FixReport(isColoured: false).write(finding, fixes: fixes, in: file, language, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test(arguments: MessageLanguage.allCases) func golden(language: MessageLanguage) {
    expectGolden(review(language), at: "report/fixes-\(language.rawValue).txt")
  }

  @Test(arguments: [
    ("o", FixAnswer.one(0)), ("OUI", .one(0)), ("y", .one(0)), (" n ", .no), ("non", .no),
    ("t", .all), ("all", .all), ("q", .quit), ("2", .one(1)), ("3", nil), ("0", nil), ("", nil),
    ("peut-être", nil), ("oui\r", .one(0)),
  ])
  func answers(line: String, expected: FixAnswer?) {
    #expect(FixAnswer(line, fixCount: 2) == expected)
  }

  @Test(arguments: [
    (0, 0, "aucun constat corrigé", "no finding mended"),
    (1, 1, "1 constat corrigé dans 1 fichier", "1 finding mended in 1 file"),
    (4, 2, "4 constats corrigés dans 2 fichiers", "4 findings mended in 2 files"),
  ])
  func summaries(count: Int, files: Int, french: String, english: String) {
    #expect(FixReport.summary(count, files: files) == Bilingual(french, english))
  }
}

import CanevasCheck
import CanevasCommandLine
import CanevasSource
import CanevasTestSupport
import Testing
import canevas

/// What `canevas explain` shows, without any catalogue.
@Suite struct ExplainTests {
  private static let program = Program.canevas

  @Test(
    arguments: [
      ("section-inconnue", "section-inconnue"),
      ("fiche-sans-source", "fiche-sans-source"), ("cibles-clients", "cibles clients"),
      ("leviers", "leviers"), ("evaluation", "ÉVALUATION"), ("statut", "STATUT"),
      ("modele", "modele"),
    ], MessageLanguage.allCases)
  func isTold(_ named: (file: String, name: String), language: MessageLanguage) {
    let recording = Self.program.record(
      ["explain", "--lang", language.rawValue] + words(named.name))
    #expect(recording.status == .success && recording.error == "")
    expectGolden(recording.output, at: "explain/\(named.file).\(language.rawValue).txt")
  }

  /// The rules are told of by themselves, one line of the overview a rule.
  @Test(arguments: MessageLanguage.allCases)
  func withoutANameShowsAllNames(language: MessageLanguage) throws {
    let output = Self.program.record(
      ["explain", "--lang", language.rawValue], ["NO_COLOR": "1"], isTerminal: true, width: 200
    ).output
    let title = ExplanationWords.rules(.error)[language]
    let rules = try #require(output.firstRange(of: title))
    expectGolden(
      String(output[..<rules.lowerBound]), at: "explain/apercu.\(language.rawValue).txt")
    for rule in Rule.all { #expect(output[rules.upperBound...].contains("\n  \(rule.code) ")) }
  }

  @Test(arguments: MessageLanguage.allCases, [nil, 40, 72, 200])
  func keepsToTheWidthOfTheTerminal(language: MessageLanguage, width: Int?) {
    let limit = width.map { min($0, 100) } ?? 80
    for name in ["", "cibles clients", "SYSTEM MAP", "Statut", "cle-absente"] {
      let recording = Self.program.record(
        ["explain", "--lang", language.rawValue] + words(name), ["NO_COLOR": "1"],
        isTerminal: width != nil, width: width)
      // Findings are shown as `check` shows them.
      let lines = recording.output.split(separator: "\n").filter { line in
        !["┌─", " = ", "^"].contains { line.contains($0) } && !line.contains("[cle-absente]")
      }
      for line in lines { #expect(columns(of: String(line)) <= limit, "\(line)") }
    }
  }

  @Test func everyNameIsExplained() {
    for topic in Topic.all {
      let recording = Self.program.record(["explain", topic.name])
      #expect(recording.output.contains("\n  \(topic.guidance.purpose.french.prefix(30))"))
    }
    for rule in Rule.all {
      let recording = Self.program.record(["explain", rule.code])
      #expect(
        recording.output.hasPrefix("\(rule.code)  \(rule.documentation.severity.words.french)\n"))
    }
  }

  /// An author who reads findings in French reads their explanation in French, too.
  @Test(arguments: [
    ("", fixturesFolder + "/query", "clé des métadonnées"),
    ("--lang en", fixturesFolder + "/query", "metadata key"), ("", "/", "metadata key"),
  ])
  func speaksTheCataloguesLanguage(options: String, folder: String, expected: String) {
    let recording = Self.program.record(
      ["explain", "statut", "-C", folder] + words(options),
      ["LANG": "en_GB.UTF-8"])
    #expect(recording.output.hasPrefix("Statut  \(expected)\n"))
  }

  @Test func isColouredAsCheckIs() {
    let plain = Self.program.record(["explain", "cle-absente"])
    let coloured = Self.program.record(["explain", "cle-absente", "--color=always"])
    #expect(!plain.output.contains("\u{1B}"))
    #expect(
      coloured.output.hasPrefix("\u{1B}[1mcle-absente\u{1B}[0m  \u{1B}[1;31merreur\u{1B}[0m\n"))
  }

  @Test(arguments: [
    (
      "explain cible client",
      "nom inconnu « cible client » (NAME) ; vouliez-vous dire « CIBLES CLIENTS » ?"
        + " Voir « canevas explain »."
    ),
    ("explain xyzzy", "nom inconnu « xyzzy » (NAME). Voir « canevas explain »."),
    (
      "explain --lang en section-inconue",
      "unknown name “section-inconue” (NAME); did you mean “section-inconnue”? See “canevas explain”."
    ),
  ])
  func anUnknownNameIsAskedBack(line: String, expected: String) {
    let recording = Self.program.record(words(line))
    #expect(recording == Recording(status: .unusable, error: "canevas: \(expected)\n"))
  }

  @Test func isAlsoData() {
    for (file, name) in [("statut", "statut"), ("etape-illisible", "etape-illisible")] {
      let recording = Self.program.record(["explain", name, "--format", "json"])
      #expect(recording.status == .success)
      expectGolden(recording.output, at: "explain/\(file).json")
    }
  }
}

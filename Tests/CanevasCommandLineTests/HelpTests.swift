import CanevasCommandLine
import CanevasSource
import CanevasTestSupport
import Testing
import canevas

@Suite struct HelpTests {
  private static let program = Program.canevas

  @Test(arguments: MessageLanguage.allCases)
  func ofTheProgram(language: MessageLanguage) throws {
    expectGolden(Self.program.help(language), at: "help/canevas.\(language.rawValue).txt")
  }

  @Test(arguments: program.commands.map(\.name), MessageLanguage.allCases)
  func ofACommand(name: String, language: MessageLanguage) throws {
    let help = Self.program.help(for: try Self.program.command(name), language)
    expectGolden(help, at: "help/\(name).\(language.rawValue).txt")
  }

  @Test(arguments: MessageLanguage.allCases)
  func fitsEightyColumns(language: MessageLanguage) {
    let pages =
      Self.program.commands.map { Self.program.help(for: $0, language) }
      + [Self.program.help(language)]
    for line in pages.joined(separator: "\n").split(separator: "\n") {
      #expect(columns(of: String(line)) <= 80, "\(line)")
    }
  }

  @Test(arguments: [
    "--help", "-h", "help", "--lang fr -h", "help --lang fr", "--version --help",
  ])
  func isAskedOfTheProgram(line: String) {
    let recording = Self.program.record(words(line))
    #expect(recording == Recording(status: .success, output: Self.program.help(.french)))
  }

  @Test(arguments: [
    "help check", "check --help", "check -h", "check --bogus --help", "check --format -h a b",
    "help check --lang=fr",
  ])
  func isAskedOfACommand(line: String) throws {
    let help = Self.program.help(for: try Self.program.command("check"), .french)
    #expect(Self.program.record(words(line)) == Recording(status: .success, output: help))
  }

  @Test(arguments: [
    ([:], MessageLanguage.french),
    (["LANG": "fr_BE.UTF-8"], .french),
    (["LANG": "C.UTF-8"], .english),
    (["LANG": "nl_BE.UTF-8", "LC_MESSAGES": "fr_BE"], .french),
    (["LC_ALL": "en_GB", "LC_MESSAGES": "fr_BE"], .english),
    (["LC_ALL": "", "LANG": "fr"], .french),
  ])
  func languageOfTheLocale(variables: [String: String], expected: MessageLanguage) {
    #expect(Self.program.record(["-h"], variables).output == Self.program.help(expected))
  }

  @Test func askedLanguageGoesBeforeTheLocale() {
    let recording = Self.program.record(["help", "--lang", "en"], ["LANG": "fr_BE.UTF-8"])
    #expect(recording.output == Self.program.help(.english))
  }
}

@Suite struct ColourChoiceTests {
  @Test(arguments: [
    (ColourChoice.auto, true, [:], true),
    (.auto, false, [:], false),
    (.auto, true, ["NO_COLOR": "1"], false),
    (.auto, true, ["NO_COLOR": ""], true),
    (.auto, true, ["TERM": "dumb"], false),
    (.always, false, ["NO_COLOR": "1"], true),
    (.never, true, [:], false),
  ])
  func isColoured(
    choice: ColourChoice, isTerminal: Bool, variables: [String: String], expected: Bool
  ) {
    let environment = Environment(
      variable: { variables[$0] }, outputIsTerminal: isTerminal, write: { _, _ in })
    #expect(choice.isColoured(in: environment) == expected)
  }
}

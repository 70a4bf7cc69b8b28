import CanevasCommandLine
import CanevasSource
import CanevasTestSupport
import Testing
import canevas

/// What is derived for shells and for readers of manual pages. `Tests/Terminal` tries it in them.
@Suite struct CompletionsTests {
  /// A program with something of everything that can be declared.
  private static let program = Program(
    "essai", version: "1.2", released: "2026-11-21",
    summary: Bilingual("essayer l'outil", "try the tool"),
    details: Bilingual("Il n'y a rien à perdre.", "There is nothing to lose."),
    commands: [
      Command(
        "aller", summary: Bilingual("aller quelque part", "go somewhere"),
        details: Bilingual(
          "Le chemin « C:\\ » n'en est pas un : voir [1].", "“C:\\” is no path: see [1]."),
        defaults: 0,
        options: [
          .directory { _, _ in }, .colour { _, _ in },
          .flag("-v", "--vite", help: Bilingual("sans s'arrêter", "without a stop")) { _ in },
          .text("--par", placeholder: "FILE", kind: .file, help: Bilingual("par là", "there")) {
            _, _ in
          },
          .text("--avec", placeholder: "N", help: Bilingual("à N, voire plus", "N or more")) {
            _, _ in
          },
          .text(
            "--vers", placeholder: "WORD", kind: .names(["l'été", "le pré: $x", "\"ici\""]),
            help: Bilingual("vers où", "where to")
          ) { _, _ in },
          .choice(
            "--au", of: ColourChoice.self, alone: .auto,
            help: Bilingual("peut-être", "perhaps")
          ) { _, _ in },
        ],
        operands: Operands(
          "PATH", .any, kind: .document, help: Bilingual("les étapes", "the stages")
        ) { _, _ in },
        run: { _, _ in .success }),
      Command(
        "aider", summary: Bilingual("aider", "help"), defaults: 0, options: [],
        operands: Operands(
          "CMD", .atMostOne, kind: .command, help: Bilingual("à quoi", "with what")
        ) { _, _ in },
        run: { _, _ in .success }),
    ])

  @Test(arguments: Shell.allCases)
  func ofAShell(shell: Shell) {
    expectGolden(
      Self.program.completions(for: shell, .french), at: "completions/essai.\(shell.rawValue)")
  }

  @Test(arguments: MessageLanguage.allCases)
  func manual(language: MessageLanguage) {
    expectGolden(
      Self.program.manual(language), at: "completions/essai.\(language.rawValue).1")
  }

  @Test(arguments: Shell.allCases)
  func isPrintedForAShell(shell: Shell) {
    let recording = Program.canevas.record(["completions", shell.rawValue])
    let script = Program.canevas.completions(for: shell, .french)
    #expect(recording == Recording(status: .success, output: script))
  }

  @Test(arguments: MessageLanguage.allCases)
  func manualIsPrinted(language: MessageLanguage) {
    let recording = Program.canevas.record(["man", "--lang", language.rawValue])
    let page = Program.canevas.manual(language)
    #expect(recording == Recording(status: .success, output: page))
  }

  @Test func anotherShellIsRefused() {
    let recording = Program.canevas.record(words("completions --lang en fich"))
    let complaint =
      "canevas: unknown name “fich” (SHELL); did you mean “fish”? See “canevas help completions”.\n"
    #expect(recording == Recording(status: .unusable, error: complaint))
  }

  /// What a placeholder says to a reader, its kind says to a shell.
  @Test(arguments: Program.canevas.commands.map(\.name))
  func kindsAreThoseOfThePlaceholders(name: String) throws {
    let command = try Program.canevas.command(name)
    let operands = command.operands.map { [($0.placeholder, $0.kind)] } ?? []
    let texts = command.options.compactMap { option in
      if case .text(let placeholder, let kind) = option.value { (placeholder, kind) } else { nil }
    }
    for (placeholder, kind) in operands + texts {
      switch placeholder {
      case "DIR": #expect(kind == .folder)
      case "FILE": #expect(kind == .file)
      case "PATH": #expect(kind == .document)
      case "CMD": #expect(kind == .command)
      case "CODE", "KIND", "WORD", "SHELL":
        guard case .names(let names) = kind, !names.isEmpty else {
          Issue.record("\(placeholder) of \(name) has no names")
          continue
        }
      default: break
      }
    }
  }
}

package import CanevasSource

/// The manual page, in the language of man(7), derived from the declarations.
extension Program {
  /// All commands and options on one page.
  package func manual(_ language: MessageLanguage) -> String {
    var page = ManPage(language)
    page.title(self)
    page.section(Bilingual("NOM", "NAME"))
    page.text(
      Bilingual("\(name) - \(summary.french)", "\(name) - \(summary.english)"))
    page.section(Bilingual("SYNOPSIS", "SYNOPSIS"))
    let command = Bilingual("COMMANDE", "COMMAND")[language]
    page.line("\\fB\(roff(name))\\fR \\fI\(command)\\fR [\\fIOPTIONS\\fR]")
    if let details {
      page.section(Bilingual("DESCRIPTION", "DESCRIPTION"))
      page.text(details)
    }
    page.section(Bilingual("COMMANDES", "COMMANDS"))
    for command in commands { page.command(command, of: self) }
    page.section(Bilingual("OPTIONS DE TOUTES LES COMMANDES", "OPTIONS OF ALL COMMANDS"))
    for option in options { page.option(option) }
    page.section(Bilingual("CODE DE RETOUR", "EXIT STATUS"))
    for status in ExitStatus.allCases { page.entry("\(status.rawValue)", status.meaning) }
    page.section(Bilingual("ENVIRONNEMENT", "ENVIRONMENT"))
    for (name, meaning) in Environment.variables { page.entry("\\fB\(name)\\fR", meaning) }
    return page.text
  }
}

extension Environment {
  /// The variables that every command heeds.
  fileprivate static let variables: [(name: String, meaning: Bilingual)] = [
    (
      "LC_ALL, LC_MESSAGES, LANG",
      Bilingual(
        "La première qui est définie dit la langue, si « --lang » ne la dit pas : le français si "
          + "elle commence par « fr » ou s'il n'y en a aucune, sinon l'anglais. Ce qui est dit "
          + "d'un catalogue l'est dans la langue du catalogue.",
        "The first that is set tells the language unless “--lang” does: French if it begins with "
          + "“fr” or there is none, otherwise English. What is said of a catalogue is said in the "
          + "catalogue's language.")
    ),
    (
      "NO_COLOR",
      Bilingual(
        "Pas de couleurs, sauf avec « --color always ».",
        "No colours, except with “--color always”.")
    ),
    (
      "COLUMNS",
      Bilingual(
        "La largeur des textes et des tableaux, au lieu de celle du terminal.",
        "The width of texts and tables, instead of the terminal's.")
    ),
  ]
}

/// A manual page as it grows.
private struct ManPage {
  private(set) var text = ""
  private let language: MessageLanguage

  /// Lines of the source are kept short, as man(7) wants them.
  private static let width = 72

  init(_ language: MessageLanguage) {
    self.language = language
  }

  mutating func title(_ program: Program) {
    let manual = Bilingual("Manuel des commandes", "General Commands Manual")[language]
    line("'\\\" -*- coding: UTF-8 -*-")
    line(
      ".TH \(roff(program.name.uppercased())) 1 \(program.released ?? "\"\"")"
        + " \"\(roff(program.name)) \(program.version)\" \"\(manual)\"")
  }

  mutating func section(_ title: Bilingual) {
    line(".SH \(title[language])")
  }

  /// A command: how it is typed, what it does, and what is its own among its options.
  mutating func command(_ command: Command, of program: Program) {
    let usage = [program.name, command.name, "[OPTIONS]", command.operands?.usage]
    line(".SS \"\(roff(usage.compactMap(\.self).joined(separator: " ")))\"")
    self.text(command.summary, sentence: true)
    if let details = command.details { self.text(details) }
    if let operands = command.operands {
      entry("\\fI\(roff(operands.placeholder))\\fR", operands.help)
    }
    for option in command.options where !program.options.contains(option) { self.option(option) }
  }

  mutating func option(_ option: OptionDeclaration) {
    let spellings = option.spellings.map { "\\fB\(roff($0))\\fR" }.joined(separator: ", ")
    entry(spellings + value(option.value), option.help)
  }

  mutating func entry(_ head: String, _ words: Bilingual) {
    line(".TP")
    line(head)
    text(words)
  }

  mutating func text(_ words: Bilingual, sentence: Bool = false) {
    let words = words[language]
    let all = sentence ? words.prefix(1).uppercased() + words.dropFirst() + "." : words
    for words in wrapped(all, toColumns: Self.width) { line(roffLine(words)) }
  }

  mutating func line(_ line: String) {
    text += line + "\n"
  }

  private func value(_ value: OptionDeclaration.Value) -> String {
    switch value {
    case .none: ""
    case .text(let placeholder, _): " \\fI\(roff(placeholder))\\fR"
    case .choice(let words): " " + self.words(words)
    case .optionalChoice(let words): "[=" + self.words(words) + "]"
    }
  }

  private func words(_ words: [String]) -> String {
    words.map { "\\fB\(roff($0))\\fR" }.joined(separator: "|")
  }
}

/// A text without what roff would take for its own; a hyphen stays one that can be copied.
private func roff(_ text: String) -> String {
  text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("\"", with: "\\(dq")
}

/// A line of text, which must not look like a request.
private func roffLine(_ text: String) -> String {
  (text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" : "") + roff(text)
}

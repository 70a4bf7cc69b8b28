package import CanevasSource

/// Help, derived from the declarations; no line takes more than 80 columns.
extension Program {
  /// What the program can do.
  package func help(_ language: MessageLanguage) -> String {
    var page = HelpPage(language)
    page.paragraph(Bilingual("\(name) — \(summary.french)", "\(name) — \(summary.english)"))
    page.usage(Bilingual("\(name) COMMANDE [OPTIONS]", "\(name) COMMAND [OPTIONS]"))
    if let details { page.paragraph(details) }
    page.entries(Bilingual("Commandes", "Commands"), commands.map { ($0.name, $0.summary) })
    page.options(options)
    page.paragraph(
      Bilingual(
        "« \(name) help COMMANDE » en dit plus sur une commande.",
        "“\(name) help COMMAND” tells more about a command."))
    return page.text
  }

  /// What one of the program's commands can do.
  package func help(for command: Command, _ language: MessageLanguage) -> String {
    let title = "\(name) \(command.name)"
    let usage = [title, "[OPTIONS]", command.operands?.usage].compactMap(\.self)
    var page = HelpPage(language)
    page.paragraph(
      Bilingual("\(title) — \(command.summary.french)", "\(title) — \(command.summary.english)"))
    page.usage(
      Bilingual(usage.joined(separator: " "), usage.joined(separator: " ")))
    if let details = command.details { page.paragraph(details) }
    if let operands = command.operands {
      page.entries(Bilingual("Arguments", "Arguments"), [(operands.placeholder, operands.help)])
    }
    page.options(command.options)
    return page.text
  }
}

/// A page of help as it grows: parts with an empty line between them.
private struct HelpPage {
  private(set) var text = ""
  private let language: MessageLanguage

  private static let width = 80
  /// An entry's words begin here at the latest; behind a longer name they begin on a new line.
  private static let furthestWords = 34

  init(_ language: MessageLanguage) {
    self.language = language
  }

  mutating func paragraph(_ words: Bilingual) {
    part()
    text += wrapped(words[language], indent: 0) + "\n"
  }

  mutating func usage(_ usage: Bilingual) {
    part()
    text += Bilingual("Usage : ", "Usage: ")[language] + usage[language] + "\n"
  }

  mutating func options(_ options: [OptionDeclaration]) {
    // Long names stand in one column, behind the place of the short ones.
    let entries = options.map { option in
      let spellings = option.spellings.joined(separator: ", ")
      let indent = option.spellings.first?.hasPrefix("--") == true ? "    " : ""
      return (indent + spellings + option.value.usage, option.help)
    }
    self.entries(Bilingual("Options", "Options"), entries)
  }

  /// A titled table of names and what they are for.
  mutating func entries(_ title: Bilingual, _ entries: [(name: String, help: Bilingual)]) {
    part()
    text += title[language] + Bilingual(" :", ":")[language] + "\n"
    let longest = entries.map { columns(of: $0.name) }.max() ?? 0
    let indent = min(longest + 4, Self.furthestWords)
    for entry in entries {
      let name = "  " + entry.name
      let fits = columns(of: name) + 2 <= indent
      let start = fits ? indent - columns(of: name) : indent
      text += name + (fits ? "" : "\n") + String(repeating: " ", count: start)
      text += wrapped(entry.help[language], indent: indent) + "\n"
    }
  }

  private mutating func part() {
    if !text.isEmpty { text += "\n" }
  }

  /// `words` in lines, all but the first of which begin at column `indent`.
  private func wrapped(_ words: String, indent: Int) -> String {
    CanevasSource.wrapped(words, toColumns: Self.width - indent)
      .joined(separator: "\n" + String(repeating: " ", count: indent))
  }
}

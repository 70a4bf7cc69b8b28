import CanevasSource

extension JSONWriter {
  /// What a rule says of itself, as a SARIF reporting descriptor.
  mutating func rule(_ rule: RuleDocumentation, _ input: ReportInput) {
    let language = input.language
    object { writer in
      writer.member("id", rule.code)
      writer.message("shortDescription", rule.summary[language])
      writer.message("fullDescription", rule.reason[language])
      writer.member("help") { writer in
        writer.object { writer in
          writer.member("text", SARIFRun.message(plainHelp(of: rule, language)))
          writer.member("markdown", SARIFRun.gapless(markdownHelp(of: rule, language)))
        }
      }
      if let address = input.tool.address(rule.code) { writer.member("helpUri", address) }
      writer.member("defaultConfiguration") { writer in
        writer.object { $0.member("level", SARIFRun.level(rule.severity)) }
      }
    }
  }
}

/// The reason of a rule, the way to mend what it finds, and an example, as plain text.
private func plainHelp(of rule: RuleDocumentation, _ language: MessageLanguage) -> String {
  var parts = [rule.reason[language], rule.remedy[language]]
  for (title, document) in shownExample(of: rule, language) { parts += [title, document] }
  return parts.joined(separator: "\n\n")
}

/// The same as Markdown.
private func markdownHelp(of rule: RuleDocumentation, _ language: MessageLanguage) -> String {
  var text = MarkdownText()
  text.paragraph(MarkdownText.escaped(rule.reason[language]))
  text.paragraph(MarkdownText.escaped(rule.remedy[language]))
  for (title, document) in shownExample(of: rule, language) {
    text.paragraph(MarkdownText.escaped(title))
    text.fence(document, "markdown")
  }
  return text.text
}

/// A rule's first example: what it finds, without the marks, and the same mended where the mending
/// is done in the document itself.
private func shownExample(
  of rule: RuleDocumentation, _ language: MessageLanguage
) -> [(title: String, document: String)] {
  guard let example = rule.examples.first else { return [] }
  let unmarked = example.bad.unicodeScalars.filter { $0 != "⟦" && $0 != "⟧" }
  let bad = String(String.UnicodeScalarView(unmarked))
  return [(Words.bad[language], bad), (Words.good[language], example.good)]
    .prefix(bad == example.good ? 1 : 2).map(\.self)
}

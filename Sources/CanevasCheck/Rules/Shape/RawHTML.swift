import CanevasSource

extension Rule {
  static let rawHTML = Rule(
    RuleDocumentation(
      "html-brut", .warning,
      summary: Bilingual("du HTML dans le texte", "HTML in the text"),
      reason: Bilingual(
        "Un document ne contient que du texte : le HTML est montré tel qu'il est tapé, il n'agit "
          + "pas.",
        "A document holds nothing but text: HTML is shown as it is typed, it has no effect."),
      remedy: Bilingual(
        "Écrire en Markdown (« **gras** », « [lien](adresse) ») ; un chevron seul s'écrit « \\< ».",
        "Write Markdown (“**bold**”, “[link](address)”); a lone angle bracket is written “\\<”."),
      examples: [
        .init(
          bad: canvas("## CIBLES CLIENTS\n\n- ⟦<b>⟧Familles</b>"),
          good: canvas("## CIBLES CLIENTS\n\n- **Familles**"), others: theme)
      ]),
    wording: { defect, context in
      guard defect.kind == .rawHTML else { return nil }
      let line = context.file.text(defect.range).prefix { !$0.isNewline }
      return Wording(
        message: Bilingual("HTML brut", "raw HTML", naming: String(line)),
        label: Bilingual("ceci est montré comme du texte", "this is shown as text"),
        help: Bilingual(
          "écrivez en Markdown ; un chevron seul s'écrit « \\< »",
          "write Markdown; a lone angle bracket is written “\\<”"))
    })
}

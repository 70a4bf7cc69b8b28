import CanevasSource

extension Rule {
  static let unsortedText = Rule(
    RuleDocumentation(
      "texte-a-classer", .warning,
      summary: Bilingual(
        "du texte attend encore sous « À CLASSER »", "text still waits under “À CLASSER”"),
      reason: Bilingual(
        "Cette section garde ce qui n'a pas encore trouvé sa place ; elle n'est pas publiée.",
        "This section keeps what has not found its place yet; it is not published."),
      remedy: Bilingual(
        "Répartir le texte dans les autres sections, puis retirer le titre.",
        "Spread the text over the other sections, then remove the heading."),
      examples: [
        .init(
          bad: canvas("⟦## À CLASSER⟧\n\nUn frigo solidaire ?"),
          good: canvas("## POLICY MAKING\n\n- Un frigo solidaire ?"), others: theme)
      ]),
    wording: { defect, _ in
      guard defect.kind == .unsortedText else { return nil }
      return Wording(
        message: Bilingual("texte à classer", "text still to be sorted"),
        label: Bilingual("cette section n'est pas publiée", "this section is not published"),
        help: Bilingual(
          "répartissez le texte dans les autres sections, puis retirez le titre",
          "spread the text over the other sections, then remove the heading"))
    })
}

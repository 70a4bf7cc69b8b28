import CanevasSource

extension Rule {
  static let duplicateHeading = Rule(
    RuleDocumentation(
      "section-en-double", .error,
      summary: Bilingual(
        "une section qui figure deux fois", "a section that stands twice"),
      reason: Bilingual(
        "Chaque section a une seule place sur la feuille ; la seconde n'y serait pas.",
        "Every section has one place on the sheet; the second would not be there."),
      remedy: Bilingual(
        "Réunir les deux textes sous un seul titre.", "Put both texts under one heading."),
      examples: [
        .init(
          bad: canvas(
            "## CIBLES CLIENTS\n\n- **Familles**\n\n## ⟦CIBLES CLIENTS⟧\n\n- **Seniors**"),
          good: canvas("## CIBLES CLIENTS\n\n- **Familles**\n- **Seniors**"), others: theme)
      ]),
    wording: { defect, _ in
      guard case .duplicateHeading(let name) = defect.kind else { return nil }
      return Wording(
        message: Bilingual("section en double", "duplicate section", naming: name),
        label: Bilingual("cette section est déjà là", "this section is there already"),
        related: defect.related("la première", "the first one"),
        help: Bilingual(
          "réunissez les deux textes sous un seul titre", "put both texts under one heading"))
    })
}

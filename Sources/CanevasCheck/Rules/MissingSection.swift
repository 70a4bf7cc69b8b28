import CanevasSource

extension Rule {
  static let missingSection = Rule(
    RuleDocumentation(
      "section-absente", .warning,
      summary: Bilingual(
        "une section dont ce document a besoin n'y est pas",
        "a section that this document needs is not there"),
      reason: Bilingual(
        "Une idée a besoin d'une question, de ses caractéristiques et de ses cibles ; une fiche "
          + "retenue doit aussi dire avec qui, pour quelle valeur et avec quels revenus.",
        "An idea needs a question, its features and its customers; a chosen canvas also has to "
          + "say with whom, for what value and with which revenue."),
      remedy: Bilingual(
        "Ajouter le titre et quelques lignes dessous.",
        "Add the heading and a few lines under it."),
      examples: [
        .init(
          bad: """
            # ⟦Exemple⟧

            - Thème : [Quartier](../themes/quartier.md)
            - Statut : idée

            ## ENJEUX / SOLUTION

            Comment faire ?

            ## CARACTÉRISTIQUES PRINCIPALES

            - Un service
            """,
          good: canvas(""), others: theme)
      ]),
    wording: { defect, _ in
      guard case .missingSection(let name, let severity) = defect.kind else { return nil }
      return Wording(
        message: Bilingual("section absente « \(name) »", "missing section “\(name)”"),
        label: Bilingual(
          "ce document a besoin de cette section", "this document needs that section"),
        help: Bilingual(
          "ajoutez le titre « ## \(name) » à sa place, avec ce que le groupe en sait",
          "add the heading “## \(name)” in its place, with what the group knows"),
        severity: severity)
    })
}

import CanevasModel
import CanevasSource

extension Rule {
  static let canvasWithoutStory = Rule(
    RuleDocumentation(
      "fiche-sans-histoire", .info,
      summary: Bilingual(
        "une fiche qu'aucun usager n'ouvre par son histoire",
        "a canvas that no user opens with their story"),
      reason: Bilingual(
        "La méthode part de l'usager : on imagine ce qu'une solution change pour lui, et l'on en "
          + "déduit le service.",
        "The method starts from the user: one imagines what a solution changes for them, and "
          + "derives the service from it."),
      remedy: Bilingual(
        "Raconter, après les métadonnées, ce que le service a changé pour quelqu'un.",
        "Tell, after the metadata, what the service has changed for somebody."),
      examples: [
        .init(
          bad: canvas().replacing("# Exemple", with: "# ⟦Exemple⟧"),
          good: canvas().replacing(
            "## ENJEUX",
            with: """
              > « Le midi, nous mangeons tous ensemble, et mieux. »
              >
              > — une mère de famille

              ## ENJEUX
              """),
          others: theme)
      ]),
    finding: { context in
      guard let document = context.document, case .canvas(let facts) = document.facts,
        facts.model == .circular, document.head.title.value != nil,
        document.head.metadata.range != nil, document.head.stories.isEmpty
      else { return [] }
      return [
        Finding(
          context.titleRange,
          Wording(
            message: Bilingual("fiche sans histoire", "canvas without a story"),
            label: Bilingual(
              "aucun usager ne dit ce que le service a changé pour lui",
              "no user says what the service has changed for them"),
            help: Bilingual(
              "racontez-la après les métadonnées, en citation :",
              "tell it after the metadata, as a quotation:", typing: "> « … »")))
      ]
    })
}

import CanevasLink
import CanevasModel
import CanevasSource

extension Rule {
  static let workshopWithoutCanvas = Rule(
    RuleDocumentation(
      "atelier-sans-fiche", .info,
      summary: Bilingual(
        "un atelier raconté dont aucune fiche n'est sortie",
        "a workshop that took place and led to no canvas"),
      reason: Bilingual(
        "Toutes les idées d'un atelier vont au vivier, même celles qui attendent : leur fiche est "
          + "la synthèse de la carte et de l'offre.",
        "All ideas of a workshop go to the pool, even those that wait: their canvas sums up the "
          + "map and the offer."),
      remedy: Bilingual(
        "Lier les fiches dans SÉLECTION ou RÉSULTATS, ou écrire celle d'une idée de l'atelier.",
        "Link to the canvases in SÉLECTION or RÉSULTATS, or write that of one of its ideas."),
      examples: [
        .init(
          path: workshopPath,
          bad: workshopText("## RÉSULTATS\n\nUne cantine.", title: "⟦Atelier du quartier⟧"),
          good: workshopText("## RÉSULTATS\n\nUne cantine : [Exemple](../fiches/exemple.md)."),
          others: theme(and: ["canvases/fiches/exemple.md": canvas()]))
      ]),
    finding: { context in
      guard let document = context.document, document.id.kind == .workshop,
        document.tells(.results), document.section(.selection)?.items.isEmpty ?? true,
        context.linked(.canvas).isEmpty
      else { return [] }
      return [
        Finding(
          context.titleRange,
          Wording(
            message: Bilingual("atelier sans fiche", "workshop without a canvas"),
            label: Bilingual("aucune fiche n'en est sortie", "no canvas came of it"),
            help: Bilingual(
              "liez dans RÉSULTATS les fiches de ses idées :",
              "link in RÉSULTATS to the canvases of its ideas:",
              typing: "[Titre](../fiches/titre.md)")))
      ]
    })
}

import CanevasModel
import CanevasSource

extension Rule {
  static let indicatorWithoutUnit = Rule(
    RuleDocumentation(
      "indicateur-sans-unite", .info,
      summary: Bilingual(
        "un indicateur dont on ne sait pas en quoi il se compte",
        "an indicator that does not say what it is counted in"),
      reason: Bilingual(
        "Un indicateur sert à suivre l'activité d'une année à l'autre : il faut savoir quoi "
          + "compter.",
        "An indicator serves to follow the business from year to year: one has to know what to "
          + "count."),
      remedy: Bilingual(
        "L'ouvrir par « Nombre de », « Part de » ou « Taux de », ou le finir par une unité entre "
          + "parenthèses : « (€/an) ».",
        "Open it with “Nombre de”, “Part de” or “Taux de”, or end it with a unit in parentheses: "
          + "“(€/an)”."),
      examples: [
        .init(
          bad: canvas("## INDICATEURS DE RENTABILITÉ DU BUSINESS\n\n⟦- Chiffre d'affaires⟧"),
          good: canvas(
            "## INDICATEURS DE RENTABILITÉ DU BUSINESS\n\n- Chiffre d'affaires (€/an)"),
          others: theme)
      ]),
    finding: { context in
      guard case .indicators(let list) = context.document?.section(.indicators)?.content else {
        return []
      }
      return list.values.filter { $0.measure == nil && $0.amounts.isEmpty }.map { indicator in
        Finding(
          indicator.item.range,
          Wording(
            message: Bilingual("indicateur sans unité", "indicator without a unit"),
            label: Bilingual(
              "on ne sait pas en quoi cela se compte", "it is not said what this is counted in"),
            help: Bilingual(
              "ouvrez-le par « Nombre de », « Part de » ou « Taux de », ou finissez par « (€/an) »",
              "open it with “Nombre de”, “Part de” or “Taux de”, or end it with “(€/an)”")))
      }
    })
}

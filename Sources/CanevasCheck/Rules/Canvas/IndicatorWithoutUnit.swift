import CanevasModel
import CanevasSource
import CanevasSyntax

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
            label: unknownUnit(of: indicator).map {
              Bilingual("« \($0) » n'est pas une unité connue", "“\($0)” is not a known unit")
            }
              ?? Bilingual(
                "on ne sait pas en quoi cela se compte", "nothing says what this is counted in"),
            help: Bilingual(
              "ouvrez-le par « Nombre de », « Part de » ou « Taux de », ou finissez par « (€/an) »",
              "open it with “Nombre de”, “Part de” or “Taux de”, or end it with “(€/an)”"),
            fixes: fixes(for: indicator, context.file)))
      }
    })
}

/// The words in parentheses that end the line, which are none of the units.
private func unknownUnit(of indicator: Indicator) -> String? {
  let text = indicator.item.text.plain
  guard text.last == ")", let open = text.lastIndex(of: "(") else { return nil }
  return shortened(String(text[open...]))
}

/// Spells out an abbreviation that opens the line, or adds the unit of what is counted in money.
private func fixes(for indicator: Indicator, _ file: SourceFile) -> [Fix] {
  let text = indicator.item.text.range
  guard !text.isEmpty, indicator.item.name == nil else { return [] }
  let line = file.text(text)
  let opening = folded(line)
  for (short, long) in [
    ("nb de ", "Nombre de "), ("nbre de ", "Nombre de "), ("% de ", "Part de "),
  ]
  where opening.hasPrefix(short) {
    return [
      Fix(
        .replace(by: long.dropLast().description), .review,
        [TextEdit(ByteRange(text.lowerBound, text.lowerBound + short.utf8.count), long)])
    ]
  }
  let money = ["chiffre d'affaires", "benefice", "recette", "revenu", "cout", "marge", "epargne"]
  guard money.contains(where: opening.hasPrefix), !line.contains("(") else { return [] }
  return [
    Fix(
      Bilingual("ajouter « (€/an) »", "add “(€/an)”"), .review,
      [TextEdit(ByteRange(at: text.upperBound), " (€/an)")])
  ]
}

import CanevasSource

extension Rule {
  static let unknownValue = Rule(
    RuleDocumentation(
      "valeur-inconnue", .error,
      summary: Bilingual(
        "une valeur qui ne figure pas parmi celles que la clé admet",
        "a value that the key does not allow"),
      reason: Bilingual(
        "Les listes et les filtres du catalogue se font d'après ces mots : un mot différent "
          + "rangerait le document à part.",
        "The catalogue's lists and filters go by these words: another word would file the "
          + "document apart."),
      remedy: Bilingual("Écrire l'une des valeurs admises.", "Write one of the allowed values."),
      examples: [
        .init(
          bad: canvas().replacing("- Statut : idée", with: "- Statut : ⟦idées⟧"), good: canvas(),
          others: theme)
      ]),
    wording: { defect, _ in
      guard case .valueNotInVocabulary(let key, let value) = defect.kind else { return nil }
      var words: [String] = []
      for word in defect.nearest where !words.contains(word) { words.append(word) }
      let near = nearest(to: value, among: words, limit: 1)
      return Wording(
        message: Bilingual(
          "valeur inconnue pour « \(key) » :", "unknown value for “\(key)”:", naming: value),
        label: Bilingual(
          "cette valeur ne figure pas parmi celles de la clé",
          "the key does not allow this value"),
        help: .didYouMean(near)
          ?? Bilingual("les valeurs admises :", "allowed values:", listing: words),
        fixes: near.map { Fix(.replace(by: $0), .review, [TextEdit(defect.range, $0)]) })
    })
}

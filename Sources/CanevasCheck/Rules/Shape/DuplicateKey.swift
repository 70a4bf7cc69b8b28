import CanevasSource

extension Rule {
  static let duplicateKey = Rule(
    RuleDocumentation(
      "cle-en-double", .error,
      summary: Bilingual(
        "une clé qui figure deux fois dans les métadonnées",
        "a key that stands twice in the metadata"),
      reason: Bilingual(
        "Seule la première valeur serait lue ; la seconde se perdrait.",
        "Only the first value would be read; the second would be lost."),
      remedy: Bilingual(
        "Réunir les valeurs sur une ligne, séparées par « ; ».",
        "Put the values on one line, with “;” between them."),
      examples: [
        .init(
          bad: canvas().replacing(
            "- Statut : idée", with: "- Statut : idée\n- ⟦Statut⟧ : archivée"),
          good: canvas(), others: theme)
      ]),
    wording: { defect, _ in
      guard case .duplicateKey(let name) = defect.kind else { return nil }
      return Wording(
        message: Bilingual("clé en double", "duplicate key", naming: name),
        label: Bilingual("seule la première valeur est lue", "only the first value is read"),
        related: defect.related("la première", "the first one"),
        help: Bilingual(
          "réunissez les valeurs sur une ligne, séparées par « ; »",
          "put the values on one line, with “;” between them"))
    })
}

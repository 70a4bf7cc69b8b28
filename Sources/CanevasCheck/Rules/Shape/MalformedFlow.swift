import CanevasSource

extension Rule {
  static let malformedFlow = Rule(
    RuleDocumentation(
      "flux-illisible", .warning,
      summary: Bilingual(
        "une ligne de SYSTEM MAP qui ne dit pas de qui à qui",
        "a line of SYSTEM MAP that does not say from whom to whom"),
      reason: Bilingual(
        "La carte se dessine d'après ces lignes : sans flèche ni deux bouts, le flux manque au "
          + "dessin.",
        "The map is drawn from these lines: without an arrow and two ends the flow is missing "
          + "from it."),
      remedy: Bilingual(
        "Écrire « A → B : ce qui circule (matériel) » ; « -> » vaut la flèche.",
        "Write “A → B : what flows (matériel)”; “->” stands for the arrow."),
      examples: [
        .init(
          bad: canteen(canteenMap + "\n- ⟦Familles, le service : recettes⟧"),
          good: canteen(canteenMap + "\n- Familles → le service : recettes (information)"),
          others: theme)
      ]),
    wording: { defect, _ in
      guard defect.kind == .malformedFlow else { return nil }
      return Wording(
        message: Bilingual("flux illisible", "unreadable flow"),
        label: Bilingual(
          "il manque la flèche, ou l'un de ses deux bouts",
          "the arrow or one of its ends is missing"
        ),
        help: Bilingual(
          "écrivez « A → B : ce qui circule (matériel) » ; « -> » vaut la flèche",
          "write “A → B : what flows (matériel)”; “->” stands for the arrow"))
    })
}

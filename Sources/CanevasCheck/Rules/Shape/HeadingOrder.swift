import CanevasSource

extension Rule {
  static let headingOrder = Rule(
    RuleDocumentation(
      "section-mal-placee", .warning,
      summary: Bilingual(
        "une section qui n'est pas à sa place dans l'ordre",
        "a section that is out of its place in the order"),
      reason: Bilingual(
        "Toutes les fiches se lisent dans le même ordre : on les compare ainsi d'un coup d'œil.",
        "All canvases are read in the same order: so they can be compared at a glance."),
      remedy: Bilingual(
        "Déplacer le titre avec son texte.", "Move the heading together with its text."),
      examples: [
        .init(
          bad: canvas("").replacing(
            "## ENJEUX", with: "## ⟦POLICY MAKING⟧\n\n- Un local\n\n## ENJEUX"),
          good: canvas("## POLICY MAKING\n\n- Un local"), others: theme)
      ]),
    wording: { defect, _ in
      guard case .headingOutOfOrder(let name, let before) = defect.kind else { return nil }
      return Wording(
        message: Bilingual("section mal placée", "section out of place", naming: name),
        label: Bilingual("l'ordre des sections est fixe", "the order of sections is fixed"),
        help: before.isEmpty
          ? Bilingual(
            "déplacez-la après toutes les autres", "move it behind all the others")
          : Bilingual("déplacez-la avant", "move it before", naming: before))
    })
}

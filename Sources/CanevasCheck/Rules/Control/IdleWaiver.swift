import CanevasSource

extension Rule {
  static let idleWaiver = Rule(
    RuleDocumentation(
      "derogation-inutile", .warning,
      summary: Bilingual(
        "une dérogation à laquelle aucun constat ne répond plus",
        "a waiver that no finding answers to any more"),
      reason: Bilingual(
        "Ce qu'elle laissait passer est corrigé, ou elle n'est pas au bon endroit ; laissée là, "
          + "elle cacherait le prochain constat.",
        "What it let pass is mended, or it stands in the wrong place; left there, it would hide "
          + "the next finding."),
      remedy: Bilingual(
        "La retirer, ou la placer juste au-dessus de l'élément visé.",
        "Remove it, or put it right above the item that is meant."),
      examples: [
        .init(
          bad: canvas(
            "## POLICY MAKING\n\n⟦<!-- canevas-ignore element-repete : voulu -->⟧\n\n- Une idée"),
          good: canvas("## POLICY MAKING\n\n- Une idée"), others: theme)
      ]),
    wording: { defect, context in
      guard case .idleWaiver(let code, let isDoubtful) = defect.kind else { return nil }
      let removal = context.file.removal(ofComment: defect.range)
      return Wording(
        message: Bilingual("dérogation inutile", "needless waiver", naming: code),
        label: Bilingual("rien de tel n'est constaté ici", "nothing like it is found here"),
        help: Bilingual(
          "elle vaut pour l'élément juste en dessous, ou pour la ligne qu'elle termine",
          "it holds for the item right below, or for the line that it ends"),
        fixes: [
          Fix(
            Bilingual("retirer la dérogation", "remove the waiver"),
            isDoubtful || removal == nil ? .review : .safe,
            [removal ?? TextEdit(defect.range, "")])
        ])
    })
}

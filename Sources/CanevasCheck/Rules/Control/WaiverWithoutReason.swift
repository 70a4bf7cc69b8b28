import CanevasSource

extension Rule {
  static let waiverWithoutReason = Rule(
    RuleDocumentation(
      "derogation-sans-raison", .warning,
      summary: Bilingual(
        "une dérogation qui ne dit pas sa raison", "a waiver that gives no reason"),
      reason: Bilingual(
        "La raison est ce que le relecteur suivant lira : sans elle, le constat reste.",
        "The reason is what the next reviewer will read: without it the finding stays."),
      remedy: Bilingual(
        "Écrire la raison après un deux-points.", "Write the reason after a colon."),
      examples: [
        .init(
          bad: canvas("⟦<!-- canevas-ignore texte-a-classer -->⟧\n\n## À CLASSER\n\nÀ trier."),
          good: canvas(
            "<!-- canevas-ignore texte-a-classer : notes de l'atelier de mai, triées en juin -->"
              + "\n\n## À CLASSER\n\nÀ trier."), others: theme,
          besides: ["texte-a-classer"])
      ]),
    wording: { defect, _ in
      guard case .waiverWithoutReason = defect.kind else { return nil }
      return Wording(
        message: Bilingual("dérogation sans raison", "waiver without a reason"),
        label: Bilingual("sans raison, elle est sans effet", "without a reason it has no effect"),
        help: Bilingual(
          "écrivez la raison :", "write the reason:",
          naming: "<!-- canevas-ignore code : raison -->"))
    })
}

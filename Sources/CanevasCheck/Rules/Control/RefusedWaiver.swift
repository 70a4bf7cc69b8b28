import CanevasSource

extension Rule {
  static let refusedWaiver = Rule(
    RuleDocumentation(
      "derogation-refusee", .warning,
      summary: Bilingual("une dérogation à une erreur", "a waiver of an error"),
      reason: Bilingual(
        "Une erreur laisse un trou dans le site : on la mende, on ne la tait pas.",
        "An error leaves a hole in the site: it is mended, not silenced."),
      remedy: Bilingual(
        "Mender l'erreur, puis retirer la dérogation.", "Mend the error, then remove the waiver."),
      examples: [
        .init(
          bad: canvas("⟦<!-- canevas-ignore section-inconnue : voulue -->⟧\n\n## MARCHÉ\n\nLocal."),
          good: canvas("## POLICY MAKING\n\n- Un marché local"), others: theme,
          besides: ["section-inconnue"])
      ]),
    wording: { defect, _ in
      guard case .refusedWaiver(let code) = defect.kind else { return nil }
      return Wording(
        message: Bilingual(
          "dérogation refusée à l'erreur", "waiver refused for the error", naming: code),
        label: Bilingual("une erreur n'admet pas de dérogation", "an error cannot be waived"),
        help: Bilingual(
          "corrigez l'erreur, puis retirez ce commentaire",
          "mend the error, then remove this comment"))
    })
}

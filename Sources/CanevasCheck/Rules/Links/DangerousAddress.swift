import CanevasSource

extension Rule {
  static let dangerousAddress = Rule(
    RuleDocumentation(
      "adresse-dangereuse", .error,
      summary: Bilingual(
        "une adresse qui peut agir sur la page, ou que personne ne sait ouvrir",
        "an address that can act on the page, or that nobody can open"),
      reason: Bilingual(
        "« javascript: » et « data: » exécutent ce qu'ils contiennent chez le lecteur.",
        "“javascript:” and “data:” run what they hold in the reader's browser."),
      remedy: Bilingual(
        "Écrire une adresse en https, mailto ou tel.", "Write an https, mailto or tel address."),
      examples: [
        .init(
          bad: canvas("## POLICY MAKING\n\n- ⟦[Voter](javascript:voter)⟧"),
          good: canvas("## POLICY MAKING\n\n- [Voter](https://exemple.org/voter)"), others: theme)
      ]),
    wording: { defect, context in
      guard case .dangerousScheme(let scheme) = defect.kind else { return nil }
      return Wording(
        message: Bilingual("adresse dangereuse", "dangerous address", naming: scheme + ":"),
        label: Bilingual(
          "cette adresse agirait chez le lecteur",
          "this address would act in the reader's browser"),
        help: Bilingual(
          "écrivez une adresse en https, mailto ou tel",
          "write an https, mailto or tel address"),
        fixes: context.unlinking(defect.range))
    })
}

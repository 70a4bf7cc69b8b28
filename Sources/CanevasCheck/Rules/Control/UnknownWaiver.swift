import CanevasSource

extension Rule {
  static let unknownWaiver = Rule(
    RuleDocumentation(
      "derogation-inconnue", .warning,
      summary: Bilingual(
        "une dérogation à une règle qui n'existe pas", "a waiver of a rule that does not exist"),
      reason: Bilingual(
        "Elle ne lève rien : son code est mal écrit, ou la règle a changé de nom.",
        "It waives nothing: its code is misspelt, or the rule has another name now."),
      remedy: Bilingual(
        "Recopier le code tel qu'il suit le constat, entre crochets.",
        "Copy the code as it follows the finding, in brackets."),
      examples: [
        .init(
          bad: canvas("⟦<!-- canevas-ignore indicateur-sans-unit : connue -->⟧\n\n## POLICY MAKING")
            + "\n- Soutenir l'idée\n",
          good: canvas("## POLICY MAKING") + "\n- Soutenir l'idée\n", others: theme)
      ]),
    wording: { defect, _ in
      guard case .unknownWaiver(let code) = defect.kind else { return nil }
      return Wording(
        message: code.isEmpty
          ? Bilingual("dérogation sans code de règle", "waiver without a rule's code")
          : Bilingual("dérogation à une règle inconnue", "waiver of an unknown rule", naming: code),
        label: Bilingual("aucune règle n'a ce code", "no rule has this code"),
        help: .didYouMean(defect.nearest)
          ?? Bilingual(
            "les codes sont dans :", "the codes are in:", naming: "canevas explain"))
    })
}

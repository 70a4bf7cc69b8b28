import CanevasModel
import CanevasSource

extension Rule {
  static let malformedReview = Rule(
    RuleDocumentation(
      "relecture-illisible", .warning,
      summary: Bilingual(
        "une ligne de relecture qui ne se lit pas", "a line of a review that cannot be read"),
      reason: Bilingual(
        "Sous « Revu », chaque ligne est un lien suivi d'une empreinte de huit chiffres "
          + "hexadécimaux : sans elle, nul ne peut dire si le document a changé depuis.",
        "Under “Revu” each line is a link with a fingerprint of eight hexadecimal digits behind "
          + "it: without it nobody can tell whether the document has changed since."),
      remedy: Bilingual(
        "Laisser « canevas review SLUG » écrire ces lignes.",
        "Let “canevas review SLUG” write these lines."),
      examples: [
        .init(
          bad: canvas().replacing(
            "toolkit.md)\n",
            with: """
              toolkit.md)
              - Revu : 2026-03-12
                - ⟦[Quartier](../themes/quartier.md)⟧

              """),
          good: canvas().replacing("toolkit.md)\n", with: "toolkit.md)\n- Revu : 2026-03-12\n"),
          others: theme)
      ]),
    wording: { defect, context in
      guard case .malformedReview = defect.kind else { return nil }
      let slug = context.document?.id.slug ?? "SLUG"
      return Wording(
        message: Bilingual(
          "ligne de relecture illisible", "unreadable line of a review",
          naming: context.file.text(defect.range)),
        label: Bilingual(
          "ce n'est pas un lien suivi d'une empreinte entre parenthèses",
          "this is no link with a fingerprint in parentheses behind it"),
        help: Bilingual(
          "relisez la fiche, puis laissez écrire ces lignes :",
          "read the canvas again, then let these lines be written:",
          typing: "canevas review \(slug)"))
    })
}

import CanevasSource

extension Rule {
  static let unreadableDate = Rule(
    RuleDocumentation(
      "date-illisible", .error,
      summary: Bilingual("une date qui ne se lit pas", "a date that cannot be read"),
      reason: Bilingual(
        "Les dates servent à trier et à filtrer ; une date illisible ne sert à rien.",
        "Dates are for sorting and filtering; an unreadable date is of no use."),
      remedy: Bilingual(
        "Écrire « 2014 », « 2014-05 », « 2014-05-12 », « mai 2014 » ou « 12 mai 2014 ».",
        "Write “2014”, “2014-05”, “2014-05-12”, “mai 2014” or “12 mai 2014”."),
      examples: [
        .init(
          bad: canvas().replacing("- Source", with: "- Date : ⟦12/05/2014⟧\n- Source"),
          good: canvas().replacing("- Source", with: "- Date : 12 mai 2014\n- Source"),
          others: theme)
      ]),
    wording: { defect, _ in
      guard case .unreadableDate(_, let value) = defect.kind else { return nil }
      return Wording(
        message: Bilingual("date illisible", "unreadable date", naming: value),
        label: Bilingual(
          "ce n'est pas une date que l'on sait lire", "this cannot be read as a date"),
        help: Bilingual(
          "écrivez « 2014 », « 2014-05 », « 2014-05-12 », « mai 2014 » ou « 12 mai 2014 »",
          "write “2014”, “2014-05”, “2014-05-12”, “mai 2014” or “12 mai 2014”"),
        fixes: plainDate(value).map {
          [Fix(.replace(by: $0.french), .review, [TextEdit(defect.range, $0.french)])]
        } ?? [])
    })
}

import CanevasSource

extension Rule {
  static let conflictMarkers = Rule(
    RuleDocumentation(
      "conflit-non-resolu", .error,
      summary: Bilingual(
        "les marques d'un conflit que personne n'a tranché",
        "the marks of a conflict that nobody has settled"),
      reason: Bilingual(
        "Deux versions du même passage se suivent ; le lecteur lirait les deux.",
        "Two versions of one passage follow each other; the reader would read both."),
      remedy: Bilingual(
        "Garder la version qui convient, ou en écrire une troisième, puis retirer les marques.",
        "Keep the version that fits, or write a third one, then remove the marks."),
      examples: [
        .init(
          bad: canvas(
            """
            ## CIBLES CLIENTS

            ⟦<<<<<<< HEAD
            - **Familles**
            =======
            - **Ménages**
            >>>>>>> atelier⟧
            """),
          good: canvas("## CIBLES CLIENTS\n\n- **Familles**"), others: theme)
      ]),
    wording: { defect, _ in
      guard defect.kind == .conflictMarker else { return nil }
      return Wording(
        message: Bilingual("conflit de versions non résolu", "unresolved version conflict"),
        label: Bilingual("deux versions du même passage", "two versions of one passage"),
        help: Bilingual(
          "gardez la version qui convient, puis retirez les lignes « <<<<<<< », « ======= » "
            + "et « >>>>>>> »",
          "keep the version that fits, then remove the lines “<<<<<<<”, “=======” and “>>>>>>>”"))
    })
}

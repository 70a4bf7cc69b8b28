import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let posterOverflow = Rule(
    RuleDocumentation(
      "affiche-trop-longue", .warning,
      summary: Bilingual(
        "un bloc de l'affiche déborde de la page A3",
        "a block of the poster does not fit on the A3 page"),
      reason: Bilingual(
        "L'affiche montre la fiche en neuf blocs, au mur d'un atelier. Pour que tout y tienne, le "
          + "texte serait plus petit que 9 points, et personne ne le lirait.",
        "The poster shows the canvas as nine blocks on a workshop's wall. For all to fit, its text "
          + "would be smaller than 9 points, and nobody would read it."),
      remedy: Bilingual(
        "Raccourcir la section nommée, la plus longue de la colonne qui déborde.",
        "Shorten the section named, the longest of the column that overflows."),
      examples: [
        .init(
          bad: canvas("## ⟦CIBLES CLIENTS⟧\n\n- " + long(43)),
          good: canvas("## CIBLES CLIENTS\n\n- " + long(3)), others: theme)
      ]),
    finding: { context in
      // A canvas that is too long for its sheet has been told so already.
      guard let document = context.document, document.id.kind == .canvas,
        let overflow = PosterFit(document).overflow, SheetFit(document).overflow == nil
      else { return [] }
      return [
        overflow.finding(
          context, on: Bilingual("l'affiche", "the poster"),
          page: Bilingual("la page A3", "the A3 page"))
      ]
    })
}

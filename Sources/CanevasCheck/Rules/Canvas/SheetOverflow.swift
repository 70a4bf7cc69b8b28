import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let sheetOverflow = Rule(
    RuleDocumentation(
      "fiche-trop-longue", .warning,
      summary: Bilingual(
        "la fiche imprimée ne tient pas sur le recto d'une page A4",
        "the printed sheet does not fit on the front of an A4 page"),
      reason: Bilingual(
        "Une fiche se lit d'un coup d'œil, sur une feuille que l'on fait passer. Même dans le "
          + "plus petit corps, 8,5 points, celle-ci déborde ; la section nommée y prend le plus "
          + "de place.",
        "A sheet is read at a glance, on a page that is handed around. Even in the smallest "
          + "type, 8.5 points, this one overflows; the section named takes the most room."),
      remedy: Bilingual(
        "Raccourcir la section, ou déplacer des détails vers une section du verso.",
        "Shorten the section, or move details to a section on the back."),
      examples: [
        .init(
          bad: canvas("## ⟦CARACTÉRISTIQUES PRINCIPALES⟧\n\n- " + long(105)),
          good: canvas("## CARACTÉRISTIQUES PRINCIPALES\n\n- " + long(3)), others: theme)
      ]),
    finding: { context in
      guard let document = context.document, document.id.kind == .canvas,
        let overflow = SheetFit(document).overflow
      else { return [] }
      return [
        overflow.finding(
          context,
          on: Bilingual("la fiche imprimée", "the printed sheet"),
          page: Bilingual("le recto de la page A4", "the front of the A4 page"))
      ]
    })
}

/// A text of so many sentences, for the examples.
func long(_ sentences: Int) -> String {
  String(
    repeating: "Des plats de saison, cuisinés avec les légumes des maraîchers voisins. ",
    count: sentences)
}

extension Overflow {
  /// The finding on the part that takes the most room.
  func finding(_ context: RuleContext, on paper: Bilingual, page: Bilingual) -> Finding {
    let stories = context.document?.head.stories.first?.paragraphs.first?.range
    let range = section?.heading.text.range ?? stories ?? context.titleRange
    let name = section.map { shortened($0.heading.text.plain) }
    let part =
      name.map { Bilingual("« \($0) »", "“\($0)”") }
      ?? Bilingual("l'histoire", "the story")
    let count = Bilingual(
      "\(excess) ligne" + (excess > 1 ? "s" : ""), "\(excess) line" + (excess == 1 ? "" : "s"))
    return Finding(
      range,
      Wording(
        message: Bilingual(
          "\(part.french) déborde de \(paper.french)",
          "\(part.english) overflows \(paper.english)"),
        label: Bilingual(
          "\(lines) lignes, sur une page qui en a \(excess) de trop",
          "\(lines) lines, on a page that has \(excess) too many"),
        help: Bilingual(
          "raccourcissez d'environ \(count.french) ce qui doit tenir sur \(page.french)",
          "shorten by about \(count.english) what has to fit on \(page.english)")))
  }
}

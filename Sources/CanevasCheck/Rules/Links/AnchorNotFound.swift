import CanevasModel
import CanevasSource

extension Rule {
  static let anchorNotFound = Rule(
    RuleDocumentation(
      "ancre-introuvable", .error,
      summary: Bilingual(
        "un lien vers une section que le document visé n'a pas",
        "a link to a section that the target does not have"),
      reason: Bilingual(
        "Le lecteur arriverait en haut de la page au lieu de l'endroit annoncé.",
        "The reader would arrive at the page's top instead of the place announced."),
      remedy: Bilingual(
        "Écrire l'ancre du titre : en minuscules, sans accents, des traits d'union pour les "
          + "espaces.",
        "Write the heading's anchor: in lower case, without accents, hyphens for spaces."),
      examples: [
        .init(
          bad: canvas("## POLICY MAKING\n\n- ⟦[Le quartier](../themes/quartier.md#oportunite)⟧"),
          good: canvas("## POLICY MAKING\n\n- [Le quartier](../themes/quartier.md#opportunite)"),
          others: theme)
      ]),
    wording: { defect, context in
      guard case .anchorNotFound(let anchor) = defect.kind else { return nil }
      return Wording(
        message: Bilingual("ancre introuvable", "anchor not found", naming: "#" + anchor),
        label: Bilingual(
          "le document visé n'a pas cette section", "the target has no such section"),
        help: .didYouMean(defect.nearest.map { "#" + $0 })
          ?? Bilingual(
            "retirez « #… », ou écrivez l'ancre d'un titre du document visé",
            "remove “#…”, or write the anchor of a heading of the target"),
        fixes: replacements(of: anchor, at: defect, context))
    })
}

private func replacements(of anchor: String, at defect: Defect, _ context: RuleContext) -> [Fix] {
  guard let link = context.link(at: defect.range),
    let place = context.file.destinationRange(of: link.inline)
  else { return [] }
  let target = ByteRange(place.upperBound - anchor.utf8.count, place.upperBound)
  let corrected = defect.nearest.map {
    Fix(.replace(by: "#" + $0), .review, [TextEdit(target, $0)])
  }
  guard corrected.isEmpty, target.lowerBound - 1 > place.lowerBound else { return corrected }
  let mark = ByteRange(target.lowerBound - 1, target.upperBound)
  return [
    Fix(
      Bilingual("mener au haut du document", "lead to the document's top"), .review,
      [TextEdit(mark, "")])
  ]
}

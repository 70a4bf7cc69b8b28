import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let duplicateHeading = Rule(
    RuleDocumentation(
      "section-en-double", .error,
      summary: Bilingual(
        "une section qui figure deux fois", "a section that stands twice"),
      reason: Bilingual(
        "Chaque section a une seule place sur la feuille ; la seconde n'y serait pas.",
        "Every section has one place on the sheet; the second would not be there."),
      remedy: Bilingual(
        "Réunir les deux textes sous un seul titre.", "Put both texts under one heading."),
      examples: [
        .init(
          bad: canvas(
            "## CIBLES CLIENTS\n\n- **Familles**\n\n## ⟦CIBLES CLIENTS⟧\n\n- **Seniors**"),
          good: canvas("## CIBLES CLIENTS\n\n- **Familles**\n- **Seniors**"), others: theme)
      ]),
    wording: { defect, context in
      guard case .duplicateHeading(let name) = defect.kind else { return nil }
      return Wording(
        message: Bilingual("section en double", "duplicate section", naming: name),
        label: Bilingual("cette section est déjà là", "this section is there already"),
        related: defect.related("la première", "the first one"),
        help: Bilingual(
          "réunissez les deux textes sous un seul titre", "put both texts under one heading"),
        fixes: merger(of: defect, context).map { [$0] } ?? [])
    })
}

/// Moves the second section's text to the end of the first one's; its heading goes.
private func merger(of defect: Defect, _ context: RuleContext) -> Fix? {
  guard let texts = context.sectionTexts else { return nil }
  let headings = texts.document.sections.map(\.heading.text.range)
  guard let second = headings.firstIndex(of: defect.range),
    let place = defect.others.first?.range, let first = headings.firstIndex(of: place),
    first < second
  else { return nil }
  let body = texts.body(second)
  let text = context.file.text(body)
  let end = texts.contentEnd(first)
  // Two lists become one.
  let goesOn = context.isInList(at: end - 1) && context.isInList(at: body.lowerBound)
  let insertion = text.isEmpty ? "" : (goesOn ? "\n" : "\n\n") + text
  let removal = texts.removal(second)
  let title = Bilingual("réunir les deux textes sous le premier titre", "put both texts together")
  guard removal.range.lowerBound > end else {
    let range = ByteRange(end, removal.range.upperBound)
    return Fix(title, .review, [TextEdit(range, insertion + removal.replacement)])
  }
  return Fix(title, .review, [TextEdit(ByteRange(at: end), insertion), removal])
}

extension RuleContext {
  /// Whether an offset lies in a bulleted list of the document's own level.
  fileprivate func isInList(at offset: Int) -> Bool {
    document?.document.blocks.contains { $0.kind == .bulletList && $0.range.contains(offset) }
      ?? false
  }
}

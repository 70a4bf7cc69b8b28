import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let headingOrder = Rule(
    RuleDocumentation(
      "section-mal-placee", .warning,
      summary: Bilingual(
        "une section qui n'est pas à sa place dans l'ordre",
        "a section that is out of its place in the order"),
      reason: Bilingual(
        "Toutes les fiches se lisent dans le même ordre : on les compare ainsi d'un coup d'œil.",
        "All canvases are read in the same order: so they can be compared at a glance."),
      remedy: Bilingual(
        "Déplacer le titre avec son texte.", "Move the heading together with its text."),
      examples: [
        .init(
          bad: canvas("").replacing(
            "## ENJEUX", with: "## ⟦POLICY MAKING⟧\n\n- Un local\n\n## ENJEUX"),
          good: canvas("## POLICY MAKING\n\n- Un local"), others: theme)
      ]),
    wording: { defect, context in
      guard case .headingOutOfOrder(let name, let before) = defect.kind else { return nil }
      return Wording(
        message: Bilingual("section mal placée", "section out of place", naming: name),
        label: Bilingual("l'ordre des sections est fixe", "the order of sections is fixed"),
        help: before.isEmpty
          ? Bilingual(
            "déplacez-la après toutes les autres", "move it after all the others")
          : Bilingual("déplacez-la avant", "move it before", naming: before),
        fixes: move(of: defect.range, before: before, context).map { [$0] } ?? [])
    })
}

/// Moves the section whose heading stands at `range`, with all that belongs to it; `nil` when the
/// sections would not stay what they are, after an unclosed code block say.
private func move(of range: ByteRange, before next: String, _ context: RuleContext) -> Fix? {
  guard let texts = context.sectionTexts else { return nil }
  let sections = texts.document.sections
  guard let index = sections.firstIndex(where: { $0.heading.text.range == range }) else {
    return nil
  }
  let text = context.file.text(ByteRange(texts.range(index).lowerBound, texts.contentEnd(index)))
  let insertion: TextEdit
  let title: Bilingual
  if let target = sections.firstIndex(where: { $0.name?.heading == next }) {
    insertion = texts.insertion(of: text, before: target)
    title = Bilingual("déplacer la section avant", "move the section before", naming: next)
  } else {
    let canon = context.canon
    guard
      let last = sections.lastIndex(where: { $0.name.map(canon.contains) == true }), last != index
    else { return nil }
    insertion = texts.insertion(of: text, after: last)
    title = Bilingual("déplacer la section à la fin", "move the section to the end")
  }
  let edits = [texts.removal(index), insertion]
  return texts.areKept(by: edits) ? Fix(title, .safe, edits) : nil
}

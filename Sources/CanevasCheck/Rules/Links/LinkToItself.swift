import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let linkToItself = Rule(
    RuleDocumentation(
      "lien-vers-soi", .warning,
      summary: Bilingual(
        "un lien d'un document vers lui-même", "a link from a document to itself"),
      reason: Bilingual(
        "Le lecteur qui le suit reste où il est.", "The reader who follows it stays in place."),
      remedy: Bilingual(
        "Retirer le lien, ou viser une section (« #… »).",
        "Remove the link, or lead to a section (“#…”)."),
      examples: [
        .init(
          bad: canvas("## POLICY MAKING\n\n- Soutenir ⟦[cette idée](exemple.md)⟧"),
          good: canvas("## POLICY MAKING\n\n- Soutenir cette idée"), others: theme)
      ]),
    wording: { defect, context in
      guard defect.kind == .linkToItself else { return nil }
      return Wording(
        message: Bilingual("lien vers le document lui-même", "link to the document itself"),
        label: Bilingual("ce lien ne quitte pas la page", "this link does not leave the page"),
        help: Bilingual(
          "retirez le lien, ou visez une section (« #… »)",
          "remove the link, or lead to a section (“#…”)"),
        fixes: context.unlinking(defect.range))
    })
}

extension RuleContext {
  /// A fix that takes the link at `range` away and leaves its words.
  func unlinking(_ range: ByteRange) -> [Fix] {
    guard let link = link(at: range), link.inline.kind == .link else { return [] }
    let words = link.inline.children.map(\.range)
    guard let first = words.first, let last = words.last else { return [] }
    return [
      Fix(
        Bilingual("garder les mots sans le lien", "keep the words without the link"), .review,
        [TextEdit(range, file.text(first.union(last)))])
    ]
  }
}

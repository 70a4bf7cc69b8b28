import CanevasModel
import CanevasSource

extension Rule {
  static let leftPlaceholder = Rule(
    RuleDocumentation(
      "texte-a-preciser", .warning,
      summary: Bilingual(
        "un « À PRÉCISER » resté dans le texte", "an “À PRÉCISER” left in the text"),
      reason: Bilingual(
        "C'est la marque d'un formulaire vierge ; elle serait publiée telle quelle.",
        "It is the mark of a blank form; it would be published as it stands."),
      remedy: Bilingual(
        "Écrire ce qui est connu, ou retirer la ligne.",
        "Write what is known, or remove the line."),
      examples: [
        .init(
          bad: canvas("## POLICY MAKING\n\n- ⟦À PRÉCISER⟧"),
          good: canvas("## POLICY MAKING\n\n- Un local prêté par la commune"), others: theme)
      ]),
    wording: { defect, context in
      guard defect.kind == .placeholder else { return nil }
      let words = context.key(at: defect.range)?.vocabulary ?? []
      return Wording(
        message: Bilingual(
          "« \(placeholder) » resté dans le texte", "“\(placeholder)” left in the text"),
        label: Bilingual("la marque d'un formulaire vierge", "the mark of a blank form"),
        help: words.isEmpty
          ? Bilingual(
            "écrivez ce qui est connu, ou retirez la ligne",
            "write what is known, or remove the line")
          : Bilingual("écrivez l'un de ces mots :", "write one of these words:", listing: words))
    })
}

extension RuleContext {
  /// The key of the metadata that stand at a place.
  fileprivate func key(at range: ByteRange) -> MetadataKey? {
    document?.head.metadata.entries.first { $0.range.contains(range) }?.key
  }
}

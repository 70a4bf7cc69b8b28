import CanevasModel
import CanevasSource

extension Rule {
  static let unknownKey = Rule(
    RuleDocumentation(
      "cle-inconnue", .error,
      summary: Bilingual(
        "une clé de métadonnée qui ne figure pas parmi celles de ce genre de document",
        "a metadata key that this kind of document does not have"),
      reason: Bilingual(
        "Sous une clé inconnue, la valeur ne serait ni vérifiée ni publiée.",
        "Under an unknown key the value would neither be checked nor published."),
      remedy: Bilingual(
        "Écrire l'une des clés connues, ou déplacer l'information dans une section.",
        "Write one of the known keys, or move the fact to a section."),
      examples: [
        .init(
          bad: canvas().replacing("- Statut : idée", with: "- ⟦Status⟧ : idée"), good: canvas(),
          others: theme)
      ]),
    wording: { defect, context in
      guard case .unknownKey(let name) = defect.kind else { return nil }
      let known = context.document?.id.kind.keys.map(\.rawValue) ?? []
      return Wording(
        message: Bilingual("clé inconnue", "unknown key", naming: name),
        label: Bilingual(
          "cette clé ne figure pas parmi celles de ce document",
          "this kind of document has no such key"),
        help: .didYouMean(defect.nearest)
          ?? Bilingual("les clés connues :", "known keys:", listing: known),
        fixes: defect.nearest.map {
          Fix(.replace(by: $0), .review, [TextEdit(defect.range, $0)])
        })
    })
}

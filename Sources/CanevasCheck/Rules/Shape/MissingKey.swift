import CanevasModel
import CanevasSource

extension Rule {
  static let missingKey = Rule(
    RuleDocumentation(
      "cle-absente", .error,
      summary: Bilingual(
        "une métadonnée dont ce document a besoin n'y est pas",
        "a piece of metadata that this document needs is not there"),
      reason: Bilingual(
        "Sans elle, le document ne se range nulle part. Pour une idée, ce n'est encore qu'un "
          + "avertissement.",
        "Without it the document is filed nowhere. For an idea it is only a warning yet."),
      remedy: Bilingual(
        "Ajouter la ligne à la liste sous le titre.", "Add the line to the list under the title."),
      examples: [
        .init(
          bad: canvas().replacing(
            "- Thème : [Quartier](../themes/quartier.md)\n", with: "⟦⟧"),
          good: canvas(), others: theme)
      ]),
    wording: { defect, context in
      guard case .missingKey(let name, let severity) = defect.kind else { return nil }
      let key = MetadataKey(rawValue: name)
      let edit = key.flatMap { context.insertion(of: $0.placeholderLine, for: $0) }
      let words = key?.vocabulary ?? []
      return Wording(
        message: Bilingual("clé absente", "missing key", naming: name),
        label: Bilingual(
          "cette liste a besoin de cette clé", "this list needs that key"),
        help: words.isEmpty
          ? Bilingual("ajoutez la ligne", "add the line", naming: "- \(name) : …")
          : Bilingual(
            "ajoutez la ligne « - \(name) : … », avec l'un de ces mots :",
            "add the line “- \(name) : …” with one of these words:", listing: words),
        fixes: edit.map {
          [Fix(Bilingual("ajouter la ligne", "add the line"), .placeholder, [$0])]
        } ?? [],
        severity: severity)
    })
}

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
    wording: { defect, _ in
      guard case .missingKey(let name, let severity) = defect.kind else { return nil }
      let line = MetadataKey(rawValue: name)?.placeholderLine ?? "- \(name) : \(placeholder)"
      return Wording(
        message: Bilingual("clé absente", "missing key", naming: name),
        label: Bilingual(
          "cette liste a besoin de cette clé", "this list needs that key"),
        help: Bilingual("ajoutez la ligne", "add the line", naming: "- \(name) : …"),
        fixes: [
          Fix(
            Bilingual("ajouter la ligne", "add the line"), .placeholder,
            [TextEdit(defect.range, line + "\n")])
        ],
        severity: severity)
    })
}

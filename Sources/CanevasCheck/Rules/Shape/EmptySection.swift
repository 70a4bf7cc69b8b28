import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let emptySection = Rule(
    RuleDocumentation(
      "section-vide", .error,
      summary: Bilingual(
        "une section dont ce document a besoin ne contient rien",
        "a section that this document needs holds nothing"),
      reason: Bilingual(
        "Un titre sans texte promet ce que la fiche ne dit pas. Pour une idée, ce n'est encore "
          + "qu'un avertissement.",
        "A heading without text promises what the canvas does not tell. For an idea it is only a "
          + "warning yet."),
      remedy: Bilingual(
        "Écrire quelques lignes sous le titre.", "Write a few lines under the heading."),
      examples: [
        .init(
          bad: canvas("## ⟦CIBLES CLIENTS⟧"), good: canvas("## CIBLES CLIENTS\n\n- **Familles**"),
          others: theme)
      ]),
    wording: { defect, context in
      guard case .emptySection(let name, let severity) = defect.kind else { return nil }
      let text = SectionName(rawValue: name)?.placeholderText ?? placeholder
      return Wording(
        message: Bilingual("section vide", "empty section", naming: name),
        label: Bilingual("rien ne suit ce titre", "nothing follows this heading"),
        help: Bilingual(
          "écrivez-y ce que le groupe en sait", "write what the group knows"),
        fixes: [
          Fix(
            Bilingual("écrire « \(placeholder) »", "write “\(placeholder)”"), .placeholder,
            [TextEdit(ByteRange(at: context.headingEnd(defect.range)), "\n\n" + text)])
        ],
        severity: severity)
    })
}

extension RuleContext {
  /// Where the heading ends whose text stands at `range`, with all of its line or lines.
  fileprivate func headingEnd(_ range: ByteRange) -> Int {
    let heading = document?.sections.first { $0.heading.range.contains(range) }?.heading.range
    return file.lineContentEnd((heading ?? range).upperBound)
  }
}

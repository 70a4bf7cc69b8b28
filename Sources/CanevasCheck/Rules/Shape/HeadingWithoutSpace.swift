import CanevasSource

extension Rule {
  static let headingWithoutSpace = Rule(
    RuleDocumentation(
      "titre-sans-espace", .warning,
      summary: Bilingual(
        "un titre sans espace après « ## »", "a heading without a space after “##”"),
      reason: Bilingual(
        "Sans l'espace, ce n'est pas un titre : la ligne et ce qui la suit restent dans la section "
          + "d'avant.",
        "Without the space it is no heading: the line and what follows stay in the section "
          + "before."),
      remedy: Bilingual("Ajouter l'espace.", "Add the space."),
      examples: [
        .init(
          bad: canvas().replacing("## CIBLES CLIENTS", with: "⟦##⟧CIBLES CLIENTS"),
          good: canvas(), others: theme)
      ]),
    wording: { defect, context in
      guard defect.kind == .headingWithoutSpace else { return nil }
      let marks = context.file.text(defect.range)
      return Wording(
        message: Bilingual(
          "titre sans espace après", "heading without a space after", naming: marks),
        label: Bilingual("sans espace, ce n'est pas un titre", "without a space it is no heading"),
        help: Bilingual("écrivez une espace après", "write a space after", naming: marks),
        fixes: [
          Fix(
            Bilingual("ajouter l'espace", "add the space"), .safe,
            [TextEdit(ByteRange(at: defect.range.upperBound), " ")])
        ])
    })
}

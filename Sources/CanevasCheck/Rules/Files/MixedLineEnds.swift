import CanevasSource

extension Rule {
  static let mixedLineEnds = Rule(
    RuleDocumentation(
      "fins-de-ligne-melees", .warning,
      summary: Bilingual(
        "des fins de ligne de plusieurs sortes dans un fichier",
        "line ends of several kinds in one file"),
      reason: Bilingual(
        "À chaque enregistrement, un éditeur peut les changer toutes : l'historique montrerait "
          + "modifiées des lignes que personne n'a touchées.",
        "Whenever the file is saved, an editor may change them all: history would show lines as "
          + "changed that nobody touched."),
      remedy: Bilingual(
        "Terminer toutes les lignes de la même façon.",
        "End all lines alike."),
      examples: [
        .init(
          bad: canvas().replacing("- Statut : idée\n", with: "- Statut : idée⟦\r\n⟧"),
          good: canvas(), others: theme)
      ]),
    wording: { defect, context in
      guard defect.kind == .mixedLineEnds else { return nil }
      let usual = context.file.usualLineEnding
      return Wording(
        message: Bilingual("fins de ligne mêlées", "mixed line ends"),
        label: Bilingual(
          "cette ligne ne finit pas comme celles d'avant",
          "this line does not end as those before it"),
        help: Bilingual(
          "terminez toutes les lignes par \(usual.name), comme la plupart",
          "end every line with \(usual.name), as most of them do"),
        fixes: [
          Fix(
            Bilingual(
              "terminer toutes les lignes par \(usual.name)", "end every line with \(usual.name)"),
            .safe, context.file.lineEndEdits(making: usual))
        ])
    })
}

import CanevasSource

extension Rule {
  static let byteOrderMark = Rule(
    RuleDocumentation(
      "marque-d-ordre", .warning,
      summary: Bilingual(
        "une marque d'ordre des octets ouvre le fichier", "a byte-order mark opens the file"),
      reason: Bilingual(
        "Invisible, elle gêne les outils qui comparent et assemblent des fichiers ; l'UTF-8 n'en a "
          + "pas besoin.",
        "It cannot be seen and gets in the way of tools that compare and join files; UTF-8 needs "
          + "none."),
      remedy: Bilingual("La retirer.", "Remove it."),
      examples: [
        .init(bad: "⟦\u{FEFF}⟧" + canvas(), good: canvas(), others: theme)
      ]),
    wording: { defect, _ in
      guard defect.kind == .byteOrderMark else { return nil }
      return Wording(
        message: Bilingual(
          "marque d'ordre des octets en tête du fichier", "byte-order mark at the file's start"),
        label: Bilingual("trois octets invisibles", "three bytes that cannot be seen"),
        help: Bilingual(
          "enregistrez le fichier en UTF-8 « sans BOM »", "save the file as UTF-8 “without BOM”"),
        fixes: [
          Fix(
            Bilingual("retirer la marque", "remove the mark"), .safe,
            [TextEdit(defect.range, "")])
        ])
    })
}

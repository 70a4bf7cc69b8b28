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
        "Terminer toutes les lignes par un saut de ligne simple (LF).",
        "End every line with a single line feed (LF)."),
      examples: [
        .init(
          bad: canvas().replacing("- Statut : idée\n", with: "- Statut : idée⟦\r\n⟧"),
          good: canvas(), others: theme)
      ]),
    wording: { defect, context in
      guard defect.kind == .mixedLineEnds else { return nil }
      return Wording(
        message: Bilingual("fins de ligne mêlées", "mixed line ends"),
        label: Bilingual(
          "cette ligne ne finit pas comme celles d'avant",
          "this line does not end as those before it"),
        help: Bilingual(
          "terminez toutes les lignes par LF", "end every line with LF"),
        fixes: [
          Fix(
            Bilingual("terminer toutes les lignes par LF", "end every line with LF"), .safe,
            lineFeeds(in: context.file.bytes))
        ])
    })
}

/// The edits that put LF in place of every CR LF and lone CR.
private func lineFeeds(in bytes: [UInt8]) -> [TextEdit] {
  bytes.indices.filter { bytes[$0] == UInt8(ascii: "\r") }.map { index in
    let isPair = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
    return TextEdit(ByteRange(index, index + 1), isPair ? "" : "\n")
  }
}

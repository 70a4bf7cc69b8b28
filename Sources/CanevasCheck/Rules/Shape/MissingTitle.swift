import CanevasSource

extension Rule {
  static let missingTitle = Rule(
    RuleDocumentation(
      "titre-absent", .error,
      summary: Bilingual("un document sans titre", "a document without a title"),
      reason: Bilingual(
        "Le titre nomme le document partout où l'on parle de lui : dans les listes, les liens et "
          + "la recherche.",
        "The title names the document wherever it is spoken of: in lists, links and the search."),
      remedy: Bilingual(
        "Ouvrir le document par une ligne « # Titre ».",
        "Open the document with a line “# Title”."),
      examples: [
        .init(
          bad: canvas().replacing("# Exemple\n\n", with: "")
            .replacing(
              "- Thème : [Quartier](../themes/quartier.md)",
              with: "⟦- Thème : [Quartier](../themes/quartier.md)⟧"),
          good: canvas(), others: theme),
        .init(
          bad: canvas().replacing("# Exemple", with: "⟦#Exemple⟧"), good: canvas(), others: theme),
      ]),
    wording: { defect, context in
      guard defect.kind == .noTitle else { return nil }
      let line = context.file.bytes[defect.range.indices]
      var wording = Wording(
        message: Bilingual("titre absent", "missing title"),
        label: Bilingual("un titre est attendu ici", "a title is expected here"),
        help: Bilingual(
          "ouvrez le document par une ligne « # Titre »",
          "open the document with a line “# Title”"))
      let marks = line.prefix { $0 == UInt8(ascii: "#") }.count
      if marks == 1, let next = line.dropFirst().first, next != UInt8(ascii: " ") {
        let edit = TextEdit(ByteRange(at: defect.range.lowerBound + 1), " ")
        wording.fixes = [
          Fix(Bilingual("ajouter l'espace après « # »", "add the space after “#”"), .review, [edit])
        ]
      } else if marks == 0 {
        let edit = TextEdit(ByteRange(at: defect.range.lowerBound), "# \(placeholder)\n\n")
        wording.fixes = [Fix(Bilingual("ajouter un titre", "add a title"), .placeholder, [edit])]
      }
      return wording
    })
}

import CanevasSource

extension Rule {
  static let nullByte = Rule(
    RuleDocumentation(
      "octet-nul", .error,
      summary: Bilingual("un octet nul dans le texte", "a null byte in the text"),
      reason: Bilingual(
        "Un octet nul ne se voit pas et n'a pas de place dans un texte : le fichier est abîmé, ou "
          + "ce n'est pas un texte en UTF-8.",
        "A null byte cannot be seen and has no place in a text: the file is damaged, or it is not "
          + "UTF-8 text."),
      remedy: Bilingual(
        "Effacer l'octet, ou enregistrer le fichier en UTF-8.",
        "Delete the byte, or save the file as UTF-8."),
      examples: []),
    wording: { defect, _ in
      guard defect.kind == .nulByte else { return nil }
      return Wording(
        message: Bilingual("octet nul dans le texte", "null byte in the text"),
        label: Bilingual("un octet invisible", "a byte that cannot be seen"),
        help: Bilingual(
          "effacez-le ; si le fichier vient d'un tableur, enregistrez-le en UTF-8",
          "delete it; if the file comes from a spreadsheet, save it as UTF-8"),
        fixes: [
          Fix(
            Bilingual("effacer l'octet", "delete the byte"), .review, [TextEdit(defect.range, "")])
        ])
    })
}

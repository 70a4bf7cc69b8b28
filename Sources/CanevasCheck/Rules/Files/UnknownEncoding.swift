import CanevasSource

extension Rule {
  static let unknownEncoding = Rule(
    RuleDocumentation(
      "encodage-inconnu", .error,
      summary: Bilingual("un fichier qui n'est pas en UTF-8", "a file that is not UTF-8"),
      reason: Bilingual(
        "Dans un autre encodage, les lettres accentuées se liraient de travers.",
        "In another encoding, accented letters would be misread."),
      remedy: Bilingual(
        "Ouvrir le fichier dans un éditeur et l'enregistrer en UTF-8.",
        "Open the file in an editor and save it as UTF-8."),
      examples: []),
    wording: { defect, _ in
      guard defect.kind == .notUTF8 else { return nil }
      return Wording(
        message: Bilingual("encodage inconnu : ce n'est pas de l'UTF-8", "encoding is not UTF-8"),
        label: Bilingual(
          "ces octets ne sont pas de l'UTF-8", "these bytes are no UTF-8"),
        help: Bilingual(
          "enregistrez le fichier en UTF-8 ; il est peut-être en Windows-1252 ou en Latin-1",
          "save the file as UTF-8; it may be in Windows-1252 or Latin-1"))
    })
}

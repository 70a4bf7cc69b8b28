import CanevasSource

extension Rule {
  static let specialFile = Rule(
    RuleDocumentation(
      "fichier-special", .error,
      summary: Bilingual(
        "un dossier, un tube ou un périphérique qui porte un nom de document",
        "a folder, a pipe or a device that has a document's name"),
      reason: Bilingual(
        "Un nom en « .md » annonce un document ; rien d'autre qu'un fichier ne peut en être un.",
        "A name in “.md” announces a document; nothing but a file can be one."),
      remedy: Bilingual(
        "Lui donner un autre nom, ou le sortir des dossiers du catalogue.",
        "Give it another name, or move it out of the catalogue's folders."),
      examples: []),
    wording: { defect, context in
      guard defect.kind == .notAFile else { return nil }
      return Wording(
        message: Bilingual("fichier spécial", "special file", naming: context.file.path),
        help: Bilingual(
          "donnez-lui un autre nom, ou sortez-le des dossiers du catalogue",
          "give it another name, or move it out of the catalogue's folders"))
    })
}

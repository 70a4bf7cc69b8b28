import CanevasSource

extension Rule {
  static let duplicateFileName = Rule(
    RuleDocumentation(
      "nom-de-fichier-en-double", .error,
      summary: Bilingual(
        "deux documents du même genre ont le même nom de fichier",
        "two documents of one kind have the same file name"),
      reason: Bilingual(
        "Le nom du fichier est l'adresse de la page : deux documents ne peuvent pas la partager, "
          + "même dans des sous-dossiers différents.",
        "The file's name is the page's address: two documents cannot share it, not even in "
          + "different sub-folders."),
      remedy: Bilingual("Renommer l'un des deux.", "Rename one of the two."),
      examples: []),
    wording: { defect, context in
      guard defect.kind == .duplicateSlug else { return nil }
      return Wording(
        message: Bilingual(
          "nom de fichier en double", "duplicate file name", naming: context.file.name),
        related: defect.related("le premier document de ce nom", "the first document so named"),
        help: Bilingual(
          "renommez l'un des deux ; ce document-ci n'est pas lu",
          "rename one of the two; this document is not read"))
    })
}

import CanevasSource

extension Rule {
  package static let fileName = Rule(
    RuleDocumentation(
      "nom-de-fichier-incorrect", .error,
      summary: Bilingual(
        "un nom de fichier qui ne peut pas servir d'adresse",
        "a file name that cannot serve as an address"),
      reason: Bilingual(
        "Le nom du fichier est l'adresse de la page : en minuscules, sans accent ni espace, elle "
          + "se copie et se dicte sans erreur.",
        "The file's name is the page's address: in lower case, without accents or spaces, it can "
          + "be copied and dictated without a slip."),
      remedy: Bilingual(
        "Renommer le fichier : lettres minuscules sans accent, chiffres et traits d'union.",
        "Rename the file: lower-case letters without accents, digits and hyphens."),
      examples: []),
    wording: { defect, context in
      guard case .fileNameNotSlug(let slug) = defect.kind else { return nil }
      return Wording(
        message: Bilingual(
          "nom de fichier incorrect", "unfit file name", naming: context.file.name),
        help: slug.isEmpty
          ? Bilingual(
            "renommez le fichier avec des minuscules, des chiffres et des traits d'union",
            "rename the file with lower-case letters, digits and hyphens")
          : Bilingual(
            "renommez le fichier : \(move(context.file, to: slug))",
            "rename the file: \(move(context.file, to: slug))"))
    })
}

/// The command that renames a file and keeps its history.
private func move(_ file: SourceFile, to slug: String) -> String {
  let quoted = "'" + file.path.replacing("'", with: "'\\''") + "'"
  return "git mv \(quoted) \(file.folder)/\(slug).md"
}

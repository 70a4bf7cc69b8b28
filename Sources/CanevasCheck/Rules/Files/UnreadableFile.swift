import CanevasSource

extension Rule {
  static let unreadableFile = Rule(
    RuleDocumentation(
      "fichier-illisible", .error,
      summary: Bilingual(
        "un fichier que le système ne laisse pas lire",
        "a file that the system will not let be read"
      ),
      reason: Bilingual(
        "Ce que le fichier contient manquerait au catalogue sans que personne ne le voie.",
        "What the file holds would be missing from the catalogue without anyone noticing."),
      remedy: Bilingual(
        "Vérifier les droits d'accès du fichier et de son dossier.",
        "Check the permissions of the file and of its folder."),
      examples: []),
    wording: { defect, _ in
      guard case .unreadable(let reason) = defect.kind else { return nil }
      return Wording(
        message: Bilingual(
          "fichier illisible : \(reason.french)", "unreadable file: \(reason.english)"),
        help: Bilingual(
          "vérifiez les droits d'accès du fichier et de son dossier",
          "check the permissions of the file and of its folder"))
    })
}

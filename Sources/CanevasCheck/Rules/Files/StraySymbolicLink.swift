import CanevasSource

extension Rule {
  static let straySymbolicLink = Rule(
    RuleDocumentation(
      "lien-symbolique-egare", .error,
      summary: Bilingual(
        "un lien symbolique qui sort du catalogue, ne mène nulle part ou tourne en rond",
        "a symbolic link that leaves the catalogue, leads nowhere or runs in a circle"),
      reason: Bilingual(
        "Un catalogue se suffit à lui-même : copié ailleurs, il doit rester entier.",
        "A catalogue is complete in itself: copied elsewhere, it has to stay whole."),
      remedy: Bilingual(
        "Remplacer le lien par le fichier lui-même.", "Replace the link with the file itself."),
      examples: []),
    wording: { defect, context in
      guard defect.kind == .strayLink else { return nil }
      return Wording(
        message: Bilingual(
          "lien symbolique égaré", "stray symbolic link", naming: context.file.path),
        help: Bilingual(
          "remplacez le lien par le fichier lui-même", "replace the link with the file itself"))
    })
}

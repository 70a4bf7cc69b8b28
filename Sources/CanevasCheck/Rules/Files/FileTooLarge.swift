import CanevasSource

extension Rule {
  static let fileTooLarge = Rule(
    RuleDocumentation(
      "fichier-trop-grand", .error,
      summary: Bilingual(
        "un document plus grand que la limite", "a document larger than the limit"),
      reason: Bilingual(
        "Une fiche tient sur une feuille ; un fichier démesuré est une erreur de copie, et "
          + "pourrait bloquer la compilation.",
        "A canvas fits on a sheet; a huge file is a slip in copying, and could hold up the "
          + "compilation."),
      remedy: Bilingual(
        "Couper le document en plusieurs, ou en retirer ce qui n'est pas du texte.",
        "Cut the document into several, or take out what is not text."),
      examples: []),
    wording: { defect, _ in
      guard case .tooLarge(let limit) = defect.kind else { return nil }
      return Wording(
        message: Bilingual(
          "fichier trop grand : plus de \(limit / 1024) Kio",
          "file too large: more than \(limit / 1024) KiB"),
        help: Bilingual(
          "coupez le document en plusieurs, ou retirez-en ce qui n'est pas du texte",
          "cut the document into several, or take out what is not text"))
    })
}

import CanevasSource

extension Rule {
  static let assetNotFound = Rule(
    RuleDocumentation(
      "fichier-introuvable", .warning,
      summary: Bilingual(
        "une image ou un fichier joint qui n'existe pas",
        "an image or attached file that does not exist"),
      reason: Bilingual(
        "Le lecteur verrait une image cassée ou une page absente.",
        "The reader would see a broken image or a missing page."),
      remedy: Bilingual(
        "Corriger le chemin, ou ajouter le fichier au catalogue.",
        "Correct the path, or add the file to the catalogue."),
      examples: [
        .init(
          bad: canvas("## POLICY MAKING\n\n- ⟦[Le règlement](reglement.pdf)⟧"),
          good: canvas("## POLICY MAKING\n\n- [Le règlement](https://exemple.org/reglement.pdf)"),
          others: theme)
      ]),
    wording: { defect, context in
      guard case .assetNotFound(let path) = defect.kind else { return nil }
      return Wording(
        message: Bilingual("fichier introuvable", "file not found", naming: path),
        label: Bilingual("ce lien ne mène à aucun fichier", "this link leads to no file"),
        help: .didYouMean(defect.nearest)
          ?? Bilingual(
            "vérifiez le chemin, ou ajoutez le fichier au catalogue",
            "check the path, or add the file to the catalogue"),
        fixes: context.redirections(ofLinkAt: defect.range, to: defect.nearest))
    })
}

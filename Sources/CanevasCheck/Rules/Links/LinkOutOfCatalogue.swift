import CanevasModel
import CanevasSource

extension Rule {
  static let linkOutOfCatalogue = Rule(
    RuleDocumentation(
      "lien-hors-catalogue", .error,
      summary: Bilingual(
        "un lien vers un fichier hors des dossiers du catalogue",
        "a link to a file outside the catalogue's folders"),
      reason: Bilingual(
        "Seuls « canvases » et « seeds » sont publiés : ailleurs, le lien ne mène nulle part.",
        "Only “canvases” and “seeds” are published: elsewhere the link leads nowhere."),
      remedy: Bilingual(
        "Copier le fichier dans le catalogue, ou donner une adresse complète (https://…).",
        "Copy the file into the catalogue, or give a full address (https://…)."),
      examples: [
        .init(
          bad: canvas("## POLICY MAKING\n\n- ⟦[Le règlement](../../../reglement.pdf)⟧"),
          good: canvas("## POLICY MAKING\n\n- [Le règlement](https://exemple.org/reglement.pdf)"),
          others: theme)
      ]),
    wording: { defect, context in
      guard defect.kind == .linkOutOfCatalogue else { return nil }
      let destination = context.link(at: defect.range)?.destination ?? ""
      return Wording(
        message: Bilingual(
          "lien hors du catalogue", "link out of the catalogue", naming: destination),
        label: Bilingual("ce fichier ne serait pas publié", "this file would not be published"),
        help: .didYouMean(defect.nearest)
          ?? Bilingual(
            "copiez le fichier dans le catalogue, ou donnez une adresse complète (https://…)",
            "copy the file into the catalogue, or give a full address (https://…)"),
        fixes: context.redirections(ofLinkAt: defect.range, to: defect.nearest))
    })
}

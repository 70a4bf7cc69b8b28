import CanevasSource

extension Rule {
  static let documentNotFound = Rule(
    RuleDocumentation(
      "document-introuvable", .error,
      summary: Bilingual(
        "un lien vers un document qui n'existe pas",
        "a link to a document that does not exist"),
      reason: Bilingual(
        "Le lecteur du catalogue tomberait sur une page absente, et le document visé n'apprendrait "
          + "jamais qu'on parle de lui.",
        "The catalogue's reader would meet a missing page, and the document meant would never "
          + "learn that it is spoken of."),
      remedy: Bilingual(
        "Corriger le chemin, ou écrire le document.", "Correct the path, or write the document."),
      examples: [
        .init(
          bad: canvas("## CIBLES CLIENTS\n\n- ⟦[CPAS](../acteurs/cpaas.md)⟧"),
          good: canvas("## CIBLES CLIENTS\n\n- [CPAS](../acteurs/cpas.md)"),
          others: theme(and: actor("cpas", "CPAS")))
      ]),
    wording: { defect, context in
      guard case .documentNotFound(let path) = defect.kind else { return nil }
      return Wording(
        message: Bilingual("document introuvable", "document not found", naming: path),
        label: Bilingual(
          "ce lien ne mène à aucun document", "this link leads to no document"),
        help: .didYouMean(defect.nearest)
          ?? Bilingual(
            "vérifiez le chemin, ou créez le fichier", "check the path, or create the file",
            naming: path),
        fixes: context.redirections(ofLinkAt: defect.range, to: defect.nearest))
    })
}

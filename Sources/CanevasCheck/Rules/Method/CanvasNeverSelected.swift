import CanevasLink
import CanevasModel
import CanevasSource

extension Rule {
  static let canvasNeverSelected = Rule(
    RuleDocumentation(
      "fiche-sans-selection", .info,
      summary: Bilingual(
        "une fiche retenue qu'aucun atelier n'a sélectionnée",
        "a chosen canvas that no workshop selected"),
      reason: Bilingual(
        "Ce sont les participants qui retiennent les idées les plus prometteuses : le vote dit "
          + "pourquoi celle-ci est allée plus loin.",
        "It is the participants who choose the most promising ideas: the vote tells why this one "
          + "went further."),
      remedy: Bilingual(
        "Lier la fiche dans SÉLECTION, là où elle a été retenue.",
        "Link to the canvas in SÉLECTION, where it was chosen."),
      examples: [
        .init(
          bad: canvas(status: .chosen).replacing("# Exemple", with: "# ⟦Exemple⟧"),
          good: canvas(status: .chosen),
          others: theme(and: [
            "canvases/ateliers/autre.md": workshopText(
              "## SÉLECTION\n\n- [Angel](../fiches/angel.md) : 5 gommettes"),
            "canvases/fiches/angel.md": canvas().replacing("# Exemple", with: "# Angel"),
          ]),
          added: [
            workshopPath: workshopText(
              "## SÉLECTION\n\n- [Exemple](../fiches/exemple.md) : 7 gommettes")
          ])
      ]),
    finding: { context in
      let catalogue = context.catalogue
      guard let index = context.index, case .canvas(let facts) = context.document?.facts,
        let status = facts.status.value, !status.isIdea,
        catalogue.linking(to: index, kind: .workshop).isEmpty,
        catalogue.hasVotes
      else { return [] }
      let title = context.document?.title ?? ""
      let path = relativePath(to: context.file.path, from: Kind.workshop.folder + "/atelier.md")
      return [
        Finding(
          context.titleRange,
          Wording(
            message: Bilingual(
              "fiche retenue sans sélection", "chosen canvas without a selection"),
            label: Bilingual(
              "aucun atelier ne l'a sélectionnée", "no workshop has selected it"),
            help: Bilingual(
              "dites dans SÉLECTION de l'atelier ce qu'elle a reçu :",
              "say in the workshop's SÉLECTION what it got:",
              typing: "- [\(title)](\(path)) : 7 gommettes")))
      ]
    })
}

extension Catalogue {
  /// Whether a workshop voted on canvases; a vote whose link is broken could be for any of them.
  fileprivate var hasVotes: Bool {
    let votes = documents(of: .workshop).flatMap { index in
      zip(documents[index].links, targets[index])
        .filter { link, _ in link.role == .vote && link.isNaming }
        .map { _, target in target }
    }
    return !votes.isEmpty && !votes.contains(.broken)
  }
}

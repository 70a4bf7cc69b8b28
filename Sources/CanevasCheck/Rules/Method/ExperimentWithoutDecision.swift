import CanevasLink
import CanevasModel
import CanevasSource

extension Rule {
  static let experimentWithoutDecision = Rule(
    RuleDocumentation(
      "essai-sans-decision", .warning,
      summary: Bilingual(
        "l'essai d'une fiche archivée ou lancée, qui ne dit pas ce qui a été décidé",
        "the experiment of an archived or launched canvas that does not say what was decided"),
      reason: Bilingual(
        "La fiche a changé de statut après l'essai : celui qui reprendra l'idée voudra savoir "
          + "pourquoi.",
        "The canvas changed its status after the experiment: whoever takes up the idea will want "
          + "to know why."),
      remedy: Bilingual(
        "Écrire la section DÉCISION de l'essai, ou revenir sur le statut de la fiche.",
        "Write the experiment's section DÉCISION, or go back on the canvas's status."),
      examples: [
        .init(
          path: experimentPath,
          bad: experimentText(
            "## ENSEIGNEMENTS\n\nLe midi, la cuisine ne suffit pas.", title: "⟦Un midi d'essai⟧"),
          good: experimentText(
            """
            ## ENSEIGNEMENTS

            Le midi, la cuisine ne suffit pas.

            ## DÉCISION

            Attendre qu'un local plus grand se libère.
            """),
          others: theme(and: ["canvases/fiches/exemple.md": canvas(status: .archived)]))
      ]),
    finding: { context in
      guard let document = context.document, document.id.kind == .experiment,
        !document.tells(.decision)
      else { return [] }
      let moved = context.linkedCanvases.first { _, status in
        status == .archived || status == .launched
      }
      guard let (canvas, status) = moved else { return [] }
      let place = canvas.valueRange(.status)
      return [
        Finding(
          context.titleRange,
          Wording(
            message: Bilingual(
              "essai sans décision, pour une fiche \(status.rawValue)",
              "experiment without a decision, for a canvas that is “\(status.rawValue)”"),
            label: Bilingual(
              "l'essai ne dit pas ce qui a été décidé",
              "the experiment does not say what was decided"),
            related: [
              Diagnostic.Label(
                Location(path: canvas.file.path, range: place ?? canvas.file.firstLine),
                Bilingual("le statut de la fiche", "the canvas's status"))
            ],
            help: Bilingual(
              "ajoutez à l'essai, avec ce qui a été décidé et pourquoi,",
              "add to the experiment, with what was decided and why,", typing: "## DÉCISION")))
      ]
    })
}

extension RuleContext {
  /// The canvases that an experiment tests, each with its status.
  fileprivate var linkedCanvases: [(TypedDocument, Status)] {
    guard let index, case .experiment(let facts) = document?.facts else { return [] }
    return facts.canvases.compactMap { value in
      guard let canvas = catalogue.document(value, in: index).map({ catalogue.documents[$0] }),
        case .canvas(let facts) = canvas.facts, let status = facts.status.value
      else { return nil }
      return (canvas, status)
    }
  }
}

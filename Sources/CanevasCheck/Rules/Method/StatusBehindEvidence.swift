import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let statusBehindEvidence = Rule(
    RuleDocumentation(
      "statut-en-retard", .warning,
      summary: Bilingual(
        "une idée déjà mise à l'essai, dont le statut ne le dit pas",
        "an idea that was tried already, though its status does not say so"),
      reason: Bilingual(
        "Le vivier se lit par statut : une idée éprouvée sur le terrain y passerait pour neuve.",
        "The pool is read by status: an idea tried in the field would pass for new."),
      remedy: Bilingual(
        "Passer la fiche en « expérimentation », ou écrire la DÉCISION qui l'a fait revenir.",
        "Move the canvas to “expérimentation”, or write the DÉCISION that brought it back."),
      examples: [
        .init(
          bad: canvas(status: .chosen).replacing("retenue", with: "⟦retenue⟧"),
          good: canvas(status: .experiment),
          others: theme(and: [
            experimentPath: experimentText(
              "## OBSERVATIONS\n\nQuarante repas servis.\n\n## ENSEIGNEMENTS\n\nC'est trop peu.")
          ]))
      ]),
    finding: { context in
      let catalogue = context.catalogue
      guard let index = context.index, let document = context.document,
        case .canvas(let facts) = document.facts,
        let status = facts.status.value, status == .idea || status == .chosen,
        let range = document.valueRange(.status)
      else { return [] }
      let experiments = catalogue.linking(to: index, as: .testedCanvas, kind: .experiment)
        .map { catalogue.documents[$0] }
      guard let done = experiments.first(where: { $0.tells(.observations) }),
        !experiments.contains(where: { $0.tells(.decision) })
      else { return [] }
      let next = Status.experiment.rawValue
      return [
        Finding(
          range,
          Wording(
            message: Bilingual(
              "statut « \(status.rawValue) » pour une fiche déjà mise à l'essai",
              "status “\(status.rawValue)” for a canvas that was tried already"),
            label: Bilingual(
              "un essai a déjà des observations", "an experiment has observations already"),
            related: [
              Diagnostic.Label(
                Location(
                  path: done.file.path,
                  range: done.head.title.value?.range ?? done.file.firstLine),
                Bilingual("l'essai", "the experiment"))
            ],
            help: Bilingual(
              "écrivez « \(next) », ou dans l'essai la DÉCISION qui l'a fait revenir",
              "write “\(next)”, or in the experiment the DÉCISION that brought it back"),
            fixes: [Fix(.replace(by: next), .review, [TextEdit(range, next)])]))
      ]
    })
}

import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let statusAheadOfEvidence = Rule(
    RuleDocumentation(
      "statut-sans-preuve", .warning,
      summary: Bilingual(
        "un statut en avance sur ce que le catalogue montre",
        "a status ahead of what the catalogue shows"),
      reason: Bilingual(
        "Une fiche en expérimentation ou lancée a été mise à l'épreuve, et quelqu'un la porte une "
          + "fois lancée : le lecteur s'attend à voir l'essai et le porteur.",
        "A canvas in experiment or launched was put to the test, and somebody carries it once "
          + "launched: the reader expects to see the experiment and the carrier."),
      remedy: Bilingual(
        "Écrire l'essai dans « canvases/essais », nommer le porteur, ou revenir au statut d'avant.",
        "Write the experiment in “canvases/essais”, name the carrier, or go back to the former "
          + "status."),
      examples: [
        .init(
          bad: canvas(status: .experiment).replacing(
            "- Statut : expérimentation", with: "- Statut : ⟦expérimentation⟧"),
          good: canvas(status: .experiment), others: theme, added: experiment),
        .init(
          bad: canvas(status: .launched).replacing(
            "- Statut : lancée", with: "- Statut : ⟦lancée⟧"),
          good: canvas(status: .launched).replacing(
            "- Statut : lancée", with: "- Statut : lancée\n- Porteur : Le comité de quartier"),
          others: theme(and: experiment)),
      ]),
    finding: { context in
      guard let index = context.index, let document = context.document,
        case .canvas(let facts) = document.facts, let status = facts.status.value,
        let range = document.head.metadata.entry(.status)?.values.first?.text.range
      else { return [] }
      var wordings: [Wording] = []
      let isTested = !context.catalogue.linking(
        to: index, as: .testedCanvas, kind: .experiment
      ).isEmpty
      if status == .experiment || status == .launched, !isTested {
        wordings.append(withoutExperiment(status, document))
      }
      if status == .launched, facts.carriers.isEmpty,
        !document.head.metadata.seen.contains(.carrier)
      {
        wordings.append(withoutCarrier(context))
      }
      return wordings.map { Finding(range, $0) }
    })
}

private func withoutExperiment(_ status: Status, _ canvas: TypedDocument) -> Wording {
  let path = relativePath(to: canvas.file.path, from: Kind.experiment.folder + "/essai.md")
  return Wording(
    message: Bilingual(
      "statut « \(status.rawValue) » sans essai",
      "status “\(status.rawValue)” without an experiment"
    ),
    label: Bilingual("aucun essai ne porte sur cette fiche", "no experiment tests this canvas"),
    help: Bilingual(
      "écrivez l'essai dans « canvases/essais », avec",
      "write the experiment in “canvases/essais”, with",
      typing: "- Fiche : [\(canvas.title)](\(path))"))
}

private func withoutCarrier(_ context: RuleContext) -> Wording {
  let line = MetadataKey.carrier.placeholderLine
  return Wording(
    message: Bilingual(
      "statut « lancée » sans porteur", "status “lancée” without a carrier"),
    label: Bilingual("personne ne porte cette fiche", "nobody carries this canvas"),
    help: Bilingual(
      "nommez qui la porte :", "name who carries it:",
      typing: "- Porteur : [Nom](../acteurs/nom.md)"),
    fixes: context.insertion(of: line, for: .carrier).map {
      [Fix(Bilingual("ajouter la ligne", "add the line"), .placeholder, [$0])]
    } ?? [])
}

/// An experiment that tests the canvas of the examples.
private let experiment = [
  "canvases/essais/exemple.md": """
  # Un midi d'essai

  - Fiche : [Exemple](../fiches/exemple.md)
  - Outil : micro-expérimentation

  ## OBSERVATIONS

  Quarante repas servis.

  """
]

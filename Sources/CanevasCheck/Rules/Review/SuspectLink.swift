import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let suspectLink = Rule(
    RuleDocumentation(
      "lien-suspect", .warning,
      summary: Bilingual(
        "un document qui a changé depuis que la fiche a été relue",
        "a document that has changed since the canvas was reviewed"),
      reason: Bilingual(
        "Une fiche s'appuie sur son thème, ses cas, ses sources et ses essais : quand l'un d'eux "
          + "dit autre chose, ce qu'elle en tire ne tient peut-être plus.",
        "A canvas rests on its theme, cases, sources and experiments: when one of them says "
          + "something else, what it draws from it may no longer hold."),
      remedy: Bilingual(
        "Relire la fiche, la corriger s'il le faut, puis l'accepter : « canevas review SLUG ».",
        "Read the canvas again, correct it if need be, then accept it: “canevas review SLUG”."),
      examples: [
        .init(
          bad: reviewedCanvas(
            "⟦[Quartier](../themes/quartier.md) (\(fingerprint(formerTheme, at: themePath)))⟧"),
          good: reviewedCanvas("[Quartier](../themes/quartier.md) (\(themeNow))"),
          others: theme),
        .init(
          bad: reviewedCanvas(
            "[Quartier](../themes/quartier.md) (\(themeNow))", status: .experiment
          )
          .replacing("2026-03-12", with: "⟦2026-03-12⟧"),
          good: reviewedCanvas(
            "[Quartier](../themes/quartier.md) (\(themeNow))",
            "[Un midi d'essai](../essais/exemple.md) "
              + "(\(fingerprint(experiment, at: experimentPath)))", status: .experiment),
          others: theme(and: [experimentPath: experiment])),
      ]),
    finding: { context in
      guard let canvas = context.index, let record = context.catalogue.review(of: canvas)
      else { return [] }
      return context.catalogue.suspects(of: canvas).map { context.finding($0, of: canvas, record) }
    })
}

extension RuleContext {
  fileprivate func finding(
    _ suspect: Suspect, of canvas: Catalogue.Index, _ record: ReviewRecord
  ) -> Finding {
    let slug = catalogue.documents[canvas].id.slug
    let day = record.date.map { Bilingual(" du " + $0.french, " of " + $0.iso) }
    let changed = Bilingual(
      "ce document dit autre chose qu'à la relecture" + (day?.french ?? ""),
      "this document says something else than at the review" + (day?.english ?? ""))
    let added = Bilingual(
      "la fiche a été relue sans cet essai", "the canvas was reviewed without this experiment")
    let place = suspect.entry.map { record.entries[$0].range } ?? valueRange ?? titleRange
    return Finding(
      place,
      Wording(
        message: Bilingual(
          suspect.entry == nil ? "essai à relire" : "lien suspect",
          suspect.entry == nil ? "experiment to be reviewed" : "suspect link",
          naming: catalogue.documents[suspect.document].title),
        label: suspect.entry == nil ? added : changed,
        help: Bilingual(
          "relisez la fiche, puis acceptez :", "read the canvas again, then accept:",
          typing: "canevas review \(slug)"),
        fixes: catalogue.acceptance(of: suspect, by: canvas).map {
          [Fix(acceptance(suspect), .review, [$0])]
        } ?? []))
  }

  /// Where the day of the review stands.
  private var valueRange: ByteRange? { document?.valueRange(.reviewed) }

  private func acceptance(_ suspect: Suspect) -> Bilingual {
    let title = catalogue.documents[suspect.document].title
    return Bilingual("accepter", "accept", naming: title)
  }
}

/// The canvas of the examples with the record of a review.
private func reviewedCanvas(_ entries: String..., status: Status = .idea) -> String {
  let lines = entries.map { "\n  - \($0)" }.joined()
  return canvas(status: status).replacing(
    "toolkit.md)\n", with: "toolkit.md)\n- Revu : 2026-03-12\(lines)\n")
}

/// The theme of the examples as it was.
private let formerTheme = themeText("Quartier").replacing("Mutualiser", with: "Partager")

private let themeNow = fingerprint(themeText("Quartier"), at: themePath)

private let experiment = experimentText("## OBSERVATIONS\n\nQuarante repas servis.")

/// What a document of an example says, in short.
private func fingerprint(_ text: String, at path: String) -> String {
  guard case .document(let document) = ReadFile(SourceFile(path: path, text: text))
  else { return "" }
  return document.fingerprint.description
}

import CanevasCheck
import CanevasCommandLine
import CanevasLink
import CanevasModel
import CanevasProject
import CanevasReport
import CanevasSource

/// What is said about the review of canvases.
struct ReviewOutput {
  let catalogue: Catalogue
  let request: ReviewRequest
  let context: Context
  let language: MessageLanguage

  /// A line a document that has changed under a canvas, then how many canvases were reviewed.
  func list() {
    let canvases = catalogue.documents(of: .canvas)
    let rows = canvases.flatMap { canvas in catalogue.suspects(of: canvas).map { row($0, canvas) } }
    var text = TerminalText(isColoured: request.colour.isColoured(in: context.environment))
    if !rows.isEmpty {
      Table(columns, rows: rows).write(to: &text, width: context.environment.outputWidth)
      text.endLine()
    }
    context.environment.write(.output, text.bytes)
    context.write(counts(canvases)[language] + "\n")
  }

  private var columns: [Table.Column] {
    [
      Table.Column(Bilingual("Fiche", "Canvas")[language]),
      .init(Bilingual("Ce qui a changé", "What has changed")[language]),
      .init(Bilingual("Sorte", "Kind")[language]),
      .init(Bilingual("Revue le", "Reviewed on")[language], .whole),
      .init(Bilingual("Fichier", "File")[language], .whole),
    ]
  }

  private func row(_ suspect: Suspect, _ canvas: Catalogue.Index) -> [String] {
    let document = catalogue.documents[suspect.document]
    let kind = document.id.kind.nouns.one
    let isNew = suspect.entry == nil
    return [
      catalogue.documents[canvas].title, document.title,
      isNew ? Bilingual("nouvel \(kind.french)", "new \(kind.english)")[language] : kind[language],
      catalogue.review(of: canvas)?.date?.iso ?? "", catalogue.documents[canvas].file.path,
    ]
  }

  private func counts(_ canvases: [Catalogue.Index]) -> Bilingual {
    let reviewed = canvases.filter { !(catalogue.review(of: $0)?.entries ?? []).isEmpty }
    let suspect = reviewed.count { !catalogue.suspects(of: $0).isEmpty }
    let never = canvases.count - reviewed.count
    return Bilingual(
      "fiches à relire : \(suspect) ; à jour : \(reviewed.count - suspect) ; "
        + "jamais relues : \(never)",
      "canvases to be reviewed: \(suspect); up to date: \(reviewed.count - suspect); "
        + "never reviewed: \(never)")
  }

  /// What was accepted, and what could not be.
  func show(_ acceptance: Session.Acceptance, on day: PartialDate) -> ExitStatus {
    for (canvas, changes) in acceptance.accepted {
      let path = catalogue.documents[canvas].file.path
      context.write(
        Bilingual("\(path) : revue le \(day.iso)", "\(path): reviewed on \(day.iso)")[language]
          + "\n")
      for change in changes { context.write("  " + words(change)[language] + "\n") }
    }
    for canvas in acceptance.upToDate {
      let path = catalogue.documents[canvas].file.path
      context.write(Bilingual("\(path) : à jour", "\(path): up to date")[language] + "\n")
    }
    for (canvas, why) in acceptance.refused { complain(canvas, why) }
    return acceptance.refused.isEmpty ? .success : .findings
  }

  private func words(_ change: Session.Acceptance.Change) -> Bilingual {
    let title = catalogue.documents[change.document].title
    switch (change.before, change.after) {
    case (let before?, let after?) where before == after:
      return Bilingual("\(title) : \(after), inchangé", "\(title): \(after), unchanged")
    case (let before?, let after?):
      return Bilingual("\(title) : \(before) → \(after)", "\(title): \(before) → \(after)")
    case (nil, let after?):
      return Bilingual("\(title) : nouveau, \(after)", "\(title): new, \(after)")
    case (_, nil):
      return Bilingual("\(title) : ne compte plus", "\(title): no longer counts")
    }
  }

  private func complain(_ canvas: Catalogue.Index, _ why: Session.Acceptance.Refusal) {
    let file = catalogue.documents[canvas].file
    switch why {
    case .faulty(let error):
      let line = LineIndex(file.bytes).line(at: error.location.range.lowerBound)
      context.complain(
        Bilingual(
          "\(file.path):\(line): \(error.message.french) ; corrigez, puis acceptez "
            + "[\(error.code)]",
          "\(file.path):\(line): \(error.message.english); correct it, then accept "
            + "[\(error.code)]"), in: language)
    case .unwritable where catalogue.documents[canvas].head.metadata.range == nil:
      context.complain(
        Bilingual(
          "\(file.path) : « Revu » n'a pas de place : cette fiche n'a pas de métadonnées ; "
            + "commencez par « - Thème : … » et « - Statut : … » sous le titre",
          "\(file.path): there is no place for “Revu”: this canvas has no metadata; begin with "
            + "“- Thème : …” and “- Statut : …” below the title"),
        in: language)
    case .unwritable:
      context.complain(
        Bilingual(
          "\(file.path) : « Revu » ne peut pas s'écrire dans ces métadonnées ; « canevas fmt » "
            + "les met en forme",
          "\(file.path): “Revu” cannot be written into these metadata; “canevas fmt” formats them"),
        in: language)
    case .holdsWords(let words):
      let line = LineIndex(file.bytes).line(at: words.lowerBound)
      let text = file.text(words)
      context.complain(
        Bilingual(
          "\(file.path):\(line): « \(text) » serait perdu : sous « Revu » ne se gardent que les "
            + "documents relus ; déplacez ces mots, puis acceptez",
          "\(file.path):\(line): “\(text)” would be lost: under “Revu” only reviewed documents "
            + "are kept; move these words, then accept"),
        in: language)
    case .failed(let error): context.complain(error.message, in: language)
    }
  }
}

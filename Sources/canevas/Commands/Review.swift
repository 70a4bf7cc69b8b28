package import CanevasCommandLine
import CanevasLink
import CanevasModel
import CanevasProject
import CanevasQuery
import CanevasRender
import CanevasReport
package import CanevasSource

/// What `canevas review` is asked.
package struct ReviewRequest: Hashable, Sendable {
  package var names: [String] = []
  package var acceptsAll = false
  package var date: String?
  package var directory: String?
  package var colour = ColourChoice.auto
  package var language: MessageLanguage?

  package init() {}

  package static let options: [CommandOption<ReviewRequest>] = [
    .flag(
      "--all",
      help: Bilingual("accepter tout ce qui est à relire", "accept all that is to be reviewed")
    ) { $0.acceptsAll = true },
    .text(
      "--date", placeholder: "DATE",
      help: Bilingual(
        "le jour de la relecture : 2026-11-21 (par défaut : aujourd'hui)",
        "the day of the review: 2026-11-21 (default: today)")
    ) { $0.date = $1 },
    .directory { $0.directory = $1 },
    .colour { $0.colour = $1 },
    .language { $0.language = $1 },
  ]
}

extension Command {
  static let review = Command(
    "review",
    summary: Bilingual(
      "dire quelles fiches relire, et les accepter", "tell which canvases to review, accept them"),
    details: Bilingual(
      "Une fiche s'appuie sur ses thèmes, cas, sources et essais. Acceptée, elle retient sous "
        + "« Revu » le jour et ce que chacun disait ; quand l'un d'eux dit autre chose, elle est à "
        + "relire. La mise en forme n'y change rien. Sans NAME ni « --all », rien n'est écrit. Le "
        + "statut est 1 si une fiche n'a pas pu être acceptée.",
      "A canvas rests on its themes, cases, sources and experiments. Once accepted, it keeps under "
        + "“Revu” the day and what each of them said; when one says something else, it is to be "
        + "reviewed. Layout makes no difference. Without a NAME or “--all” nothing is written. The "
        + "exit status is 1 if a canvas could not be accepted."),
    defaults: ReviewRequest(), options: ReviewRequest.options,
    operands: Operands(
      "NAME", .any, kind: .document,
      help: Bilingual(
        "fiches relues : titre, nom de fichier ou chemin",
        "canvases that were reviewed: title, file name or path")
    ) { $0.names.append($1) },
    run: { request, context throws(UsageError) in
      let day = try request.day()
      guard let session = session(nearestTo: request.directory, context) else { return .unusable }
      let checked = session.check()
      let output = ReviewOutput(
        catalogue: checked.catalogue, request: request, context: context,
        language: request.language ?? checked.language)
      guard request.isAccepting else {
        output.list()
        return .success
      }
      guard let day = day ?? PartialDate.today else { return .unusable }
      let canvases = try request.canvases(of: checked)
      return output.show(session.accept(canvases, of: checked, on: day), on: day)
    })
}

extension ReviewRequest {
  fileprivate var isAccepting: Bool { acceptsAll || !names.isEmpty }

  /// The day that `--date` gives.
  fileprivate func day() throws(UsageError) -> PartialDate? {
    if acceptsAll, let name = names.first { throw UsageError(.unexpectedOperand(name)) }
    guard let date else { return nil }
    guard isAccepting else { throw UsageError(.missingOption("--all", neededBy: "--date")) }
    guard let day = PartialDate(date), day.day != nil else {
      throw UsageError(.refusedValue(date, option: "--date", words: ["2026-11-21"]))
    }
    return day
  }

  /// The canvases that are named, each once, or all that are to be reviewed.
  fileprivate func canvases(of checked: Session.Checked) throws(UsageError) -> [Catalogue.Index] {
    let catalogue = checked.catalogue
    if acceptsAll {
      return catalogue.documents(of: .canvas).filter { !catalogue.suspects(of: $0).isEmpty }
    }
    let site = checked.site(
      SiteOptions(language: checked.language.siteLanguage, includesDrafts: true))
    let query = Query(site, checked.diagnostics, checked.language)
    var canvases: [Catalogue.Index] = []
    for name in names {
      let canvas = try query.canvas(name)
      if !canvases.contains(canvas) { canvases.append(canvas) }
    }
    return canvases
  }
}

extension Query {
  /// The canvas that an operand names.
  fileprivate func canvas(_ name: String) throws(UsageError) -> Catalogue.Index {
    do throws(NameError) {
      return try document(named: name, of: .canvas)
    } catch {
      throw UsageError(error, for: "NAME")
    }
  }
}

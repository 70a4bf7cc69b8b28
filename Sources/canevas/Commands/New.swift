import CanevasCommandLine
import CanevasDraft
import CanevasLink
import CanevasModel
import CanevasProject
import CanevasQuery
import CanevasRender
import CanevasSource

/// What `canevas new` is asked to do.
struct NewRequest: Sendable {
  /// The kind, then the words of the title.
  var words: [String] = []
  /// The name of a theme.
  var theme: String?
  var model: CanvasModel?
  /// A folder whose template stands in for the built-in one.
  var templates: String?
  var directory: String?
  /// `nil` for the catalogue's own language.
  var language: MessageLanguage?

  static let options: [CommandOption<NewRequest>] = [
    .text(
      "--theme", placeholder: "NAME",
      help: Bilingual("ranger le document sous ce thème", "file the document under this theme")
    ) { $0.theme = $1 },
    .choice(
      "--modele", of: CanvasModel.self,
      help: Bilingual("les rubriques de la fiche", "the sections of the canvas")
    ) { $0.model = $1 },
    .text(
      "--templates", placeholder: "DIR", kind: .folder,
      help: Bilingual(
        "prendre dans DIR le gabarit « new-document.mustache », s'il s'y trouve",
        "use the template “new-document.mustache” of DIR, if it is there")
    ) { $0.templates = $1 },
    .directory { $0.directory = $1 },
    .language { $0.language = $1 },
  ]
}

extension Command {
  static let new = Command(
    "new",
    summary: Bilingual("commencer un document", "begin a document"),
    details: Bilingual(
      "Le fichier reçoit les rubriques de son genre, chacune avec la question à poser au groupe. "
        + "Son nom vient du titre ; rien n'est jamais remplacé. Son chemin est écrit sur la sortie "
        + "standard.",
      "The file gets the sections of its kind, each with the question to ask the group. Its name "
        + "comes from the title; nothing is ever replaced. Its path goes to the standard output."),
    defaults: NewRequest(), options: NewRequest.options,
    operands: Operands(
      "KIND TITLE", .oneOrMore, kind: .names(Kind.words),
      help: Bilingual(
        "fiche, theme, acteur, cas, action, diagnostic, atelier, essai, guide ou source ; le titre",
        "fiche, theme, acteur, cas, action, diagnostic, atelier, essai, guide or source; the title")
    ) { $0.words.append($1) },
    run: { request, context throws(UsageError) in
      var blank = try request.blank()
      guard let session = session(nearestTo: request.directory, context) else { return .unusable }
      let checked = session.check()
      if let theme = request.theme { blank.theme = try checked.theme(named: theme) }
      return finish(context) { () throws(ProjectError) in
        let document = try session.begin(blank, in: checked, templates: request.templates)
        tell(document, of: session, context, in: request.language ?? checked.language)
      }
    })
}

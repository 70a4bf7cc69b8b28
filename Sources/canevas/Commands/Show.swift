package import CanevasCommandLine
import CanevasQuery
package import CanevasSource

/// What `canevas show` is asked.
package struct ShowRequest: Question, Hashable {
  package enum Format: String, CaseIterable, Sendable {
    case text, json, markdown
  }

  package var name = ""
  package var directory: String?
  package var format = Format.text
  package var includesDrafts = false
  package var language: MessageLanguage?

  package init() {}

  package static let options: [CommandOption<ShowRequest>] = [
    .choice(
      "--format", of: Format.self,
      help: Bilingual(
        "texte à lire (par défaut), ou les fichiers que le site publie",
        "text to read (default), or the files that the site publishes")
    ) { $0.format = $1 },
    .drafts, .directory { $0.directory = $1 }, .language { $0.language = $1 },
  ]
}

extension Command {
  static let show = Command(
    "show",
    summary: Bilingual("montrer un document", "show a document"),
    defaults: ShowRequest(), options: ShowRequest.options,
    operands: Operands(
      "NAME", .one, kind: .document,
      help: Bilingual(
        "titre, autre nom, nom de fichier ou chemin ; « acteur/bpost » où deux genres s'en "
          + "partagent un",
        "title, alias, file name or path; “acteur/bpost” where two kinds share one")
    ) { $0.name = $1 },
    run: { request, context throws(UsageError) in
      try answer(request, context) { query, screen throws(UsageError) in
        let index = try query.document(request.name, for: "NAME")
        let query = query.including(index)
        switch request.format {
        case .text: return query.card(of: index, on: screen)
        case .json: return query.data(of: index)
        case .markdown: return query.source(of: index)
        }
      }
    })
}

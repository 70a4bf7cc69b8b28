package import CanevasCommandLine
import CanevasModel
package import CanevasQuery
package import CanevasSource

/// What `canevas list` is asked.
package struct ListRequest: Question, Hashable {
  package enum Format: String, CaseIterable, Sendable {
    case table, json, csv
  }

  package var directory: String?
  package var filters: [Filter: String] = [:]
  package var format = Format.table
  package var includesDrafts = false
  package var language: MessageLanguage?

  package init() {}

  package static let options: [CommandOption<ListRequest>] = [
    filter(
      .kind, "KIND", .names(Kind.words),
      Bilingual(
        "fiche, theme, acteur, cas, action, diagnostic, atelier, essai, guide ou source",
        "fiche, theme, acteur, cas, action, diagnostic, atelier, essai, guide or source")),
    filter(
      .theme, "NAME", .any, Bilingual("ce qui répond à ce thème", "what belongs to this theme")
    ),
    filter(
      .status, "WORD", .names(Status.words),
      Bilingual("les fiches de ce statut : idée…", "canvases of this status: idea…")),
    filter(
      .actor, "NAME", .any, Bilingual("ce qui cite cet acteur", "what names this actor")),
    filter(
      .mechanism, "WORD", .names(Mechanism.words.map { $0.lowercased() }),
      Bilingual(
        "les fiches à ce flux de revenus : vente…", "canvases with this revenue: sale…")),
    .choice(
      "--format", of: Format.self,
      help: Bilingual(
        "tableau à lire (par défaut), données du site, ou tableau pour un tableur",
        "table to read (default), the site's data, or a table for a spreadsheet")
    ) { $0.format = $1 },
    .drafts, .directory { $0.directory = $1 }, .language { $0.language = $1 },
  ]

  private static func filter(
    _ filter: Filter, _ placeholder: String, _ kind: TextKind, _ help: Bilingual
  ) -> CommandOption<ListRequest> {
    .text("--" + filter.rawValue, placeholder: placeholder, kind: kind, help: help) {
      $0.filters[filter] = $1
    }
  }
}

extension Command {
  static let list = Command(
    "list",
    summary: Bilingual("lister des documents", "list documents"),
    details: Bilingual(
      "Les filtres se combinent. Un nom est un titre, un autre nom ou celui du fichier, sans "
        + "égard aux majuscules ni aux accents.",
      "Filters combine. A name is a title, an alias or the file's, whatever its case and accents."),
    defaults: ListRequest(), options: ListRequest.options,
    run: { request, context throws(UsageError) in
      try answer(request, context) { query, screen throws(UsageError) in
        let selection = try query.selection(request.filters)
        if selection.documents.isEmpty {
          context.complain(
            Bilingual(
              "aucun document ne répond à ces filtres", "no document answers to these filters"),
            in: query.language)
        }
        switch request.format {
        case .table: return query.table(of: selection, on: screen)
        case .json: return query.data(of: selection)
        case .csv: return query.spreadsheet(of: selection)
        }
      }
    })
}

package import CanevasCommandLine
import CanevasQuery
package import CanevasSource

/// What `canevas stats` is asked.
package struct StatsRequest: Question, Hashable {
  package enum Format: String, CaseIterable, Sendable {
    case text, json
  }

  package var directory: String?
  package var format = Format.text
  package var includesDrafts = false
  package var language: MessageLanguage?

  package init() {}

  package static let options: [CommandOption<StatsRequest>] = [
    .choice(
      "--format", of: Format.self,
      help: Bilingual(
        "texte à lire (par défaut), ou données pour d'autres programmes",
        "text to be read (default), or data for other programs")
    ) { $0.format = $1 },
    .drafts, .directory { $0.directory = $1 }, .language { $0.language = $1 },
  ]
}

extension Command {
  static let stats = Command(
    "stats",
    summary: Bilingual("chiffrer le catalogue", "give the catalogue's numbers"),
    defaults: StatsRequest(), options: StatsRequest.options,
    run: { request, context throws(UsageError) in
      try answer(request, context) { query, screen throws(UsageError) in
        switch request.format {
        case .text: query.report(query.statistics, on: screen)
        case .json: query.data(query.statistics)
        }
      }
    })
}

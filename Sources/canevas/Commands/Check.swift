package import CanevasCommandLine
import CanevasProject
package import CanevasSource

/// What `canevas check` is asked to do.
package struct CheckRequest: Hashable, Sendable {
  package enum Format: String, CaseIterable, Sendable {
    case human, json
  }

  /// The files and folders whose findings are shown; all if there are none.
  package var paths: [String] = []
  /// Where to look for the catalogue's root from; `nil` for the working folder.
  package var directory: String?
  package var format = Format.human
  package var showsInfos = false
  package var colour = ColourChoice.auto
  /// `nil` for the catalogue's own language.
  package var language: MessageLanguage?

  package init() {}

  package static let options: [CommandOption<CheckRequest>] = [
    .directory { $0.directory = $1 },
    .choice(
      "--format", of: Format.self,
      help: Bilingual(
        "texte à lire (par défaut), ou données pour d'autres programmes",
        "text to be read (default), or data for other programs")
    ) { $0.format = $1 },
    .flag("--info", help: Bilingual("montrer aussi les infos", "show infos, too")) {
      $0.showsInfos = true
    },
    .choice(
      "--color", of: ColourChoice.self,
      help: Bilingual(
        "couleurs : selon le terminal et NO_COLOR (par défaut), toujours, jamais",
        "colours: as the terminal and NO_COLOR say (default), always, never")
    ) { $0.colour = $1 },
    .language { $0.language = $1 },
  ]
}

extension Command {
  static let check = Command(
    "check",
    summary: Bilingual(
      "vérifier le catalogue sans rien écrire", "check the catalogue, write nothing"),
    details: Bilingual(
      "Le statut est 1 s'il y a une erreur, 2 si rien n'a pu être vérifié, sinon 0.",
      "The exit status is 1 with an error, 2 if nothing could be checked, otherwise 0."),
    defaults: CheckRequest(), options: CheckRequest.options,
    operands: Operands(
      "PATH", .any,
      help: Bilingual(
        "fichiers et dossiers dont montrer les constats (par défaut : tous)",
        "files and folders whose findings are shown (default: all)")
    ) { $0.paths.append($1) },
    run: { request, context in
      run(in: request.directory, context, language: request.language) {
        session, output throws(ProjectError) in
        let checked = try session.check(under: request.paths)
        output.colour = request.colour
        switch request.format {
        case .human: output.show(checked, showsInfos: request.showsInfos)
        case .json: output.showJSON(checked, showsInfos: request.showsInfos)
        }
        return checked.count(.error) > 0 ? .findings : .success
      }
    })
}

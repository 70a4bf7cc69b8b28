import CanevasCommandLine
import CanevasProject
import CanevasSource

private struct InitRequest: Sendable {
  /// The catalogue's folder; `nil` for the working folder.
  var folder: String?
  var language: MessageLanguage?
}

extension Command {
  static let `init` = Command(
    "init",
    summary: Bilingual("commencer un catalogue", "begin a catalogue"),
    details: Bilingual(
      "Écrit la feuille du catalogue, un thème, un acteur et une fiche d'exemple, en français, et "
        + "de quoi régler git et les éditeurs de texte. Rien n'est écrit si l'un de ces fichiers "
        + "existe déjà.",
      "Writes the catalogue's sheet, a theme, an actor and a canvas as examples, in French, and "
        + "what sets git and text editors. Nothing is written if one of these files is there "
        + "already."),
    defaults: InitRequest(), options: [.language { $0.language = $1 }],
    operands: Operands(
      "DIR", .atMostOne, kind: .folder,
      help: Bilingual(
        "le dossier, créé s'il manque (par défaut : le dossier courant)",
        "the folder, made if it is missing (default: the working folder)")
    ) { $0.folder = $1 },
    run: { request, context in
      finish(context) { () throws(ProjectError) in
        let files = try FileSystem().startCatalogue(in: withoutSlash(request.folder ?? "."))
        for file in files { context.write(file + "\n") }
        let change = request.folder.map { "    cd \($0)\n" } ?? ""
        context.complain(
          Bilingual(
            "votre catalogue est prêt. La suite :\n\(change)"
              + "    canevas build                   fait le site : ouvrez _site/index.html\n"
              + "    canevas new fiche \"Un titre\"    commence une fiche, avec ses questions\n"
              + "    canevas check                   relit tout",
            "your catalogue is ready. What comes next:\n\(change)"
              + "    canevas build                   makes the site: open _site/index.html\n"
              + "    canevas new fiche \"Un titre\"    begins a canvas, with its questions\n"
              + "    canevas check                   reads all of it again"))
      }
    })
}

/// A path as `join` takes it.
private func withoutSlash(_ path: String) -> String {
  var path = path
  while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
  return path
}

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
        + "de quoi régler git et les éditeurs de texte. Rien n'est écrit si l'un de ces textes "
        + "existe déjà ; les réglages que le dossier a déjà restent tels quels.",
      "Writes the catalogue's sheet, a theme, an actor and a canvas as examples, in French, and "
        + "what sets git and text editors. Nothing is written if one of these texts is there "
        + "already; settings that the folder has stay as they are."),
    defaults: InitRequest(), options: [.language { $0.language = $1 }],
    operands: Operands(
      "DIR", .atMostOne, kind: .folder,
      help: Bilingual(
        "le dossier, créé s'il manque (par défaut : le dossier courant)",
        "the folder, made if it is missing (default: the working folder)")
    ) { $0.folder = $1 },
    run: { request, context in
      finish(context) { () throws(ProjectError) in
        let folder = withoutSlash(request.folder ?? ".")
        let catalogue = try FileSystem().startCatalogue(in: folder)
        for file in catalogue.written { context.write(file + "\n") }
        for file in catalogue.kept { tell(file, context) }
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

/// Tells what settings that were there already lack.
private func tell(_ file: StartedCatalogue.Kept, _ context: Context) {
  guard !file.missing.isEmpty else { return }
  let lines = file.missing.map { "\n    " + $0 }.joined()
  context.complain(
    Bilingual(
      "« \(file.path) » existe déjà et n'est pas touché ; ajoutez-y :\(lines)",
      "“\(file.path)” exists already and is left alone; add to it:\(lines)"))
}

/// A path as `join` takes it.
private func withoutSlash(_ path: String) -> String {
  var path = path
  while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
  return path
}

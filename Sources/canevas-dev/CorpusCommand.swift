import CanevasCommandLine
import CanevasProject
import CanevasSource

private struct CorpusRequest {
  var folder: String?
  var canvases = 1000
  var seed: UInt64 = 1
}

extension Command {
  /// Writes a synthetic catalogue.
  static let corpus = Command(
    "corpus",
    summary: Bilingual("écrire un catalogue synthétique", "write a synthetic catalogue"),
    details: Bilingual(
      "Le même nombre et la même graine donnent les mêmes fichiers.",
      "The same number and seed give the same files."),
    defaults: CorpusRequest(),
    options: [
      .text(
        "--canvases", placeholder: "N",
        help: Bilingual("nombre de fiches (par défaut : 1000)", "canvases (default: 1000)")
      ) { $0.canvases = Int($1) ?? $0.canvases },
      .text(
        "--seed", placeholder: "S",
        help: Bilingual("graine du tirage (par défaut : 1)", "seed of the draw (default: 1)")
      ) { $0.seed = UInt64($1) ?? $0.seed },
    ],
    operands: Operands(
      "DIR", .atMostOne, help: Bilingual("le dossier à remplir", "the folder to fill")
    ) { $0.folder = $1 },
    run: { request, context in
      guard let folder = request.folder else {
        context.complain(Bilingual("il manque le dossier à remplir", "which folder to fill?"))
        return .unusable
      }
      do throws(ProjectError) {
        try write(request, to: folder)
        return .success
      } catch {
        context.complain(error.message)
        return .unusable
      }
    })
}

private func write(_ request: CorpusRequest, to folder: String) throws(ProjectError) {
  let fileSystem = FileSystem()
  var corpus = Corpus(canvases: request.canvases, seed: request.seed)
  var known: Set<String> = []
  for (path, text) in corpus.files() {
    var made = folder
    if known.insert(made).inserted { _ = try fileSystem.makeFolder(made) }
    for part in path.split(separator: "/").dropLast() {
      made += "/" + part
      if known.insert(made).inserted { _ = try fileSystem.makeFolder(made) }
    }
    try fileSystem.write(Array(text.utf8), to: folder + "/" + path)
  }
}

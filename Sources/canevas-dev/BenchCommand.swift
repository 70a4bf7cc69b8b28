import CanevasCommandLine
import CanevasProject
import CanevasSource

private struct BenchRequest {
  var folder = "."
  var keys = 500
  var seed: UInt64 = 1
}

extension Command {
  /// Measures how soon an edit is answered.
  static let bench = Command(
    "bench",
    summary: Bilingual(
      "mesurer la réponse à une frappe", "measure the answer to one key"),
    details: Bilingual(
      "Une lettre est ajoutée à un endroit tiré au sort d'un document tiré au sort, par le serveur "
        + "de langage puis sans lui. Aucun fichier n'est écrit.",
      "A letter is put into a random place of a random document, through the language server and "
        + "then without it. No file is written."),
    defaults: BenchRequest(),
    options: [
      .text(
        "--keys", placeholder: "N",
        help: Bilingual("nombre de frappes (par défaut : 500)", "keys (default: 500)")
      ) { $0.keys = Int($1) ?? $0.keys },
      .text(
        "--seed", placeholder: "S",
        help: Bilingual("graine du tirage (par défaut : 1)", "seed of the draw (default: 1)")
      ) { $0.seed = UInt64($1) ?? $0.seed },
    ],
    operands: Operands(
      "DIR", .atMostOne, help: Bilingual("le catalogue", "the catalogue")
    ) { $0.folder = $1 },
    run: { request, context in
      do throws(ProjectError) {
        let fileSystem = FileSystem()
        let root = try CatalogueRoot(nearestTo: request.folder, on: fileSystem)
        let workspace = Workspace(root: root, on: fileSystem)
        var server = ServerBench(workspace, seed: request.seed)
        for _ in 0..<request.keys { server.pressKey() }
        context.write(server.report)
        var edits = EditBench(workspace, seed: request.seed)
        for _ in 0..<request.keys { edits.pressKey() }
        context.write(edits.report)
        return .success
      } catch {
        context.complain(error.message)
        return .unusable
      }
    })
}

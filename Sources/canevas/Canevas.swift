package import CanevasCommandLine
import CanevasSource

extension Program {
  /// The compiler of canvases, with its commands in the order of help.
  package static let canevas = Program(
    "canevas", version: "0.1.0", released: "2026-11-21",
    summary: Bilingual(
      "compiler des canevas de modèles d'affaires en un site vérifié",
      "compile business-model canvases into a checked site"),
    details: Bilingual(
      "Un catalogue se cherche à partir du dossier courant, ou du DIR de « -C », en remontant : "
        + "sa racine est le dossier qui contient « canvases/catalogue.md ».",
      "A catalogue is looked for from the working folder, or the DIR of “-C”, upward: its root is "
        + "the folder that holds “canvases/catalogue.md”."),
    commands: [
      .`init`, .new, .transcribe, .check, .fmt, .diff, .review, .changes, .merge, .serve, .build,
      .watch, .explain, .list, .show, .graph, .stats, .doctor, .git, .lsp, .completions, .man,
      .help,
    ])
}

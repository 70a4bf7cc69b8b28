package import CanevasCommandLine
import CanevasSource

extension Program {
  /// The compiler of canvases, with its commands in the order of help.
  package static let canevas = Program(
    "canevas", version: "0.1.0",
    summary: Bilingual(
      "compiler des canevas de modèles d'affaires en un site vérifié",
      "compile business-model canvases into a checked site"),
    commands: [
      .build, .check, .new, .`init`, .transcribe, .explain, .list, .show, .graph, .stats, .doctor,
      .help,
    ])
}

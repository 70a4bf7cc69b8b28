import CanevasCommandLine
import CanevasProject
import CanevasSource
import Glibc

// The developers' tool: what the compiler is measured with, never what it is used for.
let program = Program(
  "canevas-dev", version: "0.1.0",
  summary: Bilingual("outils de développement de Canevas", "tools for developing Canevas"),
  commands: [.corpus, .bench, .previewBench])
exit(program.run(Array(CommandLine.arguments.dropFirst()), in: .process).rawValue)

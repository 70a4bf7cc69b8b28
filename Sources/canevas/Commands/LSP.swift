import CanevasCommandLine
import CanevasLSP
import CanevasProject
import CanevasSource
import Glibc

private struct LSPRequest: Sendable {
  var logs = false
}

extension Command {
  static let lsp = Command(
    "lsp",
    summary: Bilingual(
      "servir un éditeur : constats, correctifs, complétion, renommage",
      "serve an editor: findings, fixes, completion, renaming"),
    details: Bilingual(
      "Serveur de langage (LSP 3.17) sur l'entrée et la sortie standard. Les éditeurs le lancent "
        + "eux-mêmes ; le catalogue de chaque document est trouvé à partir de son dossier.",
      "A language server (LSP 3.17) over standard input and output. Editors start it by "
        + "themselves; each document's catalogue is found from its folder."),
    defaults: LSPRequest(),
    options: [
      .flag(
        "--stdio",
        help: Bilingual(
          "entrée et sortie standard : il n'y a pas d'autre voie, mais des éditeurs le disent",
          "standard input and output: there is no other way, but some editors say so")
      ) { _ in },
      .flag(
        "--log",
        help: Bilingual(
          "écrire chaque message et sa durée sur l'erreur standard",
          "write each message and its duration to the standard error")
      ) { $0.logs = true },
    ],
    run: { request, context in
      let environment = context.environment
      var server = Server(
        version: context.program.version, on: FileSystem(), input: STDIN_FILENO,
        output: STDOUT_FILENO,
        log: request.logs ? { environment.write(.error, Array("\($0)\n".utf8)) } : nil)
      return server.run() == 0 ? .success : .findings
    })
}

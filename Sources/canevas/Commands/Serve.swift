package import CanevasCommandLine
import CanevasProject
import CanevasReport
import CanevasServe
package import CanevasSource

/// What `canevas serve` is asked to do.
package struct ServeRequest: Hashable, Sendable {
  /// Where to look for the catalogue's root from; `nil` for the working folder.
  package var directory: String?
  /// The port as it was typed; `nil` for the usual one.
  package var port: String?
  package var opensBrowser = false
  /// Whether changes are looked for, and not told by the system.
  package var polls = false
  /// `nil` for the catalogue's own language.
  package var language: MessageLanguage?

  package init() {}

  package static let options: [CommandOption<ServeRequest>] = [
    .text(
      "--port", placeholder: "N",
      help: Bilingual(
        "écouter sur le port N, 0 pour n'importe quel port libre (par défaut : "
          + "\(PreviewServer.usualPort), ou un suivant s'il est pris)",
        "listen on port N, 0 for any that is free (default: \(PreviewServer.usualPort), or a next "
          + "one if it is taken)")
    ) { $0.port = $1 },
    .flag(
      "--open",
      help: Bilingual("ouvrir l'aperçu dans le navigateur", "open the preview in the browser")
    ) { $0.opensBrowser = true },
    .polling { $0.polls = true },
    .directory { $0.directory = $1 },
    .language { $0.language = $1 },
  ]

  fileprivate var portNumber: UInt16? {
    get throws(UsageError) {
      guard let port else { return nil }
      guard let number = UInt16(port) else {
        throw UsageError(.refusedValue(port, option: "--port", words: ["0…65535"]), nearest: [])
      }
      return number
    }
  }
}

extension CommandOption {
  /// Looks for changes, where the system does not tell of them.
  static func polling(store: @escaping @Sendable (inout Request) -> Void) -> CommandOption {
    .flag(
      "--poll",
      help: Bilingual(
        "chercher soi-même ce qui a changé (dossiers en réseau, conteneurs)",
        "look for changes by itself (network folders, containers)"),
      store: store)
  }
}

extension Command {
  static let serve = Command(
    "serve",
    summary: Bilingual(
      "montrer le site à côté de l'éditeur, rechargé à chaque enregistrement",
      "show the site beside the editor, reloaded at each save"),
    details: Bilingual(
      "Le site, brouillons compris, n'est visible que de cette machine et rien n'est écrit. Un "
        + "document qu'une modification casse garde sa dernière version sans erreur ; ses constats "
        + "sont montrés sur la page. Ctrl-C arrête, avec le statut 0.",
      "The site, drafts included, is visible to this machine alone and nothing is written. A "
        + "document that an edit breaks keeps its last version without an error; its findings are "
        + "shown on the page. Ctrl-C stops, with exit status 0."),
    defaults: ServeRequest(), options: ServeRequest.options,
    run: { request, context throws(UsageError) in
      let port = try request.portNumber
      return run(in: request.directory, context, language: request.language) { session, output in
        let stop = StopSignals()
        do throws(PortError) {
          let server = try PreviewServer(
            root: session.root, on: FileSystem(), port: port, polling: request.polls,
            language: request.language, until: stop)
          output.show(server)
          if request.opensBrowser, !openBrowser(at: server.address) {
            context.complain(
              Bilingual(
                "aucun navigateur ne s'est ouvert ; ouvrez l'adresse vous-même",
                "no browser opened; open the address yourself"), in: server.preview.language)
          }
          server.run()
          return .success
        } catch {
          context.complain(error.message)
          return .unusable
        }
      }
    })
}

extension SessionOutput {
  /// Where the preview is, and what is wrong with the catalogue by now.
  fileprivate func show(_ server: PreviewServer) {
    let preview = server.preview
    let counts = [Severity.error, .warning].map { Words.findings(preview.count($0), $0) }
    let words = Bilingual(
      "aperçu : \(server.address) (Ctrl-C pour arrêter)\n"
        + counts.map(\.french).joined(separator: ", "),
      "preview: \(server.address) (Ctrl-C to stop)\n"
        + counts.map(\.english).joined(separator: ", "))
    context.write(words[preview.language] + "\n")
  }
}

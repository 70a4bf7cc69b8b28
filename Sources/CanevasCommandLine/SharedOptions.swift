package import CanevasSource

/// Options that mean the same wherever they are.
extension CommandOption {
  /// The language in which a command speaks.
  package static func language(
    store: @escaping @Sendable (inout Request, MessageLanguage) -> Void
  ) -> CommandOption {
    .choice(
      "--lang", of: MessageLanguage.self,
      help: Bilingual("langue des messages et de l'aide", "language of messages and help"),
      store: store)
  }

  /// Where to look for a catalogue.
  package static func directory(
    store: @escaping @Sendable (inout Request, String) -> Void
  ) -> CommandOption {
    .text(
      "-C", placeholder: "DIR", kind: .folder,
      help: Bilingual(
        "chercher le catalogue à partir de DIR (par défaut : le dossier courant)",
        "look for the catalogue from DIR on (default: the working folder)"),
      store: store)
  }

  /// When the output is coloured.
  package static func colour(
    store: @escaping @Sendable (inout Request, ColourChoice) -> Void
  ) -> CommandOption {
    .choice(
      "--color", of: ColourChoice.self,
      help: Bilingual(
        "couleurs : selon le terminal et NO_COLOR (par défaut), toujours, jamais",
        "colours: as the terminal and NO_COLOR say (default), always, never"),
      store: store)
  }

  /// Asks for help. `Program` sees to it before the options of a command are parsed.
  static func help(store: @escaping @Sendable (inout Request) -> Void) -> CommandOption {
    CommandOption(
      declaration: OptionDeclaration(
        spellings: helpSpellings, value: .none,
        help: Bilingual("montrer cette aide", "show this help")),
      store: { request, _ in store(&request) })
  }
}

/// How help is asked for.
let helpSpellings = ["-h", "--help"]

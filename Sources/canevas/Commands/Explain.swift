import CanevasCheck
import CanevasCommandLine
import CanevasProject
import CanevasReport
import CanevasSource

/// What `canevas explain` is asked to do.
private struct ExplainRequest: Sendable {
  enum Format: String, CaseIterable, Sendable {
    case human, json
  }

  /// The words of the name to be explained; none for an overview.
  var words: [String] = []
  var format = Format.human
  var colour = ColourChoice.auto
  /// Where to look for a catalogue from; `nil` for the working folder.
  var directory: String?
  /// `nil` for the language of the catalogue, if there is one.
  var language: MessageLanguage?

  /// A rule is explained in the language that it speaks in.
  func language(in context: Context) -> MessageLanguage {
    if let language { return language }
    let fileSystem = FileSystem()
    let root = try? CatalogueRoot(nearestTo: directory ?? ".", on: fileSystem)
    return root?.authorsLanguage(on: fileSystem) ?? context.language
  }
}

extension Command {
  static let explain = Command(
    "explain",
    summary: Bilingual(
      "expliquer une règle, une rubrique ou une clé", "explain a rule, a section or a key"),
    details: Bilingual(
      "Sans nom : la liste de tout ce qui peut s'expliquer.",
      "Without a name: the list of all that can be explained."),
    defaults: ExplainRequest(),
    options: [
      .choice(
        "--format", of: ExplainRequest.Format.self,
        help: Bilingual(
          "texte à lire (par défaut), ou données pour d'autres programmes",
          "text to be read (default), or data for other programs")
      ) { $0.format = $1 },
      .colour { $0.colour = $1 },
      .directory { $0.directory = $1 }, .language { $0.language = $1 },
    ],
    operands: Operands(
      "NAME", .any, kind: .names(Topic.all.map(\.anchor) + Rule.all.map(\.code)),
      help: Bilingual(
        "un code (section-inconnue), un titre (CIBLES CLIENTS) ou une clé (Statut)",
        "a code (section-inconnue), a heading (CIBLES CLIENTS) or a key (Statut)")
    ) { $0.words.append($1) },
    run: { request, context throws(UsageError) in
      let name = request.words.joined(separator: " ")
      let found = request.words.isEmpty ? Explained.everything : Explained(named: name)
      guard !found.isEmpty else {
        throw UsageError(.unknownName(name, place: "NAME"), nearest: Explained.nearest(to: name))
      }
      let language = request.language(in: context)
      var bytes: [UInt8] = []
      switch request.format {
      case .json: found.writeJSON(in: language, to: &bytes)
      case .human:
        let explanation =
          request.words.isEmpty
          ? Explained.overview(in: language)
          : found.explanation(in: language)
        let environment = context.environment
        ExplanationText(
          isColoured: request.colour.isColoured(in: environment), width: environment.textWidth
        ).write(explanation, to: &bytes)
      }
      context.environment.write(.output, bytes)
      return .success
    })
}

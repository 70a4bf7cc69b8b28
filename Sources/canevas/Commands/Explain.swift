import CanevasCheck
import CanevasCommandLine
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
      .choice(
        "--color", of: ColourChoice.self,
        help: Bilingual(
          "couleurs : selon le terminal et NO_COLOR (par défaut), toujours, jamais",
          "colours: as the terminal and NO_COLOR say (default), always, never")
      ) { $0.colour = $1 },
      .language { _, _ in },
    ],
    operands: Operands(
      "NAME", .any,
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
      var bytes: [UInt8] = []
      switch request.format {
      case .json: found.writeJSON(in: context.language, to: &bytes)
      case .human:
        let explanation =
          request.words.isEmpty
          ? Explained.overview(in: context.language)
          : found.explanation(in: context.language)
        let environment = context.environment
        ExplanationText(
          isColoured: request.colour.isColoured(in: environment), width: environment.textWidth
        ).write(explanation, to: &bytes)
      }
      context.environment.write(.output, bytes)
      return .success
    })
}

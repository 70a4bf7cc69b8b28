package import CanevasCommandLine
import CanevasProject
package import CanevasSource

/// What `canevas diff` is asked.
package struct DiffRequest: Hashable, Sendable {
  package enum Format: String, CaseIterable, Sendable {
    case text, markdown, html, json
  }

  /// Revisions, files and folders, before `--`.
  package var operands: [String] = []
  /// Files and folders behind it.
  package var paths: [String] = []
  package var endsRevisions = false
  package var isStaged = false
  /// What two files are versions of.
  package var path: String?
  package var directory: String?
  package var format = Format.text
  package var output: String?
  /// Whether what the difference does to other documents is told; `nil` where the form decides.
  package var showsEffects: Bool?
  /// The web address that the paths of new versions are appended to.
  package var linkBase: String?
  package var colour = ColourChoice.auto
  package var language: MessageLanguage?

  package init() {}

  package static let options: [CommandOption<DiffRequest>] = [
    .flag(
      "--staged",
      help: Bilingual(
        "comparer ce qui est indexé, et non le dossier de travail",
        "compare what is staged, not the working tree")
    ) { $0.isStaged = true },
    .choice(
      "--format", of: Format.self,
      help: Bilingual(
        "texte à lire (par défaut), commentaire de forge, page côte à côte, ou données",
        "text to be read (default), a forge's comment, a page side by side, or data")
    ) { $0.format = $1 },
    .text(
      "--output", placeholder: "FILE", kind: .file,
      help: Bilingual(
        "écrire dans FILE, en entier ou pas du tout (- : sortie standard)",
        "write to FILE, whole or not at all (-: standard output)")
    ) { $0.output = $1 == "-" ? nil : $1 },
    .text(
      "--link-base", placeholder: "URL",
      help: Bilingual(
        "adresse où se lit la nouvelle version : chaque chemin s'y ajoute (markdown, html)",
        "address where the new version is read: each path is appended to it (markdown, html)")
    ) { $0.linkBase = $1 },
    .text(
      "--path", placeholder: "PATH", kind: .document,
      help: Bilingual(
        "lire deux fichiers comme des versions de PATH, dans le catalogue",
        "read two files as versions of PATH in the catalogue")
    ) { $0.path = $1 },
    .flag(
      "--effects",
      help: Bilingual(
        "dire aussi ce que la différence fait au reste du catalogue : liens, constats, acteurs",
        "tell what the difference does to the rest of the catalogue, too: links, findings, actors")
    ) { $0.showsEffects = true },
    .flag("--no-effects", help: Bilingual("ne pas le dire", "do not tell it")) {
      $0.showsEffects = false
    },
    .directory { $0.directory = $1 },
    .colour { $0.colour = $1 },
    .language { $0.language = $1 },
  ]
}

extension Command {
  static let diff = Command(
    "diff",
    summary: Bilingual(
      "montrer ce que des documents disent d'autre", "show what documents say differently"),
    details: Bilingual(
      "Sans OLD : du dernier commit au dossier de travail. OLD seul : d'une révision git au "
        + "dossier de travail, ou une plage, « A..B » ou « A...B ». Deux fichiers ou deux dossiers "
        + "se comparent aussi hors de tout catalogue. Un chemin restreint la comparaison ; « -- » "
        + "le distingue d'une révision. Le statut est 0 si le sens est le même, 1 s'il diffère.",
      "Without OLD: from the last commit to the working tree. OLD alone: from a git revision to "
        + "the working tree, or a range, “A..B” or “A...B”. Two files or two folders can be "
        + "compared outside of any catalogue, too. A path narrows the comparison; “--” tells it "
        + "from a revision. The exit status is 0 if the meaning is the same, 1 if it differs."),
    defaults: DiffRequest(), options: DiffRequest.options,
    operands: Operands(
      "REV|PATH", .any, kind: .document,
      help: Bilingual(
        "OLD et NEW : des révisions git, deux fichiers ou deux dossiers ; puis ce à quoi l'on "
          + "s'en tient",
        "OLD and NEW: git revisions, two files or two folders; then what to keep to"),
      separate: { $0.endsRevisions = true }
    ) {
      if $0.endsRevisions { $0.paths.append($1) } else { $0.operands.append($1) }
    },
    run: { request, context throws(UsageError) in
      let run = ComparisonRun(request, context)
      let subject = try run.subject()
      do throws(ProjectError) {
        return try run.compare(subject)
      } catch {
        context.complain(error.message, in: request.language)
        return .unusable
      }
    })
}

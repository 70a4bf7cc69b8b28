import CanevasCheck
package import CanevasCommandLine
import CanevasProject
package import CanevasReport
package import CanevasSource

/// What `canevas check` is asked to do.
package struct CheckRequest: Hashable, Sendable {
  /// The files and folders whose findings are shown; all if there are none.
  package var paths: [String] = []
  /// Where to look for the catalogue's root from; `nil` for the working folder.
  package var directory: String?
  package var format = ReportFormat.human
  /// The file for the report; `nil` for the standard output.
  package var output: String?
  package var showsInfos = false
  /// What is mended before it is checked; `nil` for nothing.
  package var fix: FixMode?
  /// How grave findings are taken to be: a rule's code, or what stands for all warnings.
  package var levels: [Level] = []
  /// The git revision since which findings are shown.
  package var revision: String?
  /// The file of findings to let pass.
  package var baseline: String?
  package var writesBaseline = false
  package var colour = ColourChoice.auto
  /// `nil` for the catalogue's own language.
  package var language: MessageLanguage?

  /// One `--deny`, `--warn` or `--allow`.
  package struct Level: Hashable, Sendable {
    package let option: String
    package let code: String
    package let severity: Severity
  }

  package init() {}
}

extension CheckRequest {
  package static let options = shown + control

  /// What is shown, and how.
  private static let shown: [CommandOption<CheckRequest>] = [
    .directory { $0.directory = $1 },
    .choice(
      "--format", of: ReportFormat.self,
      help: Bilingual(
        "forme du rapport : texte à lire (par défaut), une ligne par constat, données pour"
          + " d'autres programmes, services de CI, page pour les auteurs",
        "form of the report: text to be read (default), a line a finding, data for other"
          + " programs, CI services, a page for authors")
    ) { $0.format = $1 },
    .text(
      "--output", placeholder: "FILE", kind: .file,
      help: Bilingual(
        "écrire le rapport dans FILE, en entier ou pas du tout (- : sortie standard)",
        "write the report to FILE, whole or not at all (-: standard output)")
    ) { $0.output = $1 == "-" ? nil : $1 },
    .flag("--info", help: Bilingual("montrer aussi les infos", "show infos, too")) {
      $0.showsInfos = true
    },
    .choice(
      "--fix", of: FixMode.self, alone: .safe,
      help: Bilingual(
        "appliquer d'abord les correctifs sûrs ; =review propose ensuite les autres, un à un",
        "make the safe fixes first; =review then offers the others, one by one")
    ) { $0.fix = $1 },
    .colour { $0.colour = $1 },
    .language { $0.language = $1 },
  ]
}

extension CheckRequest {
  /// Which findings count, and for how much.
  fileprivate static let control: [CommandOption<CheckRequest>] = [
    .level(
      "--deny", .error,
      help: Bilingual(
        "prendre pour des erreurs les constats de CODE, ou tous les avertissements (warnings)",
        "take the findings of CODE, or all warnings, for errors")),
    .level(
      "--warn", .warning,
      help: Bilingual(
        "prendre pour des avertissements les constats de CODE",
        "take the findings of CODE for warnings")),
    .level(
      "--allow", .info,
      help: Bilingual(
        "prendre pour des infos les constats de CODE ; une erreur reste une erreur",
        "take the findings of CODE for infos; an error stays an error")),
    .text(
      "--since", placeholder: "REV",
      help: Bilingual(
        "ne montrer que ce que le travail fait depuis la révision git REV apporte",
        "show only what the work since git revision REV brought")
    ) { $0.revision = $1 },
    .text(
      "--baseline", placeholder: "FILE", kind: .file,
      help: Bilingual(
        "laisser passer les constats dont FILE tient la liste",
        "let the findings pass that FILE lists")
    ) { $0.baseline = $1 },
    .flag(
      "--write-baseline",
      help: Bilingual(
        "écrire dans le FILE de « --baseline » les constats d'aujourd'hui",
        "write today's findings into the FILE of --baseline")
    ) { $0.writesBaseline = true },
  ]
}

extension CheckRequest {
  /// The findings that are asked for. Throws when a code is no rule's, or one is to be less than
  /// its rule lets it be.
  func selection() throws(UsageError) -> Session.Selection {
    if writesBaseline, baseline == nil {
      throw UsageError(.missingOption("--baseline", neededBy: "--write-baseline"))
    }
    var selection = Session.Selection()
    selection.paths = paths
    selection.revision = revision
    selection.baseline = baseline
    for level in levels { selection.policy.settings.append(try Policy.Setting(level)) }
    return selection
  }
}

extension Policy.Setting {
  fileprivate init(_ level: CheckRequest.Level) throws(UsageError) {
    guard level.code != CheckRequest.allWarnings else {
      self.init(.warnings, level.severity)
      return
    }
    guard let rule = Rule.named(level.code) else {
      let known = Rule.all.map(\.code) + [CheckRequest.allWarnings]
      throw UsageError(
        .refusedValue(level.code, option: level.option, words: []),
        nearest: nearest(to: level.code, among: known, limit: 1))
    }
    guard rule.documentation.severity < .error || level.severity == .error else {
      throw UsageError(.errorNotLowered(level.code, option: level.option))
    }
    self.init(.rule(level.code), level.severity)
  }
}

extension CheckRequest {
  /// What stands for the codes of all warnings.
  static let allWarnings = "warnings"
}

extension CommandOption<CheckRequest> {
  /// An option that takes the findings of a rule for errors, warnings or infos.
  fileprivate static func level(
    _ name: String, _ severity: Severity, help: Bilingual
  ) -> CommandOption {
    .text(
      name, placeholder: "CODE",
      kind: .names(Rule.all.map(\.code) + [CheckRequest.allWarnings]), help: help
    ) {
      $0.levels.append(CheckRequest.Level(option: name, code: $1, severity: severity))
    }
  }
}

import CanevasCommandLine
import CanevasProject
import CanevasSource

/// What `canevas git` can do with a clone.
private enum GitAction: String, CaseIterable, Sendable {
  case install, uninstall, status
}

private struct GitRequest: Sendable {
  var action = ""
  var directory: String?
  var language: MessageLanguage?
}

extension Command {
  static let git = Command(
    "git",
    summary: Bilingual(
      "faire fusionner et comparer les documents par git",
      "let git merge and compare documents by what they say"),
    details: Bilingual(
      "« install » écrit dans « .gitattributes », à valider avec le reste, et dans la "
        + "configuration de ce seul clone ; « uninstall » retire ce qu'il a écrit, et rien "
        + "d'autre. Le statut est 1 s'il manque quelque chose.",
      "“install” writes to “.gitattributes”, to be committed with the rest, and to the "
        + "configuration of this clone alone; “uninstall” removes what it wrote and nothing else. "
        + "The exit status is 1 if something is missing."),
    defaults: GitRequest(),
    options: [.directory { $0.directory = $1 }, .language { $0.language = $1 }],
    operands: Operands(
      "ACTION", .one, kind: .names(GitAction.allCases.map(\.rawValue)),
      help: Bilingual("install, uninstall ou status", "install, uninstall or status")
    ) { $0.action = $1 },
    run: { request, context throws(UsageError) in
      guard let action = GitAction(rawValue: request.action) else {
        throw UsageError(
          .unknownName(request.action, place: "ACTION"),
          nearest: nearest(
            to: request.action, among: GitAction.allCases.map(\.rawValue), limit: 1))
      }
      return run(in: request.directory, context, language: request.language) {
        session, output throws(ProjectError) in
        let setup = try session.gitSetup(searchPath: context.environment.variable("PATH"))
        switch action {
        case .install: try setup.install()
        case .uninstall: try setup.uninstall()
        case .status: break
        }
        let parts = try setup.parts()
        output.show(parts)
        if action == .install { output.showNextStep(parts) }
        let isWhole = parts.allSatisfy { $0.state == .present }
        return isWhole || action == .uninstall ? .success : .findings
      }
    })
}

extension SessionOutput {
  /// What git is told, a line a part.
  fileprivate func show(_ parts: [GitSetup.Part]) {
    let language = language ?? context.language
    for part in parts {
      let (mark, words) =
        switch part.state {
        case .present: ("✓", Bilingual("en place", "there"))
        case .missing: ("✗", Bilingual("absent", "missing"))
        case .other(let value):
          ("!", Bilingual("autre que celui de Canevas : \(value)", "not Canevas's: \(value)"))
        }
      context.write("\(mark) \(part.name) : \(words[language])\n")
    }
  }

  /// What is left to be done after the installation.
  fileprivate func showNextStep(_ parts: [GitSetup.Part]) {
    for part in parts {
      guard case .other = part.state else { continue }
      let remedy = "git config --local --unset-all \(part.name)"
      context.complain(
        part.name.hasPrefix(".")
          ? Bilingual(
            "une autre ligne de « .gitattributes » l'emporte ; retirez-la",
            "another line of “.gitattributes” prevails; remove it")
          : Bilingual(
            "laissé tel quel : « \(part.name) » ; pour le remplacer : \(remedy)",
            "left as it is: “\(part.name)”; to replace it: \(remedy)"),
        in: language)
    }
  }
}

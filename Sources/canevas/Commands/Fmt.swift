package import CanevasCommandLine
import CanevasProject
import CanevasReport
package import CanevasSource

/// What `canevas fmt` is asked.
package struct FmtRequest: Hashable, Sendable {
  package var paths: [String] = []
  package var isCheck = false
  package var standardInput: String?
  package var directory: String?
  package var colour = ColourChoice.auto
  package var language: MessageLanguage?

  package init() {}

  package static let options: [CommandOption<FmtRequest>] = [
    .flag(
      "--check",
      help: Bilingual(
        "ne rien écrire ; montrer ce qui changerait, et finir par 1 s'il y a quelque chose",
        "write nothing; show what would change, and end with 1 if anything would")
    ) { $0.isCheck = true },
    .text(
      "--stdin-filepath", placeholder: "FILE", kind: .file,
      help: Bilingual(
        "mettre en forme l'entrée standard, lue comme si elle était FILE, et l'écrire sur la "
          + "sortie standard",
        "format the standard input, read as if it were FILE, and write it to the standard output")
    ) { $0.standardInput = $1 },
    .directory { $0.directory = $1 },
    .colour { $0.colour = $1 },
    .language { $0.language = $1 },
  ]
}

extension Command {
  static let fmt = Command(
    "fmt",
    summary: Bilingual("mettre en forme des documents", "format documents"),
    details: Bilingual(
      "Titres et clés comme dans le guide, sections dans l'ordre, puces et lignes vides partout "
        + "pareilles. Ce qu'un document dit ne change pas. Le statut est 1 si un document n'a pas "
        + "pu être mis en forme.",
      "Headings and keys as in the guide, sections in their order, bullets and blank lines alike "
        + "everywhere. What a document says does not change. The exit status is 1 if a document "
        + "could not be formatted."),
    defaults: FmtRequest(), options: FmtRequest.options,
    operands: Operands(
      "PATH", .any, kind: .document,
      help: Bilingual(
        "fichiers et dossiers à mettre en forme (par défaut : tous)",
        "files and folders to be formatted (default: all)")
    ) { $0.paths.append($1) },
    run: { request, context throws(UsageError) in
      if request.standardInput != nil, let path = request.paths.first {
        throw UsageError(.unexpectedOperand(path))
      }
      return run(request, context)
    })
}

/// Formats what is asked for; what the world refuses is told in one line, with the status of a run
/// that could do nothing.
private func run(_ request: FmtRequest, _ context: Context) -> ExitStatus {
  let fileSystem = FileSystem()
  do throws(ProjectError) {
    let root =
      if let file = request.standardInput, request.directory == nil {
        try CatalogueRoot(holding: file, on: fileSystem)
      } else {
        try CatalogueRoot(nearestTo: request.directory ?? ".", on: fileSystem)
      }
    let session = Session(root: root, on: fileSystem)
    let language =
      request.language ?? root.authorsLanguage(on: fileSystem) ?? context.language
    let output = FmtOutput(request: request, context: context, language: language)
    if let path = request.standardInput {
      let text = context.environment.readInput()
      return output.show(try session.formatted(text, as: path), of: text)
    }
    let formatted = try session.formatted(request.paths)
    return output.show(request.isCheck ? formatted : session.write(formatted))
  } catch {
    context.complain(error.message, in: request.language)
    return .unusable
  }
}

/// What is said about formatted documents.
private struct FmtOutput {
  let request: FmtRequest
  let context: Context
  let language: MessageLanguage

  /// A line a document that was written, or what would change in it.
  func show(_ formatted: Session.Formatted) -> ExitStatus {
    if request.isCheck {
      showDifferences(formatted)
    } else {
      for change in formatted.changes { context.write(change.file.path + "\n") }
    }
    complain(of: formatted)
    return status(formatted)
  }

  /// The formatted text; as it is if it cannot be formatted.
  func show(_ formatted: Session.Formatted, of text: [UInt8]) -> ExitStatus {
    if request.isCheck {
      showDifferences(formatted)
    } else {
      context.environment.write(.output, formatted.changes.first?.bytes ?? text)
    }
    complain(of: formatted)
    return status(formatted)
  }

  private func showDifferences(_ formatted: Session.Formatted) {
    let isColoured = request.colour.isColoured(in: context.environment)
    var bytes: [UInt8] = []
    for change in formatted.changes {
      UnifiedDiff(isColoured: isColoured).write(change.file, change.bytes, to: &bytes)
    }
    context.environment.write(.output, bytes)
  }

  private func complain(of formatted: Session.Formatted) {
    for obstacle in formatted.obstacles {
      let path = obstacle.location.path
      let offset = obstacle.location.range.lowerBound
      let line = formatted.files[path].map { LineIndex($0.bytes).line(at: offset) } ?? 1
      context.complain(
        Bilingual(
          "\(path):\(line): \(obstacle.message.french) ; laissé tel quel [\(obstacle.code)]",
          "\(path):\(line): \(obstacle.message.english); left as it is [\(obstacle.code)]"),
        in: language)
    }
    for error in formatted.refused { context.complain(error.message, in: language) }
  }

  private func status(_ formatted: Session.Formatted) -> ExitStatus {
    let isDone = formatted.obstacles.isEmpty && formatted.refused.isEmpty
    return isDone && (formatted.changes.isEmpty || !request.isCheck) ? .success : .findings
  }
}

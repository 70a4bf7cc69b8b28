import CanevasCommandLine
import CanevasProject
import CanevasReview
import CanevasSource

private struct MergeRequest: Sendable {
  /// Base, ours and theirs.
  var versions: [String] = []
  /// The file for the result; `nil` for the standard output.
  var output: String?
  /// The document's own path.
  var path: String?
  var marks = Merge.Marks()
  /// As typed.
  var markerSize: String?
  var language: MessageLanguage?

  static let options: [CommandOption<MergeRequest>] = [
    .text(
      "-o", "--output", placeholder: "FILE", kind: .file,
      help: Bilingual(
        "écrire dans FILE, qui peut être l'une des versions (par défaut : la sortie standard)",
        "write to FILE, which may be one of the versions (default: the standard output)")
    ) { $0.output = $1 == "-" ? nil : $1 },
    .text(
      "--path", placeholder: "PATH", kind: .document,
      help: Bilingual(
        "le chemin du document dans le catalogue, d'où vient son genre",
        "the document's path in the catalogue, which tells its kind")
    ) { $0.path = $1 },
    .text(
      "--label-ours", placeholder: "LABEL",
      help: Bilingual("le nom de notre côté (ours)", "the name of our side (ours)")
    ) { $0.marks.ours = $1 },
    .text(
      "--label-base", placeholder: "LABEL",
      help: Bilingual("le nom de la base (base)", "the name of the base (base)")
    ) { $0.marks.base = $1 },
    .text(
      "--label-theirs", placeholder: "LABEL",
      help: Bilingual("le nom de l'autre côté (theirs)", "the name of the other side (theirs)")
    ) { $0.marks.theirs = $1 },
    .text(
      "--marker-size", placeholder: "N",
      help: Bilingual(
        "la longueur des marques de conflit (7)", "the length of conflict markers (7)")
    ) { $0.markerSize = $1 },
    .flag(
      "--diff3",
      help: Bilingual(
        "montrer aussi la base dans les conflits", "show the base in conflicts, too")
    ) { $0.marks.showsBase = true },
    .language { $0.language = $1 },
  ]
}

extension Command {
  static let merge = Command(
    "merge",
    summary: Bilingual(
      "fusionner deux versions d'un document", "merge two versions of a document"),
    details: Bilingual(
      "OURS et THEIRS viennent de BASE. Ce que chacun a fait est réuni section par section et "
        + "point par point. Où les deux ont changé le même point autrement, il reste en conflit, "
        + "entre les marques habituelles. Aucun mot ne se perd. Le statut est 1 s'il y a un "
        + "conflit.",
      "OURS and THEIRS come from BASE. What each did is put together section by section and item "
        + "by item. Where both changed the same item differently, it stays in conflict, between "
        + "the usual markers. No word is lost. The exit status is 1 if there is a conflict."),
    defaults: MergeRequest(), options: MergeRequest.options,
    operands: Operands(
      "BASE OURS THEIRS", .exactly(3), kind: .file,
      help: Bilingual(
        "la version d'où viennent les deux autres, la nôtre, l'autre",
        "the version that the other two come from, ours, the other one")
    ) { $0.versions.append($1) },
    run: { request, context throws(UsageError) in
      var request = request
      if let text = request.markerSize {
        guard let size = Int(text), (1...1000).contains(size) else {
          throw UsageError(.refusedValue(text, option: "--marker-size", words: []))
        }
        request.marks.size = size
      }
      return run(request, context)
    })
}

private func run(_ request: MergeRequest, _ context: Context) -> ExitStatus {
  let fileSystem = FileSystem()
  do throws(ProjectError) {
    let input = try Merge.Input(
      base: request.versions[0], ours: request.versions[1], theirs: request.versions[2],
      of: request.path, on: fileSystem)
    let merge = Merge(input, marks: request.marks)
    if let output = request.output {
      try fileSystem.replace(output, with: merge.bytes)
    } else {
      context.environment.write(.output, merge.bytes)
    }
    let path = request.path ?? request.output ?? request.versions[1]
    for conflict in merge.conflicts {
      context.complain(conflict.message(in: path), in: request.language)
    }
    return merge.conflicts.isEmpty ? .success : .findings
  } catch {
    context.complain(error.message, in: request.language)
    return .unusable
  }
}

extension Merge.Conflict {
  /// Where the conflict is and what it is about, on one line.
  fileprivate func message(in path: String) -> Bilingual {
    guard let lines else {
      return Bilingual(
        "\(path): conflit : ce n'est pas un texte ; notre version est gardée",
        "\(path): conflict: this is no text; our version is kept")
    }
    let place = (headings + [subject.map(shortened)].compactMap { $0 }).joined(separator: " › ")
    let start = "\(path):\(lines.lowerBound): "
    guard !place.isEmpty else {
      return Bilingual(start + "conflit", start + "conflict")
    }
    return Bilingual(start + "conflit : " + place, start + "conflict: " + place)
  }
}

/// The beginning of a text, on one line.
private func shortened(_ text: String) -> String {
  let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  return words.count <= 50 ? words : words.prefix(49) + "…"
}

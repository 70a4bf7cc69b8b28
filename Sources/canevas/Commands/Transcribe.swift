import CanevasCommandLine
import CanevasDraft
import CanevasModel
import CanevasProject
import CanevasQuery
import CanevasSource

private struct TranscribeRequest: Sendable {
  /// The file of the notes; `nil` for the standard input.
  var file: String?
  var title: String?
  /// The name of a kind.
  var kind = Kind.canvas.word
  /// The file for the draft; `nil` for the standard output.
  var output: String?
  var language: MessageLanguage?

  static let options: [CommandOption<TranscribeRequest>] = [
    .text(
      "--title", placeholder: "TITLE",
      help: Bilingual(
        "le titre (par défaut : la première ligne)", "the title (default: the first line)")
    ) { $0.title = $1 },
    .text(
      "--kind", placeholder: "KIND", kind: .names(Kind.words),
      help: Bilingual(
        "ce que les notes racontent : fiche (par défaut), atelier, essai, cas, etc.",
        "what the notes tell of: fiche (default), atelier, essai, cas and so on")
    ) { $0.kind = $1 },
    .text(
      "--output", placeholder: "FILE", kind: .file,
      help: Bilingual(
        "écrire dans un nouveau fichier FILE (par défaut : la sortie standard)",
        "write to a new file FILE (default: the standard output)")
    ) { $0.output = $1 == "-" ? nil : $1 },
    .language { $0.language = $1 },
  ]

  /// The notes as they are.
  func notes(_ context: Context) throws(ProjectError) -> [UInt8] {
    if let file, file != "-" { return try FileSystem().readNotes(file) }
    if context.environment.inputIsTerminal {
      context.complain(
        Bilingual(
          "collez les notes, puis Ctrl-D sur une ligne vide",
          "paste the notes, then Ctrl-D on an empty line"))
    }
    return context.environment.readInput()
  }
}

extension Command {
  static let transcribe = Command(
    "transcribe",
    summary: Bilingual(
      "faire un brouillon de notes brutes", "make a draft of raw notes"),
    details: Bilingual(
      "Les titres reconnus sont mis en ordre, les puces deviennent des listes, et le reste attend "
        + "sous « À CLASSER » : aucun mot ne se perd.",
      "Headings that are recognised are put in order, bullets become lists, and the rest waits "
        + "under “À CLASSER”: no word is lost."),
    defaults: TranscribeRequest(), options: TranscribeRequest.options,
    operands: Operands(
      "FILE", .atMostOne, kind: .file,
      help: Bilingual(
        "les notes en texte brut (par défaut : l'entrée standard)",
        "the notes as plain text (default: the standard input)")
    ) { $0.file = $1 },
    run: { request, context throws(UsageError) in
      var request = request
      let kind = try Kind(option: request.kind)
      if let title = request.title { request.title = try checkedTitle(title) }
      return finish(context) { () throws(ProjectError) in
        let draft = Transcription(try request.notes(context), kind: kind, title: request.title)
        try deliver(draft, to: request.output, context)
      }
    })
}

import CanevasCommandLine
import CanevasSource

private struct CompletionsRequest: Sendable {
  var shell = ""
}

extension Command {
  static let completions = Command(
    "completions",
    summary: Bilingual("donner de quoi compléter dans un shell", "give completions for a shell"),
    details: Bilingual(
      "Le script s'écrit sur la sortie standard ; « make install » le met en place pour chacun "
        + "des shells.",
      "The script is written to the standard output; “make install” puts each shell's in place."),
    defaults: CompletionsRequest(),
    options: [.language { _, _ in }],
    operands: Operands(
      "SHELL", .one, kind: .names(Shell.allCases.map(\.rawValue)),
      help: Bilingual("bash, zsh ou fish", "bash, zsh or fish")
    ) { $0.shell = $1 },
    run: { request, context throws(UsageError) in
      guard let shell = Shell(rawValue: request.shell) else {
        let words = Shell.allCases.map(\.rawValue)
        throw UsageError(
          .unknownName(request.shell, place: "SHELL"),
          nearest: nearest(to: request.shell, among: words, limit: 1))
      }
      context.write(context.program.completions(for: shell, context.language))
      return .success
    })
}

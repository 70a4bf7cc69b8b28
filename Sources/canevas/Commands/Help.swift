import CanevasCommandLine
import CanevasSource

private struct HelpRequest {
  /// The command to be explained; `nil` for the whole program.
  var command: String?
}

extension Command {
  static let help = Command(
    "help",
    summary: Bilingual("montrer l'aide d'une commande", "show the help of a command"),
    defaults: HelpRequest(),
    options: [.language { _, _ in }],
    operands: Operands(
      "CMD", .atMostOne, kind: .command,
      help: Bilingual("la commande à expliquer", "the command to be explained")
    ) { $0.command = $1 },
    run: { request, context throws(UsageError) in
      if let name = request.command {
        let command = try context.program.command(name)
        context.write(context.program.help(for: command, context.language))
      } else {
        context.write(context.program.help(context.language))
      }
      return .success
    })
}

import CanevasCommandLine
import CanevasSource

private struct ManRequest: Sendable {}

extension Command {
  static let man = Command(
    "man",
    summary: Bilingual("donner la page de manuel", "give the manual page"),
    details: Bilingual(
      "La page s'écrit sur la sortie standard, dans le langage de man(7) ; « canevas man | man -l "
        + "- » la montre.",
      "The page is written to the standard output, in the language of man(7); “canevas man | man "
        + "-l -” shows it."),
    defaults: ManRequest(), options: [.language { _, _ in }],
    run: { _, context in
      context.write(context.program.manual(context.language))
      return .success
    })
}

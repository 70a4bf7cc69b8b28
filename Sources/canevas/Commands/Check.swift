import CanevasCheck
import CanevasCommandLine
import CanevasProject
import CanevasSource

extension Command {
  static let check = Command(
    "check",
    summary: Bilingual(
      "vérifier le catalogue", "check the catalogue"),
    details: Bilingual(
      "Sans « --fix », rien n'est écrit. Le statut est 1 s'il y a une erreur, 2 si rien n'a pu "
        + "être vérifié, sinon 0.",
      "Without “--fix” nothing is written. The exit status is 1 with an error, 2 if nothing could "
        + "be checked, otherwise 0."),
    defaults: CheckRequest(), options: CheckRequest.options,
    operands: Operands(
      "PATH", .any, kind: .document,
      help: Bilingual(
        "fichiers et dossiers à vérifier (par défaut : tous)",
        "files and folders to be checked (default: all)")
    ) { $0.paths.append($1) },
    run: { request, context throws(UsageError) in
      let selection = try request.selection()
      return run(in: request.directory, context, language: request.language) {
        session, output throws(ProjectError) in
        if let file = selection.baseline, request.writesBaseline {
          return try writeBaseline(file, of: session, selection.policy, output)
        }
        let mended = try request.mend(session, selection, output)
        let result = try session.check(selection)
        try output.deliver(result.checked, of: session, as: request)
        output.show(
          result.mended, of: request.baseline, in: request.language ?? result.checked.language)
        return result.checked.count(.error) > 0 || !mended ? .findings : .success
      }
    })
}

/// Writes all findings of a catalogue, infos aside, as a baseline.
private func writeBaseline(
  _ file: String, of session: Session, _ policy: Policy, _ output: SessionOutput
) throws(ProjectError) -> ExitStatus {
  let checked = session.check(policy)
  try session.writeBaseline(checked, to: file)
  output.showBaseline(checked, at: file)
  return .success
}

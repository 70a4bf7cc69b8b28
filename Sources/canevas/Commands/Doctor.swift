import CanevasCommandLine
import CanevasProject
import CanevasSource

private struct DoctorRequest: Sendable {
  var directory: String?
  var output: String?
  var language: MessageLanguage?
}

extension Command {
  static let doctor = Command(
    "doctor",
    summary: Bilingual(
      "dire ce qui cloche dans l'installation", "tell what is wrong with the set-up"),
    details: Bilingual(
      "Examine le programme, le dossier de sortie, les encodages et le dépôt git, sans rien "
        + "écrire. Le statut est 1 s'il y a une erreur.",
      "Looks at the program, the output folder, the encodings and the git repository, and writes "
        + "nothing. The exit status is 1 with an error."),
    defaults: DoctorRequest(),
    options: [
      .directory { $0.directory = $1 },
      .text(
        "--out", placeholder: "DIR", kind: .folder,
        help: Bilingual(
          "dossier du site (par défaut : _site, à la racine du catalogue)",
          "the site's folder (default: _site at the catalogue's root)")
      ) { $0.output = $1 },
      .language { $0.language = $1 },
    ],
    run: { request, context in
      run(in: request.directory, context, language: request.language) {
        session, output throws(ProjectError) in
        let examinations = session.examine(
          Surroundings(
            version: context.program.version,
            output: request.output ?? session.root.site,
            variable: context.environment.variable))
        output.show(examinations)
        let remarks = examinations.flatMap(\.remarks)
        return remarks.contains { $0.severity == .error } ? .findings : .success
      }
    })
}

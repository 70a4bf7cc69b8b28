import CanevasCommandLine
import CanevasModel
import CanevasProject
import CanevasReport
import CanevasSource

/// Finds the catalogue from a folder and does something with it; what the world refuses is told
/// in one line, with the status of a run that could check nothing.
func run(
  in directory: String?, _ context: Context, language: MessageLanguage?,
  _ work: (Session, SessionOutput) throws(ProjectError) -> ExitStatus
) -> ExitStatus {
  let fileSystem = FileSystem()
  do throws(ProjectError) {
    let root = try CatalogueRoot(nearestTo: directory ?? ".", on: fileSystem)
    let output = SessionOutput(context: context, language: language)
    return try work(Session(root: root, on: fileSystem), output)
  } catch {
    context.complain(error.message)
    return .unusable
  }
}

extension Environment {
  /// How wide quoted lines of documents are shown: as the terminal, or in full view elsewhere.
  fileprivate var reportWidth: Int { outputWidth ?? 100 }
}

/// What a run has to say, on the terminal or as data.
struct SessionOutput {
  let context: Context
  /// `nil` for the catalogue's own language.
  let language: MessageLanguage?

  /// The findings as text, in a format for people.
  func show(_ checked: Session.Checked, as format: ReportFormat = .human) {
    let input = report(on: checked, folder: "", showsInfos: false)
    let bytes = format.report(
      on: input, isColoured: ColourChoice.auto.isColoured(in: context.environment),
      width: context.environment.reportWidth)
    context.environment.write(.output, bytes)
  }

  /// The findings as a request for a check wants them, on the standard output or in a file.
  func deliver(
    _ checked: Session.Checked, of session: Session, as request: CheckRequest
  ) throws(ProjectError) {
    let input = report(
      on: checked, folder: try session.folderInRepository(), showsInfos: request.showsInfos)
    if let file = request.output {
      let bytes = request.format.report(on: input, isColoured: request.colour == .always)
      try session.deliver(bytes, to: file)
    } else {
      let isColoured = request.colour.isColoured(in: context.environment)
      let width = context.environment.reportWidth
      context.environment.write(
        .output, request.format.report(on: input, isColoured: isColoured, width: width))
    }
  }

  /// What a baseline lists although it is mended.
  func show(_ mended: [Baseline.Entry], of baseline: String?, in language: MessageLanguage) {
    guard let baseline, !mended.isEmpty else { return }
    for entry in mended {
      context.complain(
        Bilingual(
          "corrigé : \(entry.path) : \(entry.message) [\(entry.code)]",
          "mended: \(entry.path): \(entry.message) [\(entry.code)]"), in: language)
    }
    let command = "canevas check --baseline \(baseline) --write-baseline"
    context.complain(
      Bilingual(
        "« \(baseline) » peut être allégé : \(command)", "“\(baseline)” can shrink: \(command)"),
      in: language)
  }

  /// That a baseline was written.
  func showBaseline(_ checked: Session.Checked, at path: String) {
    let findings = Words.findings(checked.count(.error) + checked.count(.warning))
    let words = Bilingual(
      "« \(path) » : \(findings.french) à laisser passer désormais",
      "“\(path)”: \(findings.english) to let pass from now on")
    context.write(words[language ?? checked.language] + "\n")
  }

  /// What was looked at, a line a part, and under each what is wrong with it.
  func show(_ examinations: [Examination]) {
    let language = language ?? context.language
    for examination in examinations {
      let worst = examination.remarks.map(\.severity).max()
      let mark = worst.map { $0 == .error ? "✗" : $0 == .warning ? "!" : "·" } ?? "✓"
      context.write("\(mark) \(examination.subject[language]) : \(examination.state)\n")
      for remark in examination.remarks {
        context.write("    \(remark.message[language])\n    → \(remark.remedy[language])\n")
      }
    }
  }

  /// How long the stages of a build took, and how much of the whole that is.
  func show(_ timings: Timings, pageCount: Int) {
    let total = timings.stages.reduce(Swift.Duration.zero) { $0 + $1.duration }
    for (name, duration) in timings.stages + [("total", total)] {
      let share = total == .zero ? 0 : Int((duration / total * 100).rounded())
      let padding = String(repeating: " ", count: max(1, 11 - name.utf8.count))
      context.write("  \(name)\(padding)\(milliseconds(duration)) ms  \(share) %\n")
    }
    context.write("  \(pageCount) pages\n")
  }

  /// What was published, or that nothing was.
  func show(_ result: Session.BuildResult, at path: String) {
    let words: Bilingual
    if let report = result.published {
      words = Bilingual(
        "« \(path) » : \(report.written.count) écrits, \(report.unchanged.count) inchangés, "
          + "\(report.removed.count) retirés",
        "“\(path)”: \(report.written.count) written, \(report.unchanged.count) unchanged, "
          + "\(report.removed.count) removed")
    } else {
      words = Bilingual(
        "rien n'est publié tant qu'il reste une erreur ; l'ancien site demeure",
        "nothing is published while there is an error; the former site stays")
    }
    context.write(words[language ?? result.checked.language] + "\n")
  }

  private func report(
    on checked: Session.Checked, folder: String, showsInfos: Bool
  ) -> ReportInput {
    ReportInput(
      checked, version: context.program.version, folder: folder,
      language: language ?? checked.language, showsInfos: showsInfos)
  }

  /// A duration in milliseconds with one decimal.
  private func milliseconds(_ duration: Swift.Duration) -> String {
    let tenths = Int((duration / .milliseconds(1) * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

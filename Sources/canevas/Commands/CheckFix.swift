import CanevasCheck
import CanevasCommandLine
import CanevasProject
import CanevasReport
import CanevasSource

/// Which fixes `canevas check --fix` makes.
package enum FixMode: String, CaseIterable, Sendable {
  case safe
  /// The safe ones, then those that are wanted of the others.
  case review
}

extension CheckRequest {
  /// Mends what is asked for and tells it on the standard error, so that the report remains what
  /// it is. Gives whether every fix that was to be made was made.
  func mend(
    _ session: Session, _ selection: Session.Selection, _ output: SessionOutput
  ) throws(ProjectError) -> Bool {
    guard let fix else { return true }
    // The catalogue is asked for its language only when the command line does not tell.
    let language = self.language ?? session.check().language
    let dialogue = FixDialogue(output: output, language: language, colour: colour)
    var fixed = try session.fix(selection, infosToo: showsInfos)
    dialogue.tell(fixed)
    if fix == .review {
      var asking = FixDialogue.Asking()
      let reviewed = try session.review(selection, infosToo: showsInfos) { question, file in
        dialogue.answer(to: question, in: file, &asking)
      }
      dialogue.tell(reviewed)
      fixed = fixed + reviewed
    }
    dialogue.count(fixed)
    return fixed.refused.isEmpty
  }
}

/// What is said about fixes, and asked.
private struct FixDialogue {
  let output: SessionOutput
  let language: MessageLanguage
  let colour: ColourChoice

  /// What has been answered for good.
  struct Asking {
    var appliesAll = false
    var hasEnded = false
  }

  private var isColoured: Bool {
    colour.isColoured(in: output.context.environment, on: .error)
  }

  /// One line a fix, and one a file that was left alone.
  func tell(_ fixed: Session.Fixed) {
    var bytes: [UInt8] = []
    for made in fixed.made {
      FixReport(isColoured: isColoured).write(
        made: made.fix, of: made.finding, language, to: &bytes)
    }
    output.context.environment.write(.error, bytes)
    for error in fixed.refused { write(error.message) }
    for path in fixed.unsettled {
      write(
        Bilingual(
          "\(path): des correctifs se défont l'un l'autre ; le fichier attend votre choix",
          "\(path): some fixes undo each other; the file waits for your choice"))
    }
  }

  /// How much was mended, in one line.
  func count(_ fixed: Session.Fixed) {
    write(FixReport.summary(fixed.made.count, files: fixed.fileCount))
  }

  /// Shows a finding with what each of its fixes would change, and asks.
  func answer(
    to question: Review.Question, in file: SourceFile, _ asking: inout Asking
  ) -> Session.ReviewAnswer {
    guard !asking.hasEnded else { return .stop }
    guard !asking.appliesAll else { return .apply(0) }
    var bytes: [UInt8] = []
    FixReport(isColoured: isColoured).write(
      question.finding, fixes: question.fixes, in: file, language, to: &bytes)
    output.context.environment.write(.error, bytes)
    switch ask(fixCount: question.fixes.count) {
    case .one(let number): return .apply(number)
    case .no: return .skip
    case .all:
      asking.appliesAll = true
      return .apply(0)
    case .quit:
      asking.hasEnded = true
      return .stop
    }
  }

  /// Asks until an answer is understood; the end of the input, or three that are not, end it all.
  private func ask(fixCount: Int) -> FixAnswer {
    let environment = output.context.environment
    for _ in 0..<3 {
      environment.write(.error, Array(FixAnswer.prompt(fixCount: fixCount)[language].utf8))
      let line = environment.readLine()
      // What a person types ends the line on the screen.
      if !environment.inputIsTerminal || line == nil { environment.write(.error, [0x0A]) }
      guard let line else { return .quit }
      if let answer = FixAnswer(line, fixCount: fixCount) { return answer }
    }
    return .quit
  }

  private func write(_ text: Bilingual) {
    var bytes: [UInt8] = []
    FixReport(isColoured: isColoured).write(text[language], to: &bytes)
    output.context.environment.write(.error, bytes)
  }
}

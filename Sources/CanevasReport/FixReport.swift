package import CanevasSource

/// A finding with what its fixes would change, for somebody who decides about them.
package struct FixReport: Sendable {
  private let isColoured: Bool

  package init(isColoured: Bool) {
    self.isColoured = isColoured
  }

  /// Appends the finding's headline, then every fix as a difference; several are numbered.
  package func write(
    _ finding: Diagnostic, fixes: [Fix], in file: SourceFile, _ language: MessageLanguage,
    to output: inout [UInt8]
  ) {
    var text = TerminalText(isColoured: isColoured)
    let style = TerminalText.Style(finding.severity)
    let line = LineIndex(file.bytes).line(
      at: min(finding.location.range.lowerBound, file.bytes.count))
    text.endLine()
    text.write("\(file.path):\(line): ")
    text.write(finding.severity.words[language], style)
    text.write(": " + finding.message[language], .strong)
    text.write(" [\(finding.code)]", style)
    text.endLine()
    output += text.bytes
    for (number, fix) in fixes.enumerated() {
      var text = TerminalText(isColoured: isColoured)
      let mark = fixes.count > 1 ? "\(number + 1). " : ""
      text.write(mark + Words.fix(fix)[language], .strong)
      text.endLine()
      output += text.bytes
      UnifiedDiff(isColoured: isColoured).write(
        file, fix.edits.applied(to: file.bytes), to: &output)
    }
  }

  /// Appends one line on a fix that was made.
  package func write(
    made fix: Fix, of finding: Diagnostic, _ language: MessageLanguage, to output: inout [UInt8]
  ) {
    var text = TerminalText(isColoured: isColoured)
    text.write("\(finding.location.path): \(fix.title[language])")
    text.write(" [\(finding.code)]", .added)
    text.endLine()
    output += text.bytes
  }

  /// Appends one line of words.
  package func write(_ words: String, to output: inout [UInt8]) {
    var text = TerminalText(isColoured: isColoured)
    text.write(words)
    text.endLine()
    output += text.bytes
  }

  /// How much was mended, in one line.
  package static func summary(_ count: Int, files: Int) -> Bilingual {
    guard count > 0 else { return Bilingual("aucun constat corrigé", "no finding mended") }
    let findings = Words.findings(count)
    let places = Words.counted(files, Bilingual("fichier", "file"))
    return Bilingual(
      "\(findings.french) corrigé\(count > 1 ? "s" : "") dans \(places.french)",
      "\(findings.english) mended in \(places.english)")
  }
}

/// What is answered to the question whether to make a fix.
package enum FixAnswer: Hashable, Sendable {
  /// One of the fixes, counted from zero.
  case one(Int)
  case no
  /// This one, and the first fix of every finding that follows.
  case all
  case quit

  /// Reads an answer in either language; `nil` when it is none.
  package init?(_ line: String, fixCount: Int) {
    let word = folded(line)
    switch word {
    case "o", "oui", "y", "yes": self = .one(0)
    case "n", "non", "no": self = .no
    case "t", "tout", "a", "all": self = .all
    case "q", "quitter", "quit": self = .quit
    default:
      guard let number = Int(word), (1...fixCount).contains(number) else { return nil }
      self = .one(number - 1)
    }
  }

  /// The question, without a line end. With several fixes « oui » makes the first.
  package static func prompt(fixCount: Int) -> Bilingual {
    let numbers = fixCount > 1 ? "[1-\(fixCount)] / " : ""
    return Bilingual(
      "appliquer ? \(numbers)[o]ui / [n]on / [t]out / [q]uitter ",
      "apply? \(numbers)[y]es / [n]o / [a]ll / [q]uit ")
  }
}

package import CanevasSource

/// The words of the reports themselves; those of a finding come with the finding.
package enum Words {
  /// A fix by its name and what it may do to the document.
  static func fix(_ fix: Fix) -> Bilingual {
    let safety =
      switch fix.safety {
      case .safe: Bilingual("correctif sûr", "safe fix")
      case .review: Bilingual("correctif à relire", "fix to review")
      case .placeholder: Bilingual("correctif à compléter", "fix to complete")
      }
    return Bilingual(
      safety.french + " : " + fix.title.french, safety.english + ": " + fix.title.english)
  }

  private static func documents(_ count: Int) -> Bilingual {
    counted(count, Bilingual("document", "document"))
  }

  /// How many findings, of whatever severity.
  package static func findings(_ count: Int) -> Bilingual {
    counted(count, Bilingual("constat", "finding"))
  }

  package static func findings(_ count: Int, _ severity: Severity) -> Bilingual {
    let none =
      switch severity {
      case .error, .info: Bilingual("aucune", "no")
      case .warning: Bilingual("aucun", "no")
      }
    return counted(count, severity.words, none: none)
  }

  /// What opens the list of counts, behind the documents.
  static let colon = Bilingual(" : ", ": ")

  /// What a report counts, in one sentence: documents, findings, and what can be mended without
  /// a second look. The parts that count findings come with the findings' severity.
  static func countParts(of input: ReportInput) -> [(text: String, severity: Severity?)] {
    let language = input.language
    var parts: [(String, Severity?)] = [
      (documents(input.documentCount)[language] + colon[language], nil)
    ]
    for (number, severity) in input.severities.enumerated() {
      let count = input.count(severity)
      if number > 0 { parts.append((", ", nil)) }
      parts.append((findings(count, severity)[language], count == 0 ? nil : severity))
    }
    if input.passedCount > 0 { parts.append((passed(input.passedCount)[language], nil)) }
    let fixable = input.safelyFixableCount
    if fixable > 0 { parts.append((safelyFixable(fixable)[language], nil)) }
    return parts
  }

  /// The same as plain text.
  static func counts(of input: ReportInput) -> String {
    countParts(of: input).map(\.text).joined()
  }

  /// How many findings a baseline or a former revision knows.
  private static func passed(_ count: Int) -> Bilingual {
    Bilingual(" ; \(count) déjà connu\(count > 1 ? "s" : "")", "; \(count) known already")
  }

  private static func safelyFixable(_ count: Int) -> Bilingual {
    Bilingual(" ; \(count) avec un correctif sûr", "; \(count) with a safe fix")
  }

  /// What makes the safe fixes.
  static let fixCommand = "canevas check --fix"

  /// What is wrong and the next step, for those who see neither the document nor the fixes.
  static func messageAndHelp(
    of diagnostic: Diagnostic, _ language: MessageLanguage, separator: String = " ; "
  ) -> String {
    let message = diagnostic.message[language]
    return diagnostic.help.map { message + separator + $0[language] } ?? message
  }

  /// The case that a document without a finding has passed.
  static let isChecked = Bilingual("aucun constat", "no finding")

  /// That some findings are listed, but are not shown beside the lines that they are about.
  static func withoutAnnotation(_ count: Int) -> Bilingual {
    let findings = findings(count)
    return Bilingual(
      "\(findings.french) sans annotation ; le journal les liste tous",
      "\(findings.english) without an annotation; the log lists them all")
  }

  /// The top of the catalogue's repository, which the addresses of files are relative to.
  static let repositoryTop = Bilingual("la racine du dépôt", "the top of the repository")

  /// What stands over an example and over the same one mended.
  static let bad = Bilingual("À corriger :", "To mend:")
  static let good = Bilingual("Corrigé :", "Mended:")

  /// French has the plural from two on; English for all but one.
  package static func counted(
    _ count: Int, _ word: Bilingual, none: Bilingual = Bilingual("aucun", "no")
  ) -> Bilingual {
    Bilingual(
      (count == 0 ? none.french : String(count)) + " " + word.french + (count > 1 ? "s" : ""),
      (count == 0 ? none.english : String(count)) + " " + word.english + (count == 1 ? "" : "s"))
  }
}

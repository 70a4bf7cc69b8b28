import CanevasSource

/// The words of the page that authors read in a forge.
extension Words {
  static func reportTitle(of input: ReportInput) -> Bilingual {
    input.diagnostics.isEmpty
      ? Bilingual("Catalogue vérifié : aucun constat", "Catalogue checked: no finding")
      : Bilingual("Catalogue vérifié", "Catalogue checked")
  }

  /// What shows a severity at a glance.
  static func sign(of severity: Severity) -> String {
    switch severity {
    case .error: "🛑"
    case .warning: "⚠️"
    case .info: "ℹ️"
    }
  }

  static let safelyFixableRow = Bilingual("avec un correctif sûr", "with a safe fix")
  static let documentsRow = Bilingual("documents vérifiés", "documents checked")
  static let learnMore = Bilingual("En savoir plus", "Learn more")

  /// Where a finding is.
  static func place(_ line: Int, section: String?) -> Bilingual {
    guard let section else { return Bilingual("Ligne \(line) :", "Line \(line):") }
    return Bilingual(
      "Section « \(section) », ligne \(line) :", "Section “\(section)”, line \(line):")
  }

  /// What to do by hand with the lines of a fix.
  static func replacement(of part: MendedLines) -> Bilingual {
    if part.isAppended {
      return Bilingual("À la fin du document, ajouter :", "At the end of the document, add:")
    }
    let (first, last) = (part.lines.lowerBound, part.lines.upperBound)
    let french = first == last ? "la ligne \(first)" : "les lignes \(first) à \(last)"
    let english = first == last ? "line \(first)" : "lines \(first) to \(last)"
    return part.text.isEmpty
      ? Bilingual("Supprimer \(french).", "Remove \(english).")
      : Bilingual("Remplacer \(french) par :", "Replace \(english) by:")
  }

  static let tooLongToShow = Bilingual(
    " (trop long pour être montré ici)", " (too long to be shown here)")

  /// That some findings have no room in the page.
  static func withoutRoom(_ count: Int) -> Bilingual {
    let findings = findings(count)
    return Bilingual(
      "… et \(findings.french) de plus, que « canevas check » montre.",
      "… and \(findings.english) more, which “canevas check” shows.")
  }
}

package import CanevasSource

/// The words of the reports themselves; those of a finding come with the finding.
package enum Words {
  package static func severity(_ severity: Severity) -> Bilingual {
    severity.words
  }

  static func fix(_ title: Bilingual) -> Bilingual {
    Bilingual("correctif : " + title.french, "fix: " + title.english)
  }

  static func documents(_ count: Int) -> Bilingual {
    counted(count, Bilingual("document", "document"), none: Bilingual("aucun", "no"))
  }

  package static func findings(_ count: Int, _ severity: Severity) -> Bilingual {
    let none =
      switch severity {
      case .error, .info: Bilingual("aucune", "no")
      case .warning: Bilingual("aucun", "no")
      }
    return counted(count, self.severity(severity), none: none)
  }

  /// What opens the list of counts, behind the documents.
  static let colon = Bilingual(" : ", ": ")

  /// How many of the findings can be mended without a second look.
  static func safelyFixable(_ count: Int) -> Bilingual {
    Bilingual(" ; \(count) avec un correctif sûr", "; \(count) with a safe fix")
  }

  /// French has the plural from two on; English for all but one.
  private static func counted(_ count: Int, _ word: Bilingual, none: Bilingual) -> Bilingual {
    Bilingual(
      (count == 0 ? none.french : String(count)) + " " + word.french + (count > 1 ? "s" : ""),
      (count == 0 ? none.english : String(count)) + " " + word.english + (count == 1 ? "" : "s"))
  }
}

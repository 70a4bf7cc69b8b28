package import CanevasRender
package import CanevasReview
package import CanevasSource

/// What became of a catalogue between two states, as it is told outside of its site.
package struct ChangesReport: Sendable {
  /// What is told: what documents brought, or which pages of the site are not what they were.
  package enum Subject: Sendable {
    case changelog(Changelog)
    case pages(PageChanges)
  }

  /// The states as a reader knows them: `v1`, `dossier de travail`.
  let old: String
  let new: String
  let subject: Subject
  /// The site of the newer state, in whose words documents are told of.
  let site: Site
  let language: MessageLanguage

  package init(
    _ subject: Subject, from old: String, to new: String, _ site: Site,
    in language: MessageLanguage
  ) {
    self.subject = subject
    self.old = old
    self.new = new
    self.site = site
    self.language = language
  }

  /// `de v1 à v2`, behind a heading.
  var span: String { "\(old) → \(new)" }

  /// What each part of an entry opens with, behind the document's title.
  static let dash = " – "

  var colon: String { Bilingual(" : ", ": ")[language] }
}

extension ChangesReport {
  static let nothing = Bilingual("aucun changement à annoncer", "no change to announce")
  static let noPage = Bilingual("aucune page ne change", "no page changes")
  static let title = Bilingual("Nouveautés", "What is new")
  static let pagesTitle = Bilingual("Pages du site", "Pages of the site")

  static func count(_ number: Int) -> Bilingual {
    Bilingual(
      number > 1 ? "\(number) changements" : "\(number) changement",
      number == 1 ? "1 change" : "\(number) changes")
  }

  static func others(_ number: Int) -> Bilingual {
    Bilingual(
      number > 1 ? "et \(number) autres" : "et \(number) autre", "and \(number) more")
  }

  static func heading(_ fate: PageChanges.Fate) -> Bilingual {
    switch fate {
    case .added: Bilingual("Pages ajoutées", "Pages added")
    case .altered: Bilingual("Pages modifiées", "Pages altered")
    case .removed: Bilingual("Pages retirées", "Pages removed")
    }
  }

  /// How many pages have each fate, in one line.
  static func count(_ pages: PageChanges) -> Bilingual {
    let parts = PageChanges.Fate.allCases.map { fate in
      let number = pages[fate].count
      let plural = number > 1 ? "s" : ""
      return switch fate {
      case .added: Bilingual("\(number) page\(plural) ajoutée\(plural)", "\(number) added")
      case .altered: Bilingual("\(number) modifiée\(plural)", "\(number) altered")
      case .removed: Bilingual("\(number) retirée\(plural)", "\(number) removed")
      }
    }
    return Bilingual(
      parts.map(\.french).joined(separator: ", "),
      "pages: " + parts.map(\.english).joined(separator: ", "))
  }
}

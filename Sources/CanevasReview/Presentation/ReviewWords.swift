import CanevasCheck
package import CanevasModel
import CanevasReport
package import CanevasSource

/// The words that stand around changes on pages for reviewers.
package struct ReviewWords: Sendable {
  package let language: MessageLanguage

  package init(_ language: MessageLanguage) {
    self.language = language
  }

  private func say(_ french: String, _ english: String) -> String {
    language == .french ? french : english
  }

  var colon: String { say(" : ", ": ") }
  var document: String { say("Document", "Document") }
  var changes: String { say("Changements", "Changes") }
  var status: String { say("Statut", "Status") }
  var field: String { say("Champ", "Field") }
  var before: String { say("Avant", "Before") }
  var after: String { say("Après", "After") }
  var top: String { say("En tête", "At the top") }
  var formerly: String { say("auparavant", "formerly") }

  /// That some changes have no room on the page.
  func withoutRoom(_ count: Int) -> String {
    let changes = Words.counted(count, Bilingual("changement", "change"))
    return say(
      "… et \(changes.french) de plus, que « canevas diff » montre.",
      "… and \(changes.english) more, which “canevas diff” shows.")
  }

  /// Why what is said of a document may not be all: what keeps a version from being read.
  package func notices(of comparison: DocumentComparison) -> [String] {
    let hidden = say(
      "le contenu diffère, mais une version est illisible",
      "the contents differ, but one version cannot be read")
    let obstacles = comparison.obstacles.map { $0.message[language] }
    return (comparison.isHidden ? [hidden] : [])
      + obstacles.enumerated().filter { !obstacles[..<$0].contains($1) }.map(\.element)
  }

  /// What a document holds that came or went.
  func account(of comparison: DocumentComparison) -> String {
    let account = comparison.account
    let counts = [
      (account.sections, Bilingual("section", "section")),
      (account.items, Bilingual("élément", "item")), (account.words, Bilingual("mot", "word")),
    ].filter { $0.0 > 0 }.map { Words.counted($0.0, $0.1)[language] }
    let opening = name(of: comparison.fate)
    return counts.isEmpty ? opening : opening + colon + counts.joined(separator: ", ")
  }

  package func kind(_ kind: Kind) -> String {
    let noun = kind.nouns.one[language]
    return noun.prefix(1).uppercased() + noun.dropFirst()
  }

  package func name(of fate: DocumentComparison.Fate) -> String {
    switch fate {
    case .added: say("nouveau document", "new document")
    case .removed: say("document retiré", "document removed")
    case .changed: say("document modifié", "document changed")
    case .same: CatalogueComparison.noChange[language]
    }
  }

  package func name(of action: Change.Action) -> String {
    switch action {
    case .added: say("ajouté", "added")
    case .removed: say("retiré", "removed")
    case .changed: say("modifié", "changed")
    case .moved: say("déplacé", "moved")
    }
  }

  /// What a change was done to, where its text does not say it by itself.
  package func label(of subject: Change.Subject) -> String? {
    switch subject {
    case .title: say("Titre", "Title")
    case .tagline: say("Accroche", "Tagline")
    case .story: say("Récit", "Story")
    case .entry(let key): key.isEmpty ? nil : key
    case .waiver(let code): say("dérogation « \(code) »", "waiver “\(code)”")
    case .section, .item, .flow, .text: nil
    }
  }

  /// What was done to a section; of one that has another heading, that the words are its heading.
  func section(_ action: Change.Action) -> String {
    switch action {
    case .added: say("section ajoutée", "section added")
    case .removed: say("section retirée", "section removed")
    case .changed: say("titre de la section", "section's heading")
    case .moved: say("section déplacée", "section moved")
    }
  }

  /// That something that changed moved too, and where something that moved was; `nil` where there
  /// is nothing to say.
  package func move(of change: Change) -> String? {
    guard change.isMoved else { return nil }
    let was = change.formerHeadings.map { headings in
      let place = place(headings)
      return say("était sous \(place)", "was under \(place)")
    }
    let parts = [change.action == .moved ? nil : name(of: Change.Action.moved), was]
    return parts.contains { $0 != nil } ? parts.compactMap(\.self).joined(separator: ", ") : nil
  }

  /// Where something went that stood here.
  package func movedAway(to headings: [String], wasElsewhere: Bool) -> String {
    guard wasElsewhere else { return say("a changé de place", "changed places") }
    let place = self.place(headings)
    return say("déplacé sous \(place)", "moved under \(place)")
  }

  /// « 2 ajouts, 1 retrait », of one document; what became of it where that cannot be counted.
  package func counts(of document: DocumentComparison) -> String {
    CatalogueComparison([document]).counts.changeWords?[language] ?? name(of: document.fate)
  }

  private func place(_ headings: [String]) -> String {
    headings.isEmpty
      ? say("le titre", "the title")
      : say("« \(headings.joined(separator: " › ")) »", "“\(headings.joined(separator: " › "))”")
  }
}

extension DocumentComparison {
  /// The status before and after, where it changed.
  package var statusChange: (old: String?, new: String?)? {
    for change in changes {
      guard change.subject == .entry(MetadataKey.status.rawValue) else { continue }
      return (change.old?.text, change.new?.text)
    }
    return nil
  }
}

extension Change.Action {
  /// What shows at a glance what was done.
  var sign: String {
    switch self {
    case .added: "+"
    case .removed: "−"
    case .changed: "~"
    case .moved: "↕"
    }
  }
}

extension Fact {
  /// Whether the marked words of what changed do not show the fact by themselves.
  package func isUnseen(in subject: Change.Subject) -> Bool {
    switch self {
    case .flowFrom, .flowTo, .flowLabel, .word: false
    case .value: !subject.isEntry
    case .amount, .destination, .optional, .reviewed, .order, .emphasis: true
    }
  }
}

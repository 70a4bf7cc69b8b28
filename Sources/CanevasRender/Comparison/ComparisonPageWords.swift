import CanevasReview
import CanevasSource
import CanevasTemplate

/// The words of the page of a comparison, but for those of all forms.
struct ComparisonPageWords {
  let review: ReviewWords

  init(_ language: MessageLanguage) {
    review = ReviewWords(language)
  }

  var language: MessageLanguage { review.language }

  private func say(_ french: String, _ english: String) -> String {
    language == .french ? french : english
  }

  /// What the page is called in a list of tabs.
  func title(of documents: [String]) -> String {
    guard documents.count == 1 else { return say("Ce qui change", "What changes") }
    return say("Ce qui change dans « \(documents[0]) »", "What changes in “\(documents[0])”")
  }

  func name(of state: AlignedPiece.State) -> String {
    switch state {
    case .same: say("inchangé", "unchanged")
    case .added: review.name(of: Change.Action.added)
    case .removed: review.name(of: Change.Action.removed)
    case .changed: review.name(of: Change.Action.changed)
    case .moved, .departed: review.name(of: Change.Action.moved)
    }
  }

  /// « +2 −1 ~3 », in signs that the key of the page explains. What came or went with something
  /// else does not count; what left its section counts in both.
  func signs(of pieces: [AlignedPiece]) -> String {
    let told = pieces.filter { piece in
      !piece.isWithin && (piece.state != .departed || piece.change?.formerHeadings != nil)
    }
    let signs: [(Set<AlignedPiece.State>, String)] = [
      ([.added], "+"), ([.removed], "−"), ([.changed], "~"), ([.moved, .departed], "↕"),
    ]
    return signs.compactMap { states, sign in
      let count = told.count { states.contains($0.state) }
      return count == 0 ? nil : sign + String(count)
    }.joined(separator: " ")
  }

  func unchanged(_ count: Int) -> String {
    say("\(count) passages inchangés", "\(count) unchanged passages")
  }

  func unchangedEntries(_ count: Int) -> String {
    count == 1
      ? say("1 autre ligne, inchangée", "1 other line, unchanged")
      : say("\(count) autres lignes, inchangées", "\(count) other lines, unchanged")
  }

  /// What a change changed in values, but for what the marked words show already.
  func facts(of change: Change) -> [String] {
    change.facts.filter { $0.isUnseen(in: change.subject) }
      .map { $0.words(of: change.subject).text(language) }
  }

  /// The fixed words of the template.
  var values: TemplateValue {
    let texts: [(String, String)] = [
      ("contents", say("Documents", "Documents")), ("before", say("Avant", "Before")),
      ("after", say("Après", "After")), ("key", say("Champ", "Field")),
      ("metadata", say("Métadonnées", "Metadata")), ("line", say("ligne", "line")),
      ("status", say("Statut", "Status")), ("legend", say("Légende", "Key")),
      ("added", say("ajouté", "added")), ("removed", say("retiré", "removed")),
      ("changed", say("modifié", "changed")), ("moved", say("déplacé", "moved")),
      ("unchanged", say("inchangé", "unchanged")), ("formerly", say("auparavant", "formerly")),
      ("sections", say("Ce qui change dans", "What changes in")),
      ("same", say("Aucun changement de sens", "No change of meaning")),
      ("waivers", say("Dérogations", "Waivers")),
      ("effects", say("Effets sur les autres documents", "Effects on other documents")),
      ("seeRemoved", say("Voir ce qui est retiré", "See what is removed")),
      ("colon", say(" : ", ": ")),
    ]
    return TemplateValue(record: texts.map { ($0.0, .html(typeset($0.1))) })
  }
}

package import CanevasModel

/// What was new in a catalogue, day by day, the newest day first: all that a page needs of its
/// sources' history. Empty where nothing is known of it.
package struct History: Hashable, Sendable {
  /// What one day brought.
  package struct Day: Hashable, Sendable {
    /// `2026-11-21`.
    package let date: String
    /// The moment of the day's last change, as RFC 3339 writes it.
    package let moment: String
    package let changelog: Changelog
  }

  package private(set) var days: [Day] = []

  package init() {}

  /// A day as it was recorded, with the documents that differ after it.
  package struct RecordedDay: Sendable {
    package let date: String
    package let moment: String
    package let changes: [DocumentChange]

    package init(date: String, moment: String, changes: [DocumentChange]) {
      self.date = date
      self.moment = moment
      self.changes = changes
    }
  }

  /// Tells days, the newest first. Documents that were renamed later have the identifiers that
  /// they have now; `title` is what they are called now.
  package init(_ recorded: [RecordedDay], title: @escaping (DocumentID) -> String?) {
    var present: [DocumentID: DocumentID] = [:]
    for day in recorded {
      let known = present
      let changes = day.changes.published
      let changelog = Changelog(changes) { title(known[$0] ?? $0) }
        .identified { known[$0] ?? $0 }
      if !changelog.isEmpty {
        days.append(Day(date: day.date, moment: day.moment, changelog: changelog))
      }
      // Before a document came, whatever had its name was another.
      for change in changes where change.old == nil {
        if let new = change.new { present[new.id] = nil }
      }
      for (old, new) in changes.newNames { present[old] = known[new] ?? new }
    }
  }
}

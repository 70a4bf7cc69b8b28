/// A file as git knows it: where it lies, and what names its content.
package struct RecordedFile: Hashable, Sendable {
  package let path: String
  package let object: String

  package init(path: String, object: String) {
    self.path = path
    self.object = object
  }
}

/// A file before and after a change; one side is absent where it came or went.
package struct RecordedChange: Hashable, Sendable {
  package var old: RecordedFile?
  package var new: RecordedFile?

  package init(old: RecordedFile?, new: RecordedFile?) {
    self.old = old
    self.new = new
  }
}

/// What one commit changed.
package struct RecordedCommit: Sendable {
  /// When it was written, as RFC 3339 writes it in the author's own time zone.
  package let moment: String
  package let changes: [RecordedChange]

  package init(moment: String, changes: [RecordedChange]) {
    self.moment = moment
    self.changes = changes
  }

  /// The day on which it was written, where it was written.
  package var date: String { String(moment.prefix(10)) }
}

extension [RecordedCommit] {
  /// What differs after each day, the newest first, of commits of which the newest is the first.
  /// What a day takes back again is not told.
  package var days: [(date: String, moment: String, changes: [RecordedChange])] {
    var byDate: [String: (moment: String, folding: Folding)] = [:]
    for commit in reversed() {
      var day = byDate[commit.date] ?? (commit.moment, Folding())
      day.moment = commit.moment
      for change in commit.changes { day.folding.add(change) }
      byDate[commit.date] = day
    }
    return byDate.sorted { $0.key > $1.key }.compactMap { date, day in
      let changes = day.folding.changes.filter { $0.old != $0.new }
      return changes.isEmpty ? nil : (date, day.moment, changes)
    }
  }
}

/// Changes that follow each other, put together.
private struct Folding {
  private(set) var changes: [RecordedChange] = []
  /// The last change that led to a file.
  private var placeOfFile: [RecordedFile: Int] = [:]
  /// The last change by which a path lost its file.
  private var placeOfGone: [String: Int] = [:]

  mutating func add(_ change: RecordedChange) {
    // A file that comes back where it went is the same.
    let before =
      change.old.map { placeOfFile.removeValue(forKey: $0) }
      ?? change.new.map { placeOfGone.removeValue(forKey: $0.path) } ?? nil
    if let before {
      changes[before].new = change.new
    } else {
      changes.append(change)
    }
    let place = before ?? changes.count - 1
    if let new = change.new { placeOfFile[new] = place }
    if change.new == nil, let old = changes[place].old { placeOfGone[old.path] = place }
  }
}

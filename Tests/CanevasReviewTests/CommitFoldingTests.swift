import CanevasReview
import Testing

/// How the changes of a day's commits become what the day changed.
@Suite struct CommitFoldingTests {
  /// A change in a few letters: `a1 a2` altered `a`, `a1 b1` renamed it, `- a1` and `a1 -` are its
  /// coming and going.
  private static func change(_ words: String) -> RecordedChange {
    let sides = words.split(separator: " ").map { word in
      word == "-"
        ? nil : RecordedFile(path: String(word.prefix(1)), object: String(word.dropFirst()))
    }
    return RecordedChange(old: sides[0], new: sides[1])
  }

  private static func words(_ change: RecordedChange) -> String {
    [change.old, change.new].map { $0.map { $0.path + $0.object } ?? "-" }.joined(separator: " ")
  }

  @Test(arguments: [
    (["- a1", "a1 a2"], ["- a2"]),
    (["a1 a2", "a2 a3"], ["a1 a3"]),
    (["a1 b1", "b1 b2"], ["a1 b2"]),
    (["a1 a2", "a2 a1"], []),
    (["- a1", "a1 -"], []),
    (["a1 -", "- a2"], ["a1 a2"]),
    (["a1 -", "- a1"], []),
    (["a1 b1", "- a2"], ["a1 b1", "- a2"]),
    (["a1 b1", "b1 c1", "c1 -"], ["a1 -"]),
    (["a1 a2", "b1 b2"], ["a1 a2", "b1 b2"]),
    // What another day changed in between is not this day's.
    (["a1 a2", "a3 a4"], ["a1 a2", "a3 a4"]),
  ])
  func changesOfADayAreFolded(commits: [String], expected: [String]) {
    let recorded = commits.reversed().map {
      RecordedCommit(moment: "2026-03-01T10:00:00Z", changes: [Self.change($0)])
    }
    #expect(recorded.days.flatMap(\.changes).map(Self.words) == expected)
    #expect(recorded.days.count == (expected.isEmpty ? 0 : 1))
  }

  @Test func daysAreThoseOfTheAuthors() {
    let commits = [
      ("2026-03-02T00:10:00+02:00", "a3 a4"), ("2026-03-01T23:50:00-05:00", "a2 a3"),
      ("2026-03-02T00:30:00+02:00", "a1 a2"), ("2026-03-01T08:00:00-05:00", "b1 b2"),
    ].map { RecordedCommit(moment: $0, changes: [Self.change($1)]) }
    let days = commits.days
    #expect(days.map(\.date) == ["2026-03-02", "2026-03-01"])
    #expect(
      days.map(\.moment) == ["2026-03-02T00:10:00+02:00", "2026-03-01T23:50:00-05:00"])
    #expect(days.map { $0.changes.map(Self.words) } == [["a1 a2", "a3 a4"], ["b1 b2", "a2 a3"]])
  }
}

package import CanevasSource

/// Goes through the fixes that need an author's look, from the first finding to the last.
///
/// Findings are given anew after every change; the review remembers how far it has come, so that
/// nothing is asked twice and it ends.
package struct Review: Sendable {
  /// A finding that can be mended, in one way or in several.
  package struct Question: Sendable {
    package let finding: Diagnostic
    /// At least one.
    package let fixes: [Fix]
  }

  /// How far the review has come: findings up to here were answered.
  fileprivate struct Cursor: Comparable {
    let path: String
    let start: Int
    let end: Int
    let code: String
    let message: String

    static func < (a: Cursor, b: Cursor) -> Bool {
      guard a.path == b.path else { return a.path < b.path }
      return (a.start, a.end, a.code, a.message) < (b.start, b.end, b.code, b.message)
    }
  }

  private var cursor: Cursor?
  /// Fixes that only lead to further ones must end, too.
  private var remaining = 10_000

  package init() {}

  /// The next question about the findings as they are now; `nil` when all were asked.
  package mutating func next(_ findings: [Diagnostic]) -> Question? {
    let byFile = Dictionary(grouping: findings, by: \.location.path)
    let open = byFile.values.flatMap(mendable).sorted()
    guard remaining > 0, let finding = open.first(where: isOpen) else { return nil }
    remaining -= 1
    cursor = Cursor(finding)
    return Question(finding: finding, fixes: finding.fixes.filter { $0.safety != .safe })
  }

  /// Tells that a fix of the last question was made: places behind its edits have moved.
  package mutating func made(_ fix: Fix) {
    guard let cursor else { return }
    self.cursor = Cursor(
      path: cursor.path, start: moved(cursor.start, by: fix.edits),
      end: moved(cursor.end, by: fix.edits), code: cursor.code, message: cursor.message)
  }

  private func isOpen(_ finding: Diagnostic) -> Bool {
    guard finding.fixes.contains(where: { $0.safety != .safe && !$0.edits.isEmpty }) else {
      return false
    }
    return cursor.map { $0 < Cursor(finding) } ?? true
  }
}

extension Review.Cursor {
  fileprivate init(_ finding: Diagnostic) {
    path = finding.location.path
    start = finding.location.range.lowerBound
    end = finding.location.range.upperBound
    code = finding.code
    message = finding.message.french
  }
}

/// Where an offset is after some edits.
private func moved(_ offset: Int, by edits: [TextEdit]) -> Int {
  edits.reduce(offset) { result, edit in
    edit.range.upperBound <= offset
      ? result + edit.replacement.utf8.count - edit.range.count : result
  }
}

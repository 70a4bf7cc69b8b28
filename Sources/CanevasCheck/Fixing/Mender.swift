package import CanevasSource

/// Makes the safe fixes of a catalogue round by round: each round is chosen from what the rules
/// say after the one before, until nothing is left to be done.
///
/// It always ends. Fixes that undo each other would bring a file back to a text that it had
/// before: then the file keeps that text, the first of the circle, and is left alone. So a second
/// run changes nothing.
package struct Mender: Sendable {
  /// What was mended, in the order in which it was.
  package var made: [ChosenFix] {
    histories.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.flatMap { made(in: $0) }
  }
  /// The files whose safe fixes undo each other, or come to no end.
  package private(set) var unsettled: Set<String> = []

  /// The texts that a file had, with the fixes that led from each to the next.
  private struct History: Sendable {
    var texts: [[UInt8]]
    var rounds: [[ChosenFix]] = []
  }

  private var histories: [String: History] = [:]
  /// More rounds than the sections, lines and words of a document can need one after the other.
  private static let mostRounds = 200

  package init() {}

  /// The files that change next, as they are then; none once everything is mended. `findings` are
  /// what is said of the files as they are now.
  package mutating func round(
    _ findings: [Diagnostic], in file: (String) -> SourceFile?
  ) -> [SourceFile] {
    var changed: [SourceFile] = []
    let byFile = Dictionary(grouping: findings, by: \.location.path)
    for path in byFile.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      guard !unsettled.contains(path), let now = file(path) else { continue }
      let fixes = safeFixes(of: byFile[path] ?? [])
      guard !fixes.isEmpty else { continue }
      let next = now.applying(fixes.flatMap(\.fix.edits))
      guard next.bytes != now.bytes else { continue }
      changed.append(remember(fixes, from: now, to: next))
    }
    return changed
  }

  /// What was mended in one file.
  package func made(in path: String) -> [ChosenFix] {
    histories[path]?.rounds.flatMap(\.self) ?? []
  }

  /// Takes a round into a file's history; what the file becomes by it.
  private mutating func remember(
    _ fixes: [ChosenFix], from now: SourceFile, to next: SourceFile
  ) -> SourceFile {
    var history = histories[now.path] ?? History(texts: [now.bytes])
    defer { histories[now.path] = history }
    let start = history.texts.firstIndex(of: next.bytes)
    if let start {
      history.texts.removeSubrange((start + 1)...)
      history.rounds.removeSubrange(start...)
    } else {
      history.texts.append(next.bytes)
      history.rounds.append(fixes)
    }
    if start != nil || history.rounds.count >= Self.mostRounds { unsettled.insert(now.path) }
    return next
  }
}

import CanevasModel
import CanevasReview
import CanevasSource
import CanevasTestSupport
import Foundation
import Testing

/// Beside git's own merge by lines, over the project's documents and random edits: where that one is
/// clean and right, ours is the same, byte for byte.
///
/// `CANEVAS_GIT_MERGES` asks for another number of merges.
@Suite struct GitMergeTests {
  private static let count =
    ProcessInfo.processInfo.environment["CANEVAS_GIT_MERGES"].flatMap(Int.init) ?? 300

  @Test func whereGitIsRightMergesAreTheSame() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "canevas-merge-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = sourceDocuments.filter { $0.bytes.count < 6_000 && hasDistinctHeadings($0) }
    var tally = Tally()
    for seed in 0..<Self.count {
      let file = files[seed &* 7 % files.count]
      let base = file.text(file.wholeRange)
      var ours = Author("o", seed: UInt64(seed) &* 3 &+ 11)
      var theirs = Author("t", seed: UInt64(seed) &* 5 &+ 12)
      let trial = Trial(
        base: base, ours: ours.edited(base, path: file.path),
        theirs: theirs.edited(base, path: file.path), path: file.path)
      try compare(trial, in: folder, &tally)
    }
    // The comparison says something only if git is clean and right most of the time.
    #expect(tally.same > Self.count / 4, "\(tally)")
    if Self.count > 1_000 { Issue.record("\(tally)") }
  }

  /// Whether no heading stands twice: which of two alike moved, nobody can tell.
  private func hasDistinctHeadings(_ file: SourceFile) -> Bool {
    let tree = PieceTree(TypedDocument(file))
    let names = tree.sections.filter { tree.pieces[$0].kind == .section(nil) }
      .map(tree.name(of:))
    return Set(names).count == names.count
  }

  private struct Tally {
    var same = 0
    var gitConflicts = 0
    var ourConflicts = 0
    var gitWrong = 0
    var bothConflict = 0
  }

  private func compare(_ trial: Trial, in folder: URL, _ tally: inout Tally) throws {
    let merge = trial.merge(trial.base, trial.ours, trial.theirs)
    let text = String(decoding: merge.bytes, as: UTF8.self)
    if !merge.conflicts.isEmpty { tally.ourConflicts += 1 }
    guard let byLines = try mergedByGit(trial, in: folder) else {
      tally.gitConflicts += 1
      if !merge.conflicts.isEmpty { tally.bothConflict += 1 }
      return
    }
    let isRight =
      merge.conflicts.isEmpty
      ? trial.meanings(of: byLines) == trial.meanings(of: text)
      : trial.newFaults(of: byLines).isEmpty && !repeats(byLines, trial)
    guard isRight else {
      tally.gitWrong += 1
      return
    }
    if byLines == text {
      tally.same += 1
      return
    }
    Issue.record(
      """
      PATH \(trial.path)
      BASE \(trial.base.debugDescription)
      OURS \(trial.ours.debugDescription)
      THEIRS \(trial.theirs.debugDescription)
      MERGE \(text.debugDescription)
      GIT \(byLines.debugDescription)
      """)
  }

  /// Whether a text has something twice that neither side has twice.
  private func repeats(_ text: String, _ trial: Trial) -> Bool {
    func counts(_ text: String) -> [UInt64: Int] {
      Dictionary(trial.meanings(of: text).map { ($0, 1) }, uniquingKeysWith: +)
    }
    let (ours, theirs) = (counts(trial.ours), counts(trial.theirs))
    return counts(text).contains { $1 > max(ours[$0] ?? 0, theirs[$0] ?? 0) }
  }

  /// What `git merge-file` makes of it; `nil` for a conflict.
  private func mergedByGit(_ trial: Trial, in folder: URL) throws -> String? {
    for (name, text) in [("base", trial.base), ("ours", trial.ours), ("theirs", trial.theirs)] {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "merge-file", "-p", "ours", "base", "theirs"]
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }
}

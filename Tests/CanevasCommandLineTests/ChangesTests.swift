import CanevasCommandLine
import CanevasTestSupport
import Foundation
import Testing
import canevas

/// What `canevas changes` tells of two states of a small catalogue, committed one after the other:
/// `Fixtures/changes/old` and `new`.
@Suite final class ChangesTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "canevas-changes-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try git("init", "-q", "-b", "main")
    try commit("old", date: "2026-03-01T10:00:00+01:00")
    try commit("new", date: "2026-03-02T23:30:00-05:00")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Commits a state of the fixture as all that there is.
  private func commit(_ state: String, date: String) throws {
    for name in ["canvases", "seeds"] {
      try? FileManager.default.removeItem(at: folder.appending(path: name))
      let source = fixturesFolder + "/changes/\(state)/\(name)"
      guard FileManager.default.fileExists(atPath: source) else { continue }
      try FileManager.default.copyItem(atPath: source, toPath: folder.path + "/" + name)
    }
    try git("add", "-A")
    try git("commit", "-q", "-m", state, "--date", date)
  }

  private func git(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["git", "-C", folder.path, "-c", "user.name=A", "-c", "user.email=a@example.org"] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging([
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
    ]) { $1 }
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "git \(arguments)")
  }

  private func ask(_ line: String, width: Int? = nil) -> Recording {
    Program.canevas.record(
      ["changes"] + words(line) + ["-C", folder.path], ["LANG": "fr_BE", "NO_COLOR": "1"],
      isTerminal: width != nil, width: width)
  }

  private static let answers: [(line: String, width: Int?, golden: String)] = [
    ("HEAD~1..HEAD", nil, "changes.txt"),
    ("HEAD~1..HEAD", 40, "changes-40.txt"),
    ("HEAD~1...HEAD --lang en", 80, "changes.en.txt"),
    ("HEAD~1..HEAD --format markdown", nil, "changes.md"),
    (
      "HEAD~1..HEAD --format markdown --lang en --base-url https://example.org/c", nil,
      "changes.en.md"
    ),
    ("HEAD~1..HEAD --format json", nil, "changes.json"),
    ("HEAD~1..HEAD --format atom --base-url https://example.org/c", nil, "changes.atom"),
    ("HEAD~1..HEAD --pages", nil, "pages.txt"),
    ("HEAD~1..HEAD --pages --lang en", 60, "pages-60.en.txt"),
    ("HEAD~1..HEAD --pages --format markdown --base-url https://example.org/c", nil, "pages.md"),
    ("HEAD~1..HEAD --pages --format json", nil, "pages.json"),
    ("HEAD..HEAD", nil, "nothing.txt"),
    ("HEAD..HEAD --pages --lang en --format markdown", nil, "no-page.en.md"),
  ]

  /// One test, for the repository is made once a test.
  @Test func allIsAsItWasRead() {
    for (line, width, golden) in Self.answers {
      let recording = ask(line, width: width)
      #expect(recording.error == "", "\(line)")
      #expect(recording.status == .success, "\(line)")
      expectGolden(recording.output, at: "changes/told/" + golden)
    }
  }

  @Test func withoutARangeItIsWhatIsNotCommitted() throws {
    #expect(ask("").output == "HEAD → dossier de travail : aucun changement à annoncer\n")
    let theme = folder.appending(path: "canvases/themes/mer.md")
    try "# Mer\n\n## ENJEUX\n\nLa mer.\n".write(to: theme, atomically: true, encoding: .utf8)
    #expect(
      ask("").output
        == "Nouveaux thèmes\n  + Mer\n\nHEAD → dossier de travail : 1 changement\n")
    #expect(ask("--pages").output.contains("  themes/mer.html"))
  }

  @Test func anAnswerGoesIntoAFile() throws {
    let file = folder.path + "/nouveautes.md"
    let recording = ask("HEAD~1..HEAD --format markdown --output \(file)")
    #expect(recording == Recording(status: .success))
    expectGolden(
      try String(contentsOfFile: file, encoding: .utf8), at: "changes/told/changes.md")
  }

  @Test func troubleIsTold() {
    for (line, words) in [
      ("absent..HEAD", "« absent »"), ("HEAD --format atom", "--base-url"),
      ("--pages --format atom", "--format"),
      ("HEAD --output \(folder.path)/canvases/x.md", "parmi les sources"),
    ] {
      let recording = ask(line)
      #expect(recording.status == .unusable)
      #expect(recording.error.contains(words), "\(recording.error)")
      #expect(recording.output == "")
    }
  }
}

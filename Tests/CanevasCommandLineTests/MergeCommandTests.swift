import CanevasCommandLine
import Foundation
import Testing
import canevas

/// `canevas merge` as people and git run it.
@Suite final class MergeCommandTests {
  private static let base = "# Essai\n\n- Statut : idée\n\n## CIBLES CLIENTS\n\n- Familles\n"
  private static let united = base + "- Écoles\n- Clubs\n"

  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "canevas merge-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write("base", Self.base)
    try write("ours", Self.base + "- Écoles\n")
    try write("theirs", Self.base + "- Clubs\n")
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  private func place(_ name: String) -> String { folder.appending(path: name).path }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  private func merge(_ options: String...) -> Recording {
    Program.canevas.record(
      ["merge", place("base"), place("ours"), place("theirs")] + options, ["LANG": "fr_BE"])
  }

  @Test func writesToTheStandardOutput() {
    #expect(merge() == Recording(status: .success, output: Self.united))
  }

  @Test func mayWriteOverAVersionAndKeepsItsMode() throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: place("ours"))
    #expect(merge("-o", place("ours")) == Recording(status: .success))
    #expect(try text("ours") == Self.united)
    let attributes = try FileManager.default.attributesOfItem(atPath: place("ours"))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test func tellsConflictsWithTheirPlaceInTheResult() throws {
    try write("ours", Self.base.replacing("Familles", with: "Familles nombreuses"))
    try write("theirs", Self.base.replacing("Familles", with: "Familles du quartier"))
    let recording = merge(
      "-o", place("ours"), "--path=canvases/fiches/essai.md", "--label-theirs", "branche",
      "--marker-size", "8")
    #expect(
      recording
        == Recording(
          status: .findings,
          error: "canevas: canvases/fiches/essai.md:7: conflit : CIBLES CLIENTS › "
            + "Familles nombreuses\n"))
    #expect(
      try text("ours").hasSuffix(
        """
        <<<<<<<< ours · CIBLES CLIENTS
        - Familles nombreuses
        ========
        - Familles du quartier
        >>>>>>>> branche · CIBLES CLIENTS

        """))
  }

  @Test func leavesEverythingWhereAVersionIsMissing() throws {
    try FileManager.default.removeItem(atPath: place("theirs"))
    let recording = merge("-o", place("ours"))
    #expect(recording.status == .unusable)
    #expect(recording.error.contains("theirs"))
    #expect(try text("ours") == Self.base + "- Écoles\n")
  }

  @Test(arguments: [
    ["a", "b"], ["a", "b", "c", "d"], ["a", "b", "c", "--marker-size", "x"],
    ["a", "b", "c", "--marker-size", "0"],
  ])
  func refusesWhatItCannotUnderstand(_ arguments: [String]) {
    let recording = Program.canevas.record(["merge"] + arguments, ["LANG": "en"])
    #expect(recording.status == .unusable)
    #expect(recording.error.hasPrefix("canevas: "))
  }
}

import CanevasCommandLine
import CanevasTestSupport
import Foundation
import Testing
import canevas

/// `canevas check --fix` as somebody sees it who types it, answers read from a script.
@Suite final class FixDialogueTests {
  private static let slips = """
    # CPAS

    - Type : reseaux
    - Sit : https://cpas.be

    ## Présentation :

    Un acteur.

    """

  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "canevas-\(UUID().uuidString)")

  init() throws {
    let actors = folder.appending(path: "canvases/acteurs")
    try FileManager.default.createDirectory(at: actors, withIntermediateDirectories: true)
    try Data("# Catalogue\n\n- Langue : fr\n".utf8).write(
      to: folder.appending(path: "canvases/catalogue.md"))
    try Data(Self.slips.utf8).write(to: file)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  private var file: URL { folder.appending(path: "canvases/acteurs/cpas.md") }
  private var text: String { (try? String(contentsOf: file, encoding: .utf8)) ?? "" }

  private func run(_ options: String, answers: [String] = []) -> Recording {
    Program.canevas.record(
      words("check -C \(folder.path) " + options), ["LANG": "fr_BE"], answers: answers)
  }

  @Test func tellsWhatWasMended() {
    let recording = run("--fix")
    #expect(
      recording.error == """
        canvases/acteurs/cpas.md: remplacer par « PRÉSENTATION » [titre-variante]
        1 constat corrigé dans 1 fichier

        """)
    #expect(recording.status == .findings)
    #expect(text == Self.slips.replacing("Présentation :", with: "PRÉSENTATION"))
  }

  @Test func theReportTellsWhatIsLeft() {
    let after = run("--fix").output
    #expect(after == run("").output)
    #expect(after.contains("valeur-inconnue") && !after.contains("titre-variante"))
  }

  @Test func asksAboutTheOthers() {
    let recording = run("--fix=review", answers: ["peut-être", "o", "n"])
    expectGolden(recording.error, at: "report/review-dialogue.txt")
    #expect(
      text
        == Self.slips.replacing("Présentation :", with: "PRÉSENTATION")
        .replacing("reseaux", with: "réseau"))
  }

  @Test(arguments: [["t"], ["o", "o"], ["y", "1"], ["o", "tout"]])
  func makesThemAll(answers: [String]) {
    let recording = run("--fix=review", answers: answers)
    #expect(recording.status == .success)
    #expect(recording.error.hasSuffix("\n3 constats corrigés dans 1 fichier\n"))
    #expect(text.contains("- Type : réseau\n- Site : https"))
  }

  @Test(arguments: [[], ["q"], ["n"], ["n", "n"], ["?", "?", "?", "o"], [""]])
  func makesNoneWithoutAYes(answers: [String]) {
    _ = run("--fix=review", answers: answers)
    #expect(text == Self.slips.replacing("Présentation :", with: "PRÉSENTATION"))
  }

  @Test func dataStayData() {
    #expect(run("--fix=review --format json", answers: ["t"]).output == run("--format json").output)
  }

  @Test func withoutTheOptionNothingIsWritten() {
    _ = run("")
    #expect(text == Self.slips)
  }
}

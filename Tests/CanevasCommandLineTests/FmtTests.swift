import CanevasCommandLine
import Foundation
import Testing
import canevas

/// `canevas fmt` as editors, hooks and people run it.
@Suite final class FmtTests {
  private static let messy = "# CPAS\n* type : réseau\n## Présentation :\nUn acteur.\n"
  private static let tidy = "# CPAS\n\n- Type : réseau\n\n## PRÉSENTATION\n\nUn acteur.\n"
  private static let broken = "# Bpost\n\n<<<<<<< HEAD\n*  a\n=======\n- a\n>>>>>>> autre\n"

  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "canevas-\(UUID().uuidString)")

  init() throws {
    let actors = folder.appending(path: "canvases/acteurs")
    try FileManager.default.createDirectory(at: actors, withIntermediateDirectories: true)
    try Data("# Catalogue\n\n- Langue : fr\n".utf8).write(
      to: folder.appending(path: "canvases/catalogue.md"))
    try Data(Self.messy.utf8).write(to: file)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  private var file: URL { folder.appending(path: "canvases/acteurs/cpas.md") }
  private var text: String { (try? String(contentsOf: file, encoding: .utf8)) ?? "" }

  private func run(_ options: String, input: String = "") -> Recording {
    Program.canevas.record(
      words("fmt -C \(folder.path) " + options), ["LANG": "en_GB"], input: Array(input.utf8))
  }

  private func writeBroken() throws {
    try Data(Self.broken.utf8).write(to: folder.appending(path: "canvases/acteurs/bpost.md"))
  }

  @Test func writesAndListsWhatItChanges() throws {
    #expect(run("") == Recording(status: .success, output: "canvases/acteurs/cpas.md\n"))
    #expect(text == Self.tidy)
    #expect(run("") == Recording(status: .success))
  }

  @Test func takesPathsAlone() throws {
    #expect(run(folder.appending(path: "canvases/catalogue.md").path).output == "")
    #expect(text == Self.messy)
    #expect(run(file.path).output == "canvases/acteurs/cpas.md\n")
  }

  @Test func checksWithoutWriting() {
    let difference = """
      --- canvases/acteurs/cpas.md
      +++ canvases/acteurs/cpas.md
      @@ -1,4 +1,7 @@
       # CPAS
      -* type : réseau
      -## Présentation :
      +
      +- Type : réseau
      +
      +## PRÉSENTATION
      +
       Un acteur.

      """
    #expect(run("--check") == Recording(status: .findings, output: difference))
    #expect(text == Self.messy)
    _ = run("")
    #expect(run("--check") == Recording(status: .success))
  }

  @Test func tellsWhatIsLeftAlone() throws {
    try writeBroken()
    let recording = run("")
    #expect(recording.status == .findings)
    #expect(recording.output == "canvases/acteurs/cpas.md\n")
    #expect(
      recording.error == "canevas: canvases/acteurs/bpost.md:3: conflit de versions non résolu ; "
        + "laissé tel quel [conflit-non-resolu]\n")
    let kept = try String(
      contentsOf: folder.appending(path: "canvases/acteurs/bpost.md"), encoding: .utf8)
    #expect(kept == Self.broken)
    #expect(run("--check --lang en").error.contains("; left as it is ["))
  }

  @Test(arguments: ["canvases/acteurs/cpas.md", "canvases/acteurs/pas-encore/nouveau.md"])
  func formatsTheStandardInput(_ path: String) {
    let place = folder.appending(path: path).path
    let recording = Program.canevas.record(
      ["fmt", "--stdin-filepath", place], input: Array(Self.messy.utf8))
    #expect(recording == Recording(status: .success, output: Self.tidy))
    #expect(text == Self.messy)
  }

  @Test func givesABrokenTextBack() {
    let recording = run("--stdin-filepath \(file.path)", input: Self.broken)
    #expect(recording.status == .findings)
    #expect(recording.output == Self.broken)
    #expect(recording.error.contains("cpas.md:3: conflit"))
  }

  @Test func checksTheStandardInput() {
    #expect(run("--check --stdin-filepath \(file.path)", input: Self.messy) == run("--check"))
    let tidy = run("--check --stdin-filepath \(file.path)", input: Self.tidy)
    #expect(tidy == Recording(status: .success))
  }

  @Test func canDoNothingOutsideACatalogue() {
    let outside = folder.appending(path: "autre.md").path
    #expect(run("--stdin-filepath \(outside)", input: "x").status == .unusable)
    #expect(run("--stdin-filepath \(outside)", input: "x").output == "")
    #expect(run("/").status == .success)
    #expect(run(FileManager.default.temporaryDirectory.path + "/..").status == .success)
    let nowhere = Program.canevas.record(["fmt", "--stdin-filepath", "/nulle/part/x.md"])
    #expect(nowhere.status == .unusable)
  }

  @Test func takesNoPathBesideTheStandardInput() {
    let recording = run("--stdin-filepath a.md b.md")
    #expect(recording.status == .unusable)
    #expect(recording.error.contains("b.md"))
  }
}

import CanevasCommandLine
import Foundation
import Testing
import canevas

/// `canevas diff` as people, scripts and git run it.
@Suite final class DiffTests {
  private static let sheet = "# CPAS\n\n- Type : réseau\n\n## PRÉSENTATION\n\nUn acteur.\n"
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "canevas diff é \(UUID().uuidString)")

  init() throws {
    let actors = folder.appending(path: "canvases/acteurs")
    try FileManager.default.createDirectory(at: actors, withIntermediateDirectories: true)
    try write("canvases/catalogue.md", "# Catalogue\n\n- Langue : fr\n")
    try write("canvases/acteurs/cpas.md", Self.sheet)
    for arguments in [["init", "-q", "-b", "main"], ["add", "."], ["commit", "-qm", "Un"]] {
      try git(arguments)
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  private func git(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    process.arguments = ["git", "-C", folder.path] + identity + arguments
    process.environment = ProcessInfo.processInfo.environment.merging([
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
    ]) { $1 }
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "git \(arguments)")
  }

  private func run(_ arguments: String..., variables: [String: String] = [:]) -> Recording {
    let variables = variables.merging(["LANG": "en_GB"]) { first, _ in first }
    return Program.canevas.record(["diff", "-C", folder.path] + arguments, variables)
  }

  private static let told = """
    CPAS                                                    canvases/acteurs/cpas.md

      PRÉSENTATION
      ~ Un acteur {+social+}.                             canvases/acteurs/cpas.md:7

    1 document : 1 changement

    """

  @Test func tellsOfRevisions() throws {
    let same = Recording(status: .success, output: "aucun changement de sens\n")
    #expect(run() == same)
    try write("canvases/acteurs/cpas.md", Self.sheet.replacing("acteur.", with: "acteur social."))
    let changed = Recording(status: .findings, output: Self.told)
    #expect(run() == changed)
    #expect(run("main") == changed)
    #expect(run("HEAD", path("canvases/acteurs")) == changed)
    #expect(run(path("canvases/acteurs/cpas.md")) == changed)
    #expect(run("--staged") == same)
    #expect(run("--", path("canvases/acteurs/autre.md")) == same)
    try git(["add", "."])
    #expect(run("--staged") == changed)
    #expect(run("--staged", "HEAD") == changed)
    try git(["commit", "-qm", "Deux"])
    #expect(run("HEAD~1..HEAD") == changed)
    #expect(run("HEAD~1", "HEAD") == changed)
    #expect(run("HEAD~1...") == changed)
    #expect(run("HEAD", "HEAD~1").output.contains("[-social-]"))
  }

  @Test func formAloneIsNoDifference() throws {
    try write("canvases/acteurs/cpas.md", Self.sheet.replacing("- Type", with: "*   type"))
    let result = run("--lang", "en")
    #expect(result.status == .success)
    #expect(result.output.hasSuffix("\nno change of meaning; 1 document in form alone\n"))
  }

  @Test func comparesFilesAndFoldersOfGitsTools() throws {
    try write("avant.md", Self.sheet)
    try write("apres.md", Self.sheet.replacing("acteur.", with: "acteur social."))
    let files = run("--path", "canvases/acteurs/cpas.md", path("avant.md"), path("apres.md"))
    #expect(files == Recording(status: .findings, output: Self.told))
    for side in ["gauche", "droite"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: side + "/canvases/acteurs"), withIntermediateDirectories: true)
    }
    try write("gauche/canvases/acteurs/cpas.md", Self.sheet)
    try write(
      "droite/canvases/acteurs/cpas.md", Self.sheet.replacing("acteur.", with: "acteur social."))
    let folders = run(
      path("gauche"), path("droite"), variables: ["GIT_DIFFTOOL_DIRDIFF": "true"])
    #expect(folders == Recording(status: .findings, output: Self.told))
  }

  @Test func writesWhole() throws {
    try write("canvases/acteurs/cpas.md", Self.sheet.replacing("acteur.", with: "acteur social."))
    let file = path("diff.txt")
    #expect(run("--output", file) == Recording(status: .findings))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == Self.told)
    let source = path("canvases/acteurs/cpas.md")
    #expect(run("--output", source).status == .unusable)
    let data = run("--format", "json").output
    let value = try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any]
    #expect(value?["same"] as? Bool == false)
    #expect(run("--color", "always").output.contains("\u{1B}[32msocial\u{1B}[0m"))
  }

  @Test func saysWhatItDoesNotKnow() {
    for (arguments, message) in [
      (
        ["nulle"],
        "canevas: “nulle” is neither a file nor a folder, nor a revision that git knows\n"
      ),
      (["--", "--"], ""),
      (["a", "b", "c"], "canevas: unexpected argument “c”. See “canevas help diff”.\n"),
      (["a..b", "c"], "canevas: unexpected argument “a..b”. See “canevas help diff”.\n"),
      (
        ["--path", "x.md", "HEAD"],
        "canevas: missing argument (NEW). See “canevas help diff”.\n"
      ),
    ] {
      let result = Program.canevas.record(
        ["diff", "-C", folder.path] + arguments, ["LANG": "en_GB"])
      #expect(result.status == .unusable)
      if !message.isEmpty { #expect(result == Recording(status: .unusable, error: message)) }
    }
  }
}

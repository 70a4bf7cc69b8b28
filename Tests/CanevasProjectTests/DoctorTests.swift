import CanevasProject
import CanevasSource
import CanevasTestSupport
import Foundation
import Testing

/// What `canevas doctor` says of a catalogue's surroundings.
@Suite struct DoctorTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder.catalogue()
  }

  /// The gravest things that are said, each as the part it is about and its French message.
  private func remarks(
    output: String = "_site", _ variables: [String: String] = ["LANG": "fr_BE.UTF-8"]
  ) throws -> [String] {
    let session = try Session(
      root: CatalogueRoot(nearestTo: folder.path, on: FileSystem()), on: FileSystem())
    let surroundings = Surroundings(
      version: "1", output: folder.absolute(output), variable: { variables[$0] })
    return session.examine(surroundings).flatMap { examination in
      examination.remarks.map { remark in
        "\(examination.subject.french) \(remark.severity.rawValue) "
          + remark.message.french.replacing(folder.path, with: "…")
      }
    }
  }

  private func initialize() throws {
    try folder.git("init", "-q")
    try folder.write(".gitignore", "_site/\n")
  }

  @Test func isContentWithAGoodSetUp() throws {
    try initialize()
    #expect(try remarks() == [])
  }

  @Test func saysThatNothingIsKeptInGit() throws {
    #expect(try remarks() == ["dépôt git info le catalogue n'est pas suivi par git"])
  }

  @Test func seesAnOutputAmongTheSources() throws {
    try initialize()
    #expect(
      try remarks(output: "canvases/site") == [
        "sortie error « …/canvases/site » mêlerait le site aux sources ; choisissez un autre"
          + " dossier de sortie"
      ])
    try folder.write("ailleurs/autre.txt", "rien de Canevas")
    #expect(try remarks(output: "ailleurs").first?.hasPrefix("sortie error") == true)
  }

  @Test func seesASiteThatGitWouldKeep() throws {
    try initialize()
    #expect(
      try remarks(output: "public") == [
        "dépôt git warning git ne laisse pas de côté le dossier du site, « …/public »"
      ])
  }

  @Test func seesDriversThatAreNotRegistered() throws {
    try initialize()
    try folder.write(".gitattributes", "*.md diff=markdown merge=canevas\n")
    #expect(
      try remarks() == [
        "dépôt git warning « .gitattributes » nomme le pilote « merge=canevas », que ce clone n'a"
          + " pas"
      ])
    try folder.git("config", "merge.canevas.driver", "canevas merge %O %A %B")
    #expect(try remarks() == [])
  }

  @Test func seesWhatChangesTheBytesOfDocuments() throws {
    try initialize()
    try folder.git("config", "core.autocrlf", "true")
    #expect(
      try remarks() == [
        "dépôt git warning git change les fins de ligne des documents (core.autocrlf)"
      ])
    try folder.write(".gitattributes", "*.md text eol=lf\n")
    #expect(try remarks() == [])
    try folder.write(".gitattributes", "*.md text eol=lf working-tree-encoding=ISO-8859-1\n")
    #expect(
      try remarks() == [
        "dépôt git error git récrit les documents en « ISO-8859-1 » (working-tree-encoding)"
      ])
  }

  @Test(arguments: [
    (".editorconfig", "[*.md]\nCharset = latin1\n", "latin1"),
    (".vscode/settings.json", "{\n  \"files.encoding\": \"windows1252\",\n}\n", "windows1252"),
  ]) func seesEditorsThatWriteAnotherEncoding(_ name: String, _ text: String, _ value: String)
    throws
  {
    try initialize()
    try folder.write(name, text)
    #expect(
      try remarks() == [
        "encodage error « \(name) » demande l'encodage « \(value) » : les documents ne seraient"
          + " plus lisibles"
      ])
    try folder.write(name, text.replacing(value, with: "utf-8"))
    #expect(try remarks() == [])
  }

  @Test func seesALocaleWithoutAccents() throws {
    try initialize()
    #expect(try remarks(["LC_ALL": "", "LANG": "C"]).first?.hasPrefix("encodage warning") == true)
    #expect(try remarks([:]).first?.hasPrefix("encodage warning") == true)
  }

  /// The program is a fixture: one just written could not be run while another test starts a
  /// process, which holds the file open for a moment.
  @Test func seesAnotherVersionOnThePath() throws {
    try initialize()
    let bin = fixturesFolder + "/doctor/bin"
    #expect(
      try remarks(["LANG": "fr_BE.UTF-8", "PATH": bin + ":/usr/bin"]) == [
        "programme warning la commande « canevas » lance « \(bin)/canevas », de version 0.0.9"
      ])
  }

  /// Access rights do not mend a name.
  @Test func tellsOfANameThatIsNoText() throws {
    try folder.makeFolder("canvases/themes")
    let name = Array(folder.absolute("canvases/themes/").utf8CString.dropLast()) + [-1, 0]
    let descriptor = open(name, O_CREAT | O_WRONLY, 0o644)
    #expect(descriptor >= 0)
    close(descriptor)
    let session = try Session(
      root: CatalogueRoot(nearestTo: folder.path, on: FileSystem()), on: FileSystem())
    let examinations = session.examine(
      Surroundings(version: "1", output: folder.absolute("_site"), variable: { _ in nil }))
    #expect(examinations[0].remarks.map(\.remedy.french) == ["renommez ce fichier"])
  }

  @Test func seesSourcesThatCannotBeRead() throws {
    try folder.write("canvases/themes/un.md", "# Un\n")
    let fileSystem = FileSystem { operation, path throws(ProjectError) in
      if operation == .open, path.hasSuffix("un.md") {
        throw .system(.open, path: path, SystemReason(code: EACCES))
      }
    }
    let session = try Session(
      root: CatalogueRoot(nearestTo: folder.path, on: fileSystem), on: fileSystem)
    let examinations = session.examine(
      Surroundings(version: "1", output: folder.absolute("_site"), variable: { _ in nil }))
    #expect(
      examinations[0].remarks.map(\.message.french) == [
        "« canvases/themes/un.md » est illisible : permission refusée"
      ])
  }
}

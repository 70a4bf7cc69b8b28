import CanevasProject
import CanevasSource
import CanevasTestSupport
import Foundation
import Testing

/// Whatever lies in the catalogue's folders gives a clear finding, never a crash and never a
/// document that is skipped in silence.
@Suite struct HostileInputTests {
  private let folder = TemporaryFolder()

  init() throws {
    try folder.write("# Catalogue\n\n- Langue : fr\n", to: "canvases/catalogue.md")
  }

  private func check() throws -> Session.Checked {
    try Session(root: folder.path, fileSystem: FileSystem()).check()
  }

  /// The codes found in one file.
  private func codes(_ path: String) throws -> [String] {
    try check().diagnostics.filter { $0.location.path == path && $0.severity > .info }.map(\.code)
  }

  private let path = "canvases/fiches/x.md"

  @Test func anEmptyFile() throws {
    try folder.write("", to: path)
    #expect(try !codes(path).isEmpty)
  }

  @Test func fiftyMegabytes() throws {
    try folder.write(Data(repeating: 0x61, count: 50 * 1024 * 1024), to: path)
    #expect(try codes(path) == ["fichier-trop-grand"])
  }

  @Test func bytesThatAreNoUTF8() throws {
    try folder.write(Data([0x23, 0x20, 0xC3, 0x28, 0x0A]), to: path)
    #expect(try codes(path) == ["encodage-inconnu"])
  }

  @Test func aNul() throws {
    try folder.write("# Ti\0tre\n", to: path)
    #expect(try codes(path) == ["octet-nul"])
  }

  @Test(arguments: ["> ", "- ", "[", "![[](", "*a **b ", "<a><!--"])
  func tenThousandFold(pattern: String) throws {
    try folder.write("# T\n\n" + String(repeating: pattern, count: 10_000) + "\n", to: path)
    #expect(try !codes(path).isEmpty)
  }

  @Test func aFolderAndAPipeWithADocumentsName() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/" + path, withIntermediateDirectories: true)
    let pipe = "canvases/fiches/tube.md"
    #expect(mkfifo(folder.path + "/" + pipe, 0o600) == 0)
    #expect(try codes(path) == ["fichier-special"])
    #expect(try codes(pipe) == ["fichier-special"])
  }

  @Test func linksThatLeadOutInACircleOrNowhere() throws {
    try folder.write("# Dehors\n", to: "dehors.md")
    try folder.write("# Dedans\n\n- Type : réseau\n", to: "canvases/acteurs/dedans.md")
    func link(_ name: String, to target: String) throws {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/canvases/acteurs/" + name, withDestinationPath: target)
    }
    try link("sortie.md", to: "../../dehors.md")
    try link("nulle-part.md", to: "absent.md")
    try link("boucle", to: "../acteurs")
    try link("moi.md", to: "moi.md")
    try link("bon.md", to: "dedans.md")
    for name in ["sortie.md", "nulle-part.md", "boucle", "moi.md"] {
      #expect(try codes("canvases/acteurs/" + name) == ["lien-symbolique-egare"], "\(name)")
    }
    #expect(try codes("canvases/acteurs/bon.md").isEmpty)
  }

  @Test func aFileThatCannotBeRead() throws {
    try folder.write("# Titre\n", to: path)
    let refused = FileSystem { operation, path throws(ProjectError) in
      if operation == .read, path.hasSuffix("x.md") {
        throw ProjectError(.refused(.read, reason: "Permission denied"), path: path)
      }
    }
    let checked = try Session(root: folder.path, fileSystem: refused).check()
    let found = checked.diagnostics.filter { $0.location.path == path }
    #expect(found.map(\.code) == ["fichier-illisible"])
    #expect(found.first?.message.french.contains("Permission denied") == true)
  }

  @Test func carriageReturnsAndDecomposedAccentsReadAsAnyOther() throws {
    let plain = """
      # Épicerie

      - Type : coopérative

      ## PRÉSENTATION

      Une épicerie.

      """
    let path = "canvases/acteurs/epicerie.md"
    try folder.write(plain, to: path)
    let expected = try codes(path)
    try folder.write(
      plain.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\r\n"), to: path)
    #expect(try codes(path) == expected)
    try folder.write(plain.decomposedStringWithCanonicalMapping, to: path)
    let decomposed = try codes(path).filter { $0 != "titre-variante" }
    #expect(decomposed == expected)
  }

  @Test func aMarkdownFileInNoKnownFolder() throws {
    try folder.write("# Titre\n", to: "canvases/brouillons/idee.md")
    #expect(try codes("canvases/brouillons/idee.md") == ["dossier-inconnu"])
  }

  @Test(arguments: ["README.md", "_brouillon.md", ".cache.md", "fiche.md~", "fiche.md.orig"])
  func filesThatAreLeftAlone(name: String) throws {
    try folder.write("n'importe quoi", to: "canvases/fiches/" + name)
    #expect(try codes("canvases/fiches/" + name).isEmpty)
  }
}

import CanevasProject
import CanevasSource
import Foundation
import Testing

/// Whatever lies in the catalogue's folders gives a clear finding, never a crash and never a
/// document that is skipped in silence.
@Suite struct HostileInputTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write("canvases/catalogue.md", "# Catalogue\n\n- Langue : fr\n")
  }

  private func check() throws -> Session.Checked {
    try Session(
      root: CatalogueRoot(nearestTo: folder.path, on: FileSystem()), on: FileSystem()
    ).check()
  }

  /// The codes found in one file.
  private func codes(_ path: String) throws -> [String] {
    try check().diagnostics.filter { $0.location.path == path && $0.severity > .info }.map(\.code)
  }

  private let path = "canvases/fiches/x.md"

  @Test func anEmptyFile() throws {
    try folder.write(path, "")
    #expect(try !codes(path).isEmpty)
  }

  @Test func fiftyMegabytes() throws {
    try folder.write(path, Data(repeating: 0x61, count: 50 * 1024 * 1024))
    #expect(try codes(path) == ["fichier-trop-grand"])
  }

  @Test func bytesThatAreNoUTF8() throws {
    try folder.write(path, Data([0x23, 0x20, 0xC3, 0x28, 0x0A]))
    #expect(try codes(path) == ["encodage-inconnu"])
  }

  @Test func aNul() throws {
    try folder.write(path, "# Ti\0tre\n")
    #expect(try codes(path) == ["octet-nul"])
  }

  @Test(arguments: ["> ", "- ", "[", "![[](", "*a **b ", "<a><!--"])
  func tenThousandFold(pattern: String) throws {
    try folder.write(path, "# T\n\n" + String(repeating: pattern, count: 10_000) + "\n")
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
    try folder.write("dehors.md", "# Dehors\n")
    try folder.write("canvases/acteurs/dedans.md", "# Dedans\n\n- Type : réseau\n")
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
    try folder.write(path, "# Titre\n")
    let refused = FileSystem { operation, path throws(ProjectError) in
      if operation == .open, path.hasSuffix("x.md") {
        throw ProjectError.system(.open, path: path, SystemReason(code: EACCES))
      }
    }
    let checked = try Session(
      root: CatalogueRoot(nearestTo: folder.path, on: FileSystem()), on: refused
    ).check()
    let found = checked.diagnostics.filter { $0.location.path == path }
    #expect(found.map(\.code) == ["fichier-illisible"])
    #expect(found.first?.message.french.contains("permission refusée") == true)
  }

  @Test func carriageReturnsAndDecomposedAccentsReadAsAnyOther() throws {
    let plain = """
      # Épicerie

      - Type : coopérative

      ## PRÉSENTATION

      Une épicerie.

      """
    let path = "canvases/acteurs/epicerie.md"
    try folder.write(path, plain)
    let expected = try codes(path)
    try folder.write(
      path,
      plain.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\r\n"))
    #expect(try codes(path) == expected)
    try folder.write(path, plain.decomposedStringWithCanonicalMapping)
    let decomposed = try codes(path).filter { $0 != "titre-variante" }
    #expect(decomposed == expected)
  }

  /// Two files for the disk, one name for people.
  @Test func namesThatDifferInTheirBytesAlone() throws {
    for name in ["\u{E9}t\u{E9}", "e\u{301}te\u{301}"] {
      try folder.write("canvases/guide/\(name).md", "# Été\n")
    }
    #expect(try codes("canvases/guide/été.md").contains("nom-de-fichier-en-double"))
  }

  @Test func aMarkdownFileInNoKnownFolder() throws {
    try folder.write("canvases/brouillons/idee.md", "# Titre\n")
    #expect(try codes("canvases/brouillons/idee.md") == ["dossier-inconnu"])
  }

  @Test(arguments: ["README.md", "_brouillon.md", ".cache.md", "fiche.md~", "fiche.md.orig"])
  func filesThatAreLeftAlone(name: String) throws {
    try folder.write("canvases/fiches/" + name, "n'importe quoi")
    #expect(try codes("canvases/fiches/" + name).isEmpty)
  }
}

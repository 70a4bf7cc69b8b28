import CanevasProject
import CanevasSource
import Foundation
import Testing

/// Formatting files on a real disk.
@Suite struct FormatTests {
  private static let messy = "# CPAS\n* type : réseau\n## PRÉSENTATION\nUn acteur.\n"
  private static let tidy = "# CPAS\n\n- Type : réseau\n\n## PRÉSENTATION\n\nUn acteur.\n"
  private static let path = "canvases/acteurs/cpas.md"

  private let folder: TestFolder

  init() throws {
    folder = try TestFolder.catalogue()
    try folder.write(Self.path, Self.messy)
  }

  private func session() throws -> Session {
    Session(
      root: try CatalogueRoot(nearestTo: folder.path, on: FileSystem()), on: FileSystem())
  }

  @Test func writesWhatIsNotCanonicalAndNothingElse() throws {
    let sheet = try folder.identity("canvases/catalogue.md")
    let written = try session().write(try session().formatted([]))
    #expect(written.changes.map(\.file.path) == [Self.path])
    #expect(folder.texts()[Self.path] == Self.tidy)
    #expect(try folder.identity("canvases/catalogue.md") == sheet)
    #expect(try session().formatted([]).changes == [])
  }

  @Test func doesNotWriteOverWhatChangedMeanwhile() throws {
    let formatted = try session().formatted([])
    try folder.write(Self.path, "# Autre\n")
    let written = try session().write(formatted)
    #expect(written.changes == [] && written.refused.count == 1)
    #expect(folder.texts()[Self.path] == "# Autre\n")
  }

  @Test func writesBehindALink() throws {
    try folder.write("canvases/_textes/cpas.txt", Self.messy)
    try folder.remove(Self.path)
    try folder.link(Self.path, to: "../_textes/cpas.txt")
    _ = try session().write(try session().formatted([]))
    #expect(folder.texts()["canvases/_textes/cpas.txt"] == Self.tidy)
    #expect(folder.texts()[Self.path] == "→ ../_textes/cpas.txt")
  }

  @Test func tellsOfFilesThatAreNoDocuments() throws {
    try folder.write("canvases/ailleurs/texte.md", "# Ailleurs\n")
    try folder.write("canvases/acteurs/latin.md", Data([0x23, 0x20, 0xE9, 0x0A]))
    let formatted = try session().formatted([])
    #expect(formatted.obstacles.map(\.code).sorted() == ["dossier-inconnu", "encodage-inconnu"])
    #expect(formatted.changes.map(\.file.path) == [Self.path])
  }

  @Test func readsATextAsAFileThatIsNotThereYet() throws {
    let place = folder.absolute("canvases/acteurs/nouveau.md")
    let formatted = try session().formatted(Array(Self.messy.utf8), as: place)
    #expect(formatted.changes.map(\.bytes) == [Array(Self.tidy.utf8)])
    #expect(folder.texts()["canvases/acteurs/nouveau.md"] == nil)
  }
}

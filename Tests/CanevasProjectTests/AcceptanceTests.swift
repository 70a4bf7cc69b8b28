import CanevasLink
import CanevasModel
import CanevasProject
import CanevasSource
import Testing

/// Accepting canvases as reviewed, on a real disk.
@Suite struct AcceptanceTests {
  private static let path = "canvases/fiches/cantine.md"
  private static let canvas = """
    # Cantine

    - Thème : [Quartier](../themes/quartier.md)
    - Statut : idée

    ## CARACTÉRISTIQUES PRINCIPALES

    - Comme [à Gand](../cas/gand.md)

    """

  private let folder: TestFolder

  init() throws {
    folder = try TestFolder.catalogue()
    try folder.write(Self.path, Self.canvas)
    try folder.write("canvases/themes/quartier.md", "# Quartier\n\n- Couleur : vert\n")
    try folder.write("canvases/cas/gand.md", "# Gand\n\n- Lieu : Gand\n")
  }

  private func session() throws -> Session {
    Session(
      root: try CatalogueRoot(nearestTo: folder.path, on: FileSystem()), on: FileSystem())
  }

  private func writeExperiment() throws {
    try folder.write(
      "canvases/essais/midi.md",
      "# Un midi\n\n- Fiche : [Cantine](../fiches/cantine.md)\n- Outil : réacteur\n")
  }

  private func accept() throws -> Session.Acceptance {
    let checked = try session().check()
    return try session().accept(
      checked.catalogue.documents(of: .canvas), of: checked, on: PartialDate("2026-11-21")!)
  }

  /// What is suspect, each finding's name in quotes.
  private func suspects() throws -> [String] {
    try session().check().diagnostics.filter { $0.code == "lien-suspect" }.map(\.message.french)
  }

  private var text: String { folder.texts()[Self.path] ?? "" }

  @Test func recordsThemesCasesAndExperiments() throws {
    try writeExperiment()
    let acceptance = try accept()
    #expect(acceptance.accepted.count == 1 && acceptance.refused.isEmpty)
    let record = text.split(separator: "\n").filter { $0.contains("Revu") || $0.hasPrefix("  - ") }
    #expect(
      record.map { $0.prefix { $0 != "(" } } == [
        "- Revu : 2026-11-21", "  - [Quartier]", "  - [Gand]", "  - [Un midi]",
      ])
    #expect(try suspects() == [])
    #expect(try accept().upToDate.count == 1)
  }

  @Test func tellsWhatChangedUntilItIsAccepted() throws {
    _ = try accept()
    try folder.write("canvases/themes/quartier.md", "# Quartier\n\n- Couleur : bleu\n")
    try writeExperiment()
    #expect(try suspects() == ["essai à relire « Un midi »", "lien suspect « Quartier »"])
    let changes = try #require(accept().accepted.first).changes
    #expect(changes.map { $0.before == $0.after } == [false, true, false])
    #expect(changes.map { $0.before == nil } == [false, false, true])
    #expect(try suspects() == [])
  }

  @Test func itsAuthorsOwnChangesAreNotSuspect() throws {
    _ = try accept()
    try folder.write(
      Self.path, text.replacing("Comme [à Gand](../cas/gand.md)", with: "Autrement"))
    try folder.write("canvases/themes/autre.md", "# Autre\n\n- Couleur : rouge\n")
    try folder.write(
      Self.path, text.replacing("- Statut", with: "- Source : [S](../../seeds/s.md)\n- Statut"))
    try folder.write("seeds/s.md", "# S\n\n- Langue : fr\n")
    #expect(try suspects() == [])
    // The case that the canvas has left is in its record still, and counts for nothing else.
    let idle = try session().check().diagnostics.filter { $0.code == "cas-sans-suite" }
    #expect(idle.count == 1)
  }

  @Test func aBrokenRecordIsToldByItsLinkAlone() throws {
    _ = try accept()
    try folder.remove("canvases/themes/quartier.md")
    try folder.write("canvases/themes/voisins.md", "# Quartier\n\n- Couleur : bleu\n")
    try writeExperiment()
    #expect(try suspects() == [])
    let codes = try session().check().diagnostics.filter { $0.location.path == Self.path }
      .filter { $0.severity == .error }.map(\.code)
    #expect(codes == ["document-introuvable", "document-introuvable"])
  }

  @Test(arguments: [
    ("- Statut : idée", "- Statut : peut-être", "valeur-inconnue"),
    ("quartier.md", "absent.md", "document-introuvable"),
    ("# Cantine", "# Cantine\n\n<<<<<<< a", "conflit-non-resolu"),
  ])
  func isRefusedWhereMetadataAreInDoubt(_ part: String, _ other: String, _ code: String) throws {
    let faulty = Self.canvas.replacing(part, with: other)
    try folder.write(Self.path, faulty)
    let acceptance = try accept()
    guard case .faulty(let error)? = acceptance.refused.first?.why else {
      Issue.record("\(acceptance)")
      return
    }
    #expect(error.code == code)
    #expect(text == faulty)
  }

  @Test func whatIsWrongWithTheRecordIsMended() throws {
    try folder.write(
      Self.path, Self.canvas.replacing("idée\n", with: "idée\n- Revu : oui\n  - [Q](q.md) (1)\n"))
    #expect(try accept().accepted.count == 1)
    let found = try session().check().diagnostics.filter { $0.location.path == Self.path }
    let codes = found.filter { $0.severity > .info }.map(\.code)
    #expect(codes.allSatisfy { $0 == "section-absente" })
  }
}

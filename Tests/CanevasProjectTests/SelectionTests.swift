import CanevasCheck
import CanevasProject
import CanevasSource
import Foundation
import Testing

/// Which findings a check shows: those of some files, those that a change brought, those that a
/// baseline does not know.
@Suite struct SelectionTests {
  private let folder: TestFolder
  private let session: Session

  init() throws {
    folder = try TestFolder.catalogue()
    session = try Session(
      root: CatalogueRoot(nearestTo: folder.path, on: FileSystem()), on: FileSystem())
  }

  /// A canvas of which one thing is said for each of `headings`, which are no canvas's.
  private func write(_ name: String, headings: String...) throws {
    let sections = headings.map { "## \($0)\n\nTexte.\n" }.joined(separator: "\n")
    try folder.write("canvases/guide/\(name).md", "# \(name)\n\n" + sections)
    try folder.write("canvases/themes/\(name).md", theme(name) + sections)
  }

  private func theme(_ name: String) -> String {
    "# \(name)\n\n- Couleur : vert\n\n## ENJEU STRATÉGIQUE RÉGIONAL\n\nUn.\n\n"
      + "## OPPORTUNITÉ\n\nDeux.\n\n"
  }

  /// The headlines of what a selection shows, infos aside, behind the files' names.
  private func shown(_ change: (inout Session.Selection) -> Void = { _ in }) throws -> [String] {
    var selection = Session.Selection()
    change(&selection)
    return try session.check(selection).checked.diagnostics.filter { $0.severity > .info }.map {
      ($0.location.path.split(separator: "/").last ?? "") + " " + $0.message.french
    }
  }

  private func commit() throws {
    try folder.git("add", "-A")
    try folder.git("commit", "-q", "-m", "Un pas")
  }

  @Test func showsThoseOfAFileOrFolder() throws {
    try write("un", headings: "MARCHÉ")
    try write("deux", headings: "MARCHÉ")
    let line = "titre de section inconnu « MARCHÉ »"
    #expect(try shown() == ["deux.md \(line)", "un.md \(line)"])
    #expect(
      try shown { $0.paths = [folder.absolute("canvases/themes/un.md")] } == ["un.md \(line)"])
    #expect(try shown { $0.paths = [folder.absolute("canvases/guide")] } == [])
    #expect(throws: ProjectError.self) {
      try shown { $0.paths = [folder.absolute("canvases/nulle-part")] }
    }
    #expect(throws: ProjectError.outsideCatalogue(path: "/usr")) {
      try shown { $0.paths = ["/usr"] }
    }
  }

  @Test func takesFindingsAsGraveAsAsked() throws {
    try folder.write("canvases/themes/un.md", theme("un") + "## QUESTIONS CLÉS\n\nUn<br>deux ?\n")
    func severities(_ settings: Policy.Setting...) throws -> [Severity] {
      var selection = Session.Selection()
      selection.policy = Policy(settings)
      return try session.check(selection).checked.diagnostics.filter { $0.code == "html-brut" }
        .map(\.severity)
    }
    #expect(try severities() == [.warning])
    #expect(try severities(.init(.warnings, .error)) == [.error])
    try folder.write("canvases/catalogue.md", "# Catalogue\n\n- Règles : html-brut info\n")
    #expect(try severities() == [.info])
    #expect(try severities(.init(.rule("html-brut"), .warning)) == [.warning])
  }

  @Test func aBaselineLetsPassWhatItLists() throws {
    let baseline = folder.absolute("constats.txt")
    try write("un", headings: "MARCHÉ", "CONTEXTE")
    try session.writeBaseline(session.check(), to: baseline)
    #expect(try shown { $0.baseline = baseline } == [])

    try write("un", headings: "AVANT", "CONTEXTE", "MARCHÉ")
    try write("deux", headings: "MARCHÉ")
    #expect(
      try shown { $0.baseline = baseline } == [
        "deux.md titre de section inconnu « MARCHÉ »", "un.md titre de section inconnu « AVANT »",
      ])
  }

  @Test func aBaselineTellsWhatIsMended() throws {
    let baseline = folder.absolute("constats.txt")
    try write("un", headings: "MARCHÉ")
    try write("deux", headings: "MARCHÉ")
    try session.writeBaseline(session.check(), to: baseline)
    try write("un")
    var selection = Session.Selection()
    selection.baseline = baseline
    #expect(try session.check(selection).checked.passedCount == 1)
    let mended = try session.check(selection).mended
    #expect(mended.map(\.path) == ["canvases/themes/un.md"])
    #expect(mended.map(\.code) == ["section-inconnue"])
    selection.paths = [folder.absolute("canvases/themes/un.md")]
    #expect(try session.check(selection).checked.passedCount == 0)
    selection.paths = [folder.absolute("canvases/themes/deux.md")]
    #expect(try session.check(selection).mended == [])
  }

  @Test(arguments: [
    "", "canevas-baseline 2\n", "canevas-baseline 1\nabc\n",
    "canevas-baseline 1\na\tb\tc\td\u{1B}\n",
  ])
  func aDamagedBaselineIsRefused(_ text: String) throws {
    try folder.write("constats.txt", text)
    let line = text.hasPrefix("canevas-baseline 1") ? 2 : 1
    let path = folder.absolute("constats.txt")
    #expect(throws: ProjectError.malformedBaseline(path: path, line: line)) {
      try shown { $0.baseline = path }
    }
  }

  @Test func showsWhatAChangeBrought() throws {
    try write("un", headings: "MARCHÉ")
    try write("deux", headings: "MARCHÉ")
    try folder.git("init", "-q")
    try commit()
    #expect(try shown { $0.revision = "HEAD" } == [])

    // Moved lines and another name bring nothing; new headings do.
    try write("un", headings: "CONTEXTE", "MARCHÉ")
    try folder.remove("canvases/themes/deux.md")
    try folder.remove("canvases/guide/deux.md")
    try write("trois", headings: "MARCHÉ")
    try folder.git("add", "-A")
    let brought = ["un.md titre de section inconnu « CONTEXTE »"]
    #expect(try shown { $0.revision = "HEAD" } == brought)
    try commit()
    #expect(try shown { $0.revision = "HEAD" } == [])
    #expect(try shown { $0.revision = "HEAD~1" } == brought)
  }

  @Test func comparesWithWhereABranchBegan() throws {
    try write("un", headings: "MARCHÉ")
    try folder.git("init", "-q")
    try commit()
    try folder.git("branch", "amont")
    try folder.git("checkout", "-q", "-b", "travail")
    try write("un", headings: "MARCHÉ", "CONTEXTE")
    try commit()
    try folder.git("checkout", "-q", "amont")
    try write("un")
    try commit()
    try folder.git("checkout", "-q", "travail")
    #expect(
      try shown { $0.revision = "amont" } == ["un.md titre de section inconnu « CONTEXTE »"])
  }

  @Test func needsARepositoryAndARevision() throws {
    #expect(throws: ProjectError.noRepository(root: folder.path)) {
      try shown { $0.revision = "HEAD" }
    }
    try folder.git("init", "-q")
    #expect(throws: ProjectError.unknownRevision("--help")) {
      try shown { $0.revision = "--help" }
    }
  }

  /// A range leads to no commit; git itself would take it for one.
  @Test(arguments: ["^HEAD", "HEAD..HEAD", "HEAD^{tree}"])
  func aRevisionIsACommit(_ revision: String) throws {
    try folder.git("init", "-q")
    try commit()
    #expect(throws: ProjectError.unknownRevision(revision)) {
      try shown { $0.revision = revision }
    }
  }

  @Test func aBaselineTakesNoSourcesPlace() throws {
    try write("un", headings: "MARCHÉ")
    let source = folder.absolute("canvases/themes/un.md")
    let before = folder.texts()
    #expect(throws: ProjectError.reportAmongSources(path: source)) {
      try session.writeBaseline(session.check(), to: source)
    }
    #expect(folder.texts() == before)
  }

  @Test func readsOnlySourcesOfARevision() throws {
    try write("un", headings: "MARCHÉ")
    try folder.write("canvases/_brouillons/deux.md", "pas un document")
    try folder.write("canvases/images/plan é.png", "image")
    try folder.write(
      "canvases/themes/trois.md",
      theme("trois") + "## QUESTIONS CLÉS\n\n![Plan](../images/plan%20é.png)\n")
    try folder.git("init", "-q")
    try commit()
    try write("un")
    #expect(try shown { $0.revision = "HEAD" } == [])
  }
}

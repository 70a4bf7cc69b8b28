import CanevasModel
import CanevasProject
import CanevasReview
import CanevasSource
import CanevasTestSupport
import Foundation
import Testing

/// Which documents are compared with which: in files, in folders, in git.
@Suite struct ComparedStatesTests {
  private let folder: TestFolder
  private let fileSystem = FileSystem()

  private static let bread = """
    # Le pain

    - Thème : [Blé](../themes/ble.md)
    - Statut : idée

    ## CIBLES CLIENTS

    - Les écoles
    - Les cantines du quartier

    ## POLICY MAKING

    - Un marché public par an

    """

  init() throws {
    folder = try TestFolder.catalogue()
  }

  /// A line a document: what became of it, its kind and path, the one that it had.
  private func told(_ states: ComparedStates) -> [String] {
    states.comparison.documents.map { document in
      let former = document.formerPath.map { " < " + $0 } ?? ""
      return "\(document.fate) \(document.document.id.kind) \(document.path)\(former)"
        .replacing(folder.path + "/", with: "")
    }
  }

  private func compareFiles(_ old: String, _ new: String, as path: String? = nil) throws -> [String]
  {
    let paths = [old, new].map { $0.hasPrefix("/") ? $0 : folder.absolute($0) }
    return told(try fileSystem.compare(paths[0], paths[1], as: path))
  }

  @Test func filesNeedNoCatalogue() throws {
    let changed = Self.bread.replacing("idée", with: "retenue")
    try folder.write("avant.md", Self.bread)
    try folder.write("après.txt", changed)
    #expect(try compareFiles("avant.md", "après.txt") == ["changed canvas après.txt"])
    #expect(try compareFiles("avant.md", "avant.md") == [])
    #expect(try compareFiles("avant.md", "/dev/null") == ["removed canvas avant.md"])
    #expect(try compareFiles("/dev/null", "/dev/null") == [])
    #expect(
      try compareFiles("/dev/null", "avant.md", as: "canvases/acteurs/a.md")
        == ["added actor canvases/acteurs/a.md"])
    // The folder tells the kind, wherever the catalogue lies.
    try folder.write("vieux/canvases/guide/pain.md", Self.bread)
    #expect(
      try compareFiles("vieux/canvases/guide/pain.md", "après.txt")
        == ["changed guidePage après.txt"])
    #expect(throws: ProjectError.self) { try compareFiles("avant.md", "vieux") }
    #expect(throws: ProjectError.self) { try compareFiles("avant.md", "rien.md") }
  }

  @Test func documentsOfFoldersAreFollowed() throws {
    let milk = Self.bread.replacing("pain", with: "lait")
    for (path, text) in [
      ("a/canvases/fiches/pain.md", Self.bread), ("b/canvases/fiches/pain.md", Self.bread),
      ("a/canvases/fiches/forme.md", Self.bread),
      ("b/canvases/fiches/forme.md", Self.bread.replacing("- ", with: "* ")),
      // Of the same name elsewhere, of a name that it says it had, of most of the lines.
      ("a/canvases/fiches/lait.md", milk), ("b/canvases/fiches/frais/lait.md", milk),
      ("a/canvases/acteurs/cpas.md", "# CPAS\n\n- Type : réseau\n"),
      (
        "b/canvases/acteurs/aide.md",
        "# L'aide sociale\n\n- Type : institution\n- Ancien nom : cpas\n"
      ),
      ("a/seeds/un.md", "# Rapport\n\nUn.\n\nDeux.\n\nTrois.\n"),
      ("b/seeds/deux.md", "# Rapport\n\nUn.\n\nDeux.\n\nQuatre.\n"),
      ("a/canvases/themes/ble.md", "# Blé\n"), ("b/canvases/themes/or.md", "# Or\n\nJaune.\n"),
      ("b/.git/x.md", "# Caché\n"),
    ] { try folder.write(path, text) }
    // What git puts into the folders of a difftool may be links.
    try folder.write("ailleurs.md", "# Lié\n")
    try folder.link("b/canvases/guide/lien.md", to: folder.absolute("ailleurs.md"))
    let states = try fileSystem.compareFolders(
      folder.absolute("a"), folder.absolute("b"), isBare: true)
    #expect(
      told(states) == [
        "changed actor canvases/acteurs/aide.md < canvases/acteurs/cpas.md",
        "same canvas canvases/fiches/forme.md",
        "same canvas canvases/fiches/frais/lait.md < canvases/fiches/lait.md",
        "added guidePage canvases/guide/lien.md", "removed theme canvases/themes/ble.md",
        "added theme canvases/themes/or.md", "changed source seeds/deux.md < seeds/un.md",
      ])
    let shown = try fileSystem.compareFolders(
      folder.absolute("a"), folder.absolute("b"), isBare: false)
    #expect(told(shown).last == "changed source b/seeds/deux.md < a/seeds/un.md")
  }

  @Test func revisionsKeepToPathsThatMayBeGone() throws {
    try folder.git("init", "-q", "-b", "main")
    try folder.write("canvases/fiches/pain.md", Self.bread)
    try folder.write("canvases/fiches/é à.md", Self.bread.replacing("pain", with: "thé"))
    try folder.git("add", "-A")
    try folder.git("commit", "-q", "-m", "Un")
    try folder.write("canvases/fiches/é à.md", "# Thé\n")
    try folder.git("mv", "canvases/fiches/pain.md", "canvases/fiches/miche.md")
    let root = try CatalogueRoot(nearestTo: folder.path, on: fileSystem)
    let repository = Repository(holding: root, on: fileSystem)
    let session = Session(root: root, on: fileSystem)
    func compare(_ paths: [String], staged: Bool = false) throws -> [String] {
      let isCovered = try session.filter(paths.map(folder.absolute), mayBeGone: true)
      return told(
        try repository.compare(
          [], staged: staged, where: isCovered, withSideEffects: false))
    }
    let miche = "same canvas canvases/fiches/miche.md < canvases/fiches/pain.md"
    #expect(try compare([]) == [miche, "changed canvas canvases/fiches/é à.md"])
    #expect(try compare([], staged: true) == [miche])
    #expect(try compare(["canvases/fiches/pain.md"]) == [miche])
    #expect(try compare(["canvases/acteurs"]) == [])
    #expect(throws: ProjectError.self) { try compare(["../ailleurs"]) }
  }
}

/// What is told as data follows the schema that is published with every site.
@Suite struct ComparisonSchemaTests {
  private func texts() throws -> [String] {
    let folder = fixturesFolder + "/diff"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    var documents: [DocumentComparison] = []
    for name in names where name.hasSuffix(".old.md") {
      let old = folder + "/" + name
      let new = folder + "/" + name.replacing(".old.md", with: ".new.md")
      let path = "canvases/" + name.replacing("+", with: "/").replacing(".old", with: "")
      for (old, new) in [(old, new), (old, "/dev/null"), ("/dev/null", new)] {
        documents += try FileSystem().compare(old, new, as: path).comparison.documents
      }
    }
    #expect(documents.count > 10)
    return MessageLanguage.allCases.map { language in
      let data = ComparisonJSON(toolVersion: "1.2.3", in: language)
      return String(decoding: data.bytes(of: CatalogueComparison(documents)), as: UTF8.self)
    }
  }

  @Test func isFollowed() throws {
    let schema = try JSONSchema(
      String(
        contentsOfFile: projectFolder + "/templates/comparaison.schema.json", encoding: .utf8))
    for text in try texts() {
      #expect(schema.problems(try JSONSerialization.jsonObject(with: Data(text.utf8))) == [])
    }
    let text = try #require(try texts().first)
    for (written, instead) in [
      ("\"action\": \"moved\"", "\"action\": \"gone\""), ("\"runs\":", "\"run\":"),
      ("\"lower\": 250", "\"lower\": \"250\""), ("\"fate\": \"added\"", "\"fate\": \"new\""),
    ] {
      #expect(text.contains(written), "\(written)")
      let changed = text.replacing(written, with: instead, maxReplacements: 1)
      let value = try JSONSerialization.jsonObject(with: Data(changed.utf8))
      #expect(!schema.problems(value).isEmpty, "\(instead)")
    }
  }
}

import CanevasCheck
import CanevasLink
import CanevasModel
import CanevasProject
import CanevasSource
import CanevasTestSupport
import Testing

/// A catalogue that is being edited is at every moment what loading it anew would give.
@Suite struct WorkspaceTests {
  /// What a workspace has to be, made anew from all texts.
  private struct Anew {
    let catalogue: Catalogue
    let findings: [Diagnostic]

    init(_ texts: [String: SourceFile], assets: Set<String>) {
      catalogue = Catalogue(texts.values.map { ReadFile($0) }, assets: assets)
      findings = check(catalogue).map(Policy(of: catalogue).applied)
    }
  }

  /// A catalogue that is edited, and what is expected of it.
  private struct Editing {
    var workspace: Workspace
    var texts: [String: SourceFile]
    let assets: Set<String>
    /// What was last found, by path.
    private var found: [String: [Diagnostic]] = [:]

    init(_ workspace: Workspace, _ texts: [String: SourceFile], assets: Set<String> = []) {
      self.workspace = workspace
      self.texts = texts
      self.assets = assets
    }

    /// Takes another text of a document, and compares everything with what loading all anew gives.
    mutating func open(_ file: SourceFile, _ when: Comment) {
      texts[file.path] = file
      workspace.open(file.path, bytes: file.bytes)
      let anew = Anew(texts, assets: assets)
      expectSame(workspace.catalogue, anew.catalogue, when)
      let now = Dictionary(grouping: anew.findings, by: \.location.path)
      #expect(workspace.diagnostics(of: file.path) == now[file.path] ?? [], when)
      #expect(workspace.diagnostics() == anew.findings, when)
      let changed = workspace.takeChanged()
      for path in Set(found.keys).union(now.keys) where found[path] != now[path] {
        #expect(changed.contains(path), "\(path) has other findings")
      }
      found = now
    }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let code: String
    let example: RuleDocumentation.Example
    var testDescription: String { code }
  }

  static let examples = Rule.all.flatMap { rule in
    rule.documentation.examples.map { Case(code: rule.code, example: $0) }
  }.filter { !$0.example.others.isEmpty || !$0.example.added.isEmpty }

  /// The rules' examples, in which one document is found wrong for what others hold or lack: a
  /// line of the others is taken out, and put back.
  @Test(arguments: examples) func followsWhatOthersSay(_ tested: Case) throws {
    let example = tested.example
    let others = example.others.merging(example.added) { _, added in added }
    var files = others
    files[example.path] = MarkedText(example.bad).text
    let folder = try TestFolder.catalogue()
    let sheet = SourceFile(path: CatalogueRoot.sheet, text: "# Catalogue\n")
    var editing = Editing(try workspace(folder), [sheet.path: sheet])
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      editing.open(SourceFile(path: path, text: text), "\(path) is opened")
    }
    for (path, text) in others.sorted(by: { $0.key < $1.key }) {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for place in lines.indices where !lines[place].isEmpty {
        var left = lines
        left.remove(at: place)
        let rest = left.joined(separator: "\n")
        editing.open(SourceFile(path: path, text: rest), "\(path) without line \(place + 1)")
        editing.open(SourceFile(path: path, text: text), "\(path) with line \(place + 1) again")
      }
    }
  }

  /// The project's own catalogue with one slip after the other in it; those of a document stay
  /// until its next.
  @Test func followsSlips() throws {
    let root = try CatalogueRoot(nearestTo: projectFolder, on: FileSystem())
    let loaded = Loader(root: root, on: FileSystem(), documentLimit: 1 << 20).load()
    let texts = Dictionary(uniqueKeysWithValues: loaded.files.map { ($0.path, $0) })
    var editing = Editing(
      Workspace(root: root, on: FileSystem()), texts, assets: loaded.assets)
    let pages = loaded.files.compactMap(Page.init)
    for (number, slip) in Slip.all.enumerated() {
      let mutants = pages.flatMap(slip.mutants)
      let mutant = mutants[7 * number % mutants.count]
      editing.open(mutant.file, "after \(mutant)")
    }
  }

  private static let actor = "# Voisins\n\n- Type : citoyens\n\n## PRÉSENTATION\n\nDes voisins.\n"
  private static let citing =
    "# Rencontres\n\n- Phase : 1\n\nLes [voisins](../acteurs/voisins.md).\n"

  private func workspace(_ folder: TestFolder) throws -> Workspace {
    try Workspace(root: CatalogueRoot(nearestTo: folder.path, on: FileSystem()), on: FileSystem())
  }

  private func codes(_ workspace: inout Workspace, _ path: String) -> [String] {
    workspace.diagnostics(of: path).filter { $0.severity > .info }.map(\.code)
  }

  @Test func looksAtTheDiskAgain() throws {
    let folder = try TestFolder.catalogue()
    try folder.write("canvases/guide/rencontres.md", Self.citing)
    var workspace = try workspace(folder)
    let guide = "canvases/guide/rencontres.md"
    #expect(codes(&workspace, guide) == ["document-introuvable"])

    try folder.write("canvases/acteurs/voisins.md", Self.actor)
    workspace.reload()
    #expect(codes(&workspace, guide) == [])
    #expect(workspace.takeChanged().contains(guide))

    try folder.remove("canvases/acteurs/voisins.md")
    workspace.reload()
    #expect(codes(&workspace, guide) == ["document-introuvable"])
    #expect(workspace.file("canvases/acteurs/voisins.md") == nil)
  }

  @Test func holdsDocumentsThatAreNotOnTheDisk() throws {
    let folder = try TestFolder.catalogue()
    try folder.write("canvases/guide/rencontres.md", Self.citing)
    var workspace = try workspace(folder)
    let path = "canvases/acteurs/voisins.md"
    workspace.open(path, bytes: Array(Self.actor.utf8))
    #expect(codes(&workspace, "canvases/guide/rencontres.md") == [])
    workspace.close(path)
    #expect(codes(&workspace, "canvases/guide/rencontres.md") == ["document-introuvable"])
  }

  /// What an editor holds goes over what is on the disk, until it is closed.
  @Test func putsBuffersOverTheDisk() throws {
    let folder = try TestFolder.catalogue()
    let path = "canvases/guide/rencontres.md"
    try folder.write(path, "# Rencontres\n")
    var workspace = try workspace(folder)
    workspace.open(path, bytes: Array("# Réunions\n".utf8))
    try folder.write(path, "# Fêtes\n")
    workspace.reload()
    #expect(workspace.catalogue.documents.map(\.title).contains("Réunions"))
    workspace.close(path)
    #expect(workspace.catalogue.documents.map(\.title).contains("Fêtes"))
  }

  @Test(arguments: [
    "canvases/guide/_notes.md", "canvases/README.md", "templates/page.md", "canvases/guide/a.txt",
    "canvases//guide/a.md", "a.md",
  ]) func leavesOtherFilesAlone(_ path: String) throws {
    let folder = try TestFolder.catalogue()
    var workspace = try workspace(folder)
    workspace.open(path, bytes: Array("# Titre\n".utf8))
    #expect(workspace.paths == ["canvases/catalogue.md"])
    #expect(workspace.diagnostics(of: path).isEmpty)
  }
}

private func expectSame(_ one: Catalogue, _ other: Catalogue, _ when: Comment) {
  #expect(one.documents.map(\.file) == other.documents.map(\.file), when)
  #expect(one.targets == other.targets, when)
  #expect(one.linkDefects == other.linkDefects, when)
  #expect(one.backlinks == other.backlinks, when)
  #expect(one.flows.map(Ends.init) == other.flows.map(Ends.init), when)
  #expect(one.names == other.names, when)
  #expect(one.actorsByName == other.actorsByName, when)
  #expect(one.themes == other.themes, when)
  #expect(
    one.localResources.mapValues { $0.map(\.canvas) }
      == other.localResources.mapValues { $0.map(\.canvas) }, when)
  for actor in one.documents(of: .actor) {
    #expect(
      one.flows(with: actor).map(Ends.init) == other.flows(with: actor).map(Ends.init), when)
  }
}

/// What a flow comes to.
private struct Ends: Hashable {
  let canvas: Catalogue.Index
  let from: FlowParty
  let to: FlowParty
  let range: ByteRange

  init(_ flow: ResolvedFlow) {
    (canvas, from, to) = (flow.canvas, flow.from, flow.to)
    range = flow.flow.item.range
  }
}

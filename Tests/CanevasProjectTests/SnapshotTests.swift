import CanevasProject
import CanevasSource
import Foundation
import Testing

/// What two states of a catalogue in git differ in.
@Suite struct SnapshotTests {
  private let folder: TestFolder
  private let repository: Repository

  init() throws {
    folder = try TestFolder.catalogue()
    try folder.git("init", "-q", "-b", "main")
    repository = Repository(
      holding: try CatalogueRoot(nearestTo: folder.path, on: FileSystem()), on: FileSystem())
  }

  private func commit() throws {
    try folder.git("add", "-A")
    try folder.git("commit", "-q", "--allow-empty", "-m", "Un pas")
  }

  private func write(_ name: String, _ text: String = "# Un\n") throws {
    try folder.write("canvases/\(name)", text)
  }

  /// The changes as lines: « old → new », with what each side says.
  private func changes(_ old: Snapshot, _ new: Snapshot) throws -> [String] {
    try repository.changedFiles(from: old, to: new).map { change in
      [change.old, change.new].map { file in
        file.map {
          "\($0.path.dropFirst(9)) "
            + String(decoding: $0.bytes, as: UTF8.self).debugDescription
        } ?? "–"
      }.joined(separator: " → ")
    }
  }

  private func changes(_ range: String) throws -> [String] {
    let pair = try repository.snapshots(range)
    return try changes(pair.old.snapshot, pair.new.snapshot)
  }

  @Test func comparesCommitsIndexAndDisk() throws {
    try write("a.md", "1")
    try commit()
    try write("a.md", "2")
    try folder.git("add", "-A")
    try write("a.md", "3")
    let head = try repository.snapshot("HEAD")
    let (one, two, three) = (#"a.md "1""#, #"a.md "2""#, #"a.md "3""#)
    #expect(try changes(head, .index) == ["\(one) → \(two)"])
    #expect(try changes(.index, head) == ["\(two) → \(one)"])
    #expect(try changes(head, .workingTree) == ["\(one) → \(three)"])
    #expect(try changes(.workingTree, head) == ["\(three) → \(one)"])
    #expect(try changes(.index, .workingTree) == ["\(two) → \(three)"])
    #expect(try changes(.workingTree, .index) == ["\(three) → \(two)"])
    for same in [head, .index, .workingTree] { #expect(try changes(same, same) == []) }
    func texts(_ snapshot: Snapshot) throws -> [String] {
      try repository.files(at: snapshot).files.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    #expect(try texts(head) == ["1", "# Catalogue\n"])
    #expect(try texts(.index) == ["2", "# Catalogue\n"])
    #expect(try texts(.workingTree) == ["3", "# Catalogue\n"])
  }

  @Test func countsNewFilesOnTheDiskButNoIgnoredOnes() throws {
    try commit()
    try folder.write(".gitignore", "brouillon.md\n")
    try write("neuf.md", "1")
    try write("brouillon.md", "2")
    try write("plan.png", "3")
    try write("_à part/x.md", "4")
    try write("README.md", "5")
    #expect(try changes("HEAD") == [#"– → neuf.md "1""#])
    #expect(try changes(.index, .workingTree) == [#"– → neuf.md "1""#])
    #expect(try changes(.workingTree, .index) == [#"neuf.md "1" → –"#])
  }

  private static let text = lines("Ligne")

  private static func lines(_ word: String) -> String {
    (1...9).map { "\(word) \($0).\n" }.joined()
  }

  @Test func followsRenames() throws {
    try write("un.md", Self.text)
    try write("deux.md", Self.lines("Autre"))
    try commit()
    try folder.git("mv", "canvases/un.md", "canvases/trois.md")
    try write("trois.md", Self.text + "Trois.\n")
    try folder.remove("canvases/deux.md")
    try write("quatre.md", Self.lines("Autre") + "Dix.\n")
    // Git does not know « quatre.md » yet.
    let paths = try repository.changedFiles(from: repository.snapshot("HEAD"), to: .workingTree)
      .map { [$0.old?.path ?? "–", $0.new?.path ?? "–"].map { $0.dropFirst(9) } }
    #expect(paths == [["deux.md", "quatre.md"], ["un.md", "trois.md"]])
    try commit()
    #expect(try changes("HEAD~1..").count == 2)
    #expect(try changes("HEAD").isEmpty)
  }

  @Test func aFileOfAnotherTextIsNoRename() throws {
    try write("un.md", Self.text)
    try commit()
    try folder.remove("canvases/un.md")
    try write("deux.md", "Tout autre chose.\n")
    #expect(try changes("HEAD").count == 2)
  }

  @Test(arguments: [
    "plan d'été.md", "e\u{301}te\u{301}.md", "« guillemets \" ».md", "deux\nlignes.md",
    "tab\tulation.md", "-tiret.md", ":deux-points.md", "*.md",
  ])
  func anyNameOfAFileIsRight(_ name: String) throws {
    try commit()
    try write(name, "1")
    #expect(try changes("HEAD").count == 1)
    try commit()
    try write(name, "2")
    for range in ["HEAD", "HEAD~1..HEAD"] {
      let file = try #require(
        try repository.changedFiles(
          from: repository.snapshots(range).old.snapshot,
          to: repository.snapshots(range).new.snapshot
        ).first?.new)
      #expect(Array(file.path.utf8) == Array("canvases/\(name)".utf8))
    }
    #expect(try changes("HEAD") == ["\(name) \"1\" → \(name) \"2\""])
  }

  @Test func readsRangesAsGitDoes() throws {
    try commit()
    try folder.git("tag", "-a", "v1", "-m", "Un")
    try folder.git("checkout", "-q", "-b", "travail")
    try write("a.md", "1")
    try commit()
    try folder.git("checkout", "-q", "main")
    try write("b.md", "2")
    try commit()
    try folder.git("checkout", "-q", "travail")
    let (a, b) = (#"a.md "1""#, #"b.md "2""#)
    #expect(try changes("main") == ["– → \(a)", "\(b) → –"])
    #expect(try changes("main..travail") == ["– → \(a)", "\(b) → –"])
    #expect(try changes("main..") == ["– → \(a)", "\(b) → –"])
    #expect(try changes("..main") == ["\(a) → –", "– → \(b)"])
    #expect(try changes("main...travail") == ["– → \(a)"])
    #expect(try changes("main...") == ["– → \(a)"])
    #expect(try changes("...main") == ["– → \(b)"])
    #expect(try changes("v1..main~0") == ["– → \(b)"])
    #expect(try repository.snapshots("main", "travail") == repository.snapshots("main..travail"))
    let pair = try repository.snapshots("main...")
    #expect(pair.old.name.french == "base commune de main et HEAD")
    #expect(try repository.snapshots("v1..main").new.name.french == "main")
    #expect(try repository.snapshots("v1").new == .workingTree)
  }

  @Test(arguments: [
    ("nulle-part", "nulle-part"), ("nulle-part..HEAD", "nulle-part"), ("HEAD..", nil),
    ("HEAD...nulle-part", "nulle-part"), ("..", ".."), ("...", "..."), ("^HEAD", "^HEAD"),
    ("--help", "--help"), ("--all..HEAD", "--all"), ("HEAD..--all", "--all"),
    ("HEAD..HEAD..HEAD", "HEAD..HEAD"), ("HEAD^{tree}", "HEAD^{tree}"), ("", ""),
  ])
  func aRevisionThatIsNoneIsNamed(_ range: String, _ unknown: String?) throws {
    try commit()
    guard let unknown else { return #expect(try changes(range) == []) }
    #expect(throws: ProjectError.unknownRevision(unknown)) { try changes(range) }
  }

  @Test func comparesWithNothingBeforeTheFirstCommit() throws {
    #expect(try changes("HEAD") == [##"– → catalogue.md "# Catalogue\n""##])
    try folder.git("add", "-A")
    #expect(
      try changes(repository.snapshot("HEAD"), .index) == [
        ##"– → catalogue.md "# Catalogue\n""##
      ])
    #expect(try repository.files(at: repository.snapshot("@")).files.isEmpty)
    #expect(throws: ProjectError.unknownRevision("main")) { try changes("main") }
  }

  @Test func unrelatedCommitsHaveNoBase() throws {
    try commit()
    try folder.git("checkout", "-q", "--orphan", "autre")
    try write("a.md")
    try commit()
    #expect(throws: ProjectError.noCommonCommit("main", "HEAD")) { try changes("main...") }
    #expect(try changes("main..").count == 1)
  }

  @Test func aShallowCloneLacksOlderCommits() throws {
    try commit()
    try folder.git("branch", "début")
    try write("a.md", "1")
    try commit()
    let clone = try TestFolder()
    try clone.git("clone", "-q", "--depth", "1", "--no-single-branch", "file://" + folder.path, ".")
    let repository = Repository(
      holding: try CatalogueRoot(nearestTo: clone.path, on: FileSystem()), on: FileSystem())
    #expect(throws: ProjectError.unknownRevision("HEAD~1")) {
      try repository.snapshots("HEAD~1..")
    }
    // Both tips are there, but nothing that tells what they have in common.
    #expect(throws: ProjectError.noCommonCommit("origin/début", "HEAD")) {
      try repository.snapshots("origin/début...")
    }
    let pair = try repository.snapshots("origin/début..")
    let changes = try repository.changedFiles(from: pair.old.snapshot, to: pair.new.snapshot)
    #expect(changes.map(\.path) == ["canvases/a.md"])
  }

  @Test func leavesOutLinks() throws {
    try write("a.md", "1")
    try commit()
    try folder.remove("canvases/a.md")
    try folder.link("canvases/a.md", to: "catalogue.md")
    try folder.link("canvases/b.md", to: "catalogue.md")
    #expect(try changes("HEAD") == [#"a.md "1" → –"#])
    try commit()
    #expect(try changes("HEAD~1..") == [#"a.md "1" → –"#])
  }

  @Test func lineEndsThatGitConvertsAreNoChange() throws {
    try folder.write(".gitattributes", "*.md text\n")
    try write("a.md", "1\n")
    try commit()
    try write("a.md", "1\r\n")
    #expect(try changes("HEAD") == [])
    try write("a.md", "2\r\n")
    #expect(try changes("HEAD") == [#"a.md "1\n" → a.md "2\r\n""#])
  }

  @Test func aTouchedFileIsNoChange() throws {
    try write("a.md", "1")
    try commit()
    try folder.remove("canvases/a.md")
    try write("a.md", "1")
    #expect(try changes("HEAD") == [])
    #expect(try changes(.index, .workingTree) == [])
  }

  @Test func aConflictIsComparedOnTheDiskAlone() throws {
    try write("a.md", "1\n")
    try commit()
    try folder.git("checkout", "-q", "-b", "autre")
    try write("a.md", "2\n")
    try commit()
    try folder.git("checkout", "-q", "main")
    try write("a.md", "3\n")
    try commit()
    try folder.git("-c", "merge.conflictStyle=merge", "merge", "-q", "autre", status: 1)
    #expect(try changes("HEAD").count == 1)
    #expect(try changes(.index, .workingTree).count == 1)
    let path = "canvases/a.md"
    let head = try repository.snapshot("HEAD")
    #expect(throws: ProjectError.unmerged(path: path)) { try changes(head, .index) }
    #expect(throws: ProjectError.unmerged(path: path)) { try repository.files(at: .index) }
  }

  @Test func theCatalogueMayLieBelowTheTopAndInAWorktree() throws {
    let top = try TestFolder()
    try top.write("régions/notre catalogue/canvases/catalogue.md", "# Catalogue\n")
    try top.write("canvases/ailleurs.md", "1")
    try top.git("init", "-q")
    try top.git("add", "-A")
    try top.git("commit", "-q", "-m", "Un")
    try top.git("worktree", "add", "-q", "-b", "autre", "autre arbre")
    for tree in ["", "autre arbre/"] {
      let folder = tree + "régions/notre catalogue"
      try top.write(folder + "/seeds/a.md", "1")
      try top.write(tree + "canvases/ailleurs.md", "2")
      let repository = Repository(
        holding: try CatalogueRoot(nearestTo: top.absolute(folder), on: FileSystem()),
        on: FileSystem())
      let changes = try repository.changedFiles(
        from: repository.snapshot("HEAD"), to: .workingTree)
      #expect(changes.map(\.path) == ["seeds/a.md"])
    }
  }

  @Test func needsARepository() throws {
    let folder = try TestFolder.catalogue()
    let repository = Repository(
      holding: try CatalogueRoot(nearestTo: folder.path, on: FileSystem()), on: FileSystem())
    let error = ProjectError.noRepository(root: folder.path)
    #expect(throws: error) { try repository.snapshot("HEAD") }
    #expect(throws: error) { try repository.snapshots("main...") }
    #expect(throws: error) { try repository.changedFiles(from: .index, to: .workingTree) }
    #expect(throws: error) { try repository.files(at: .index) }
  }
}

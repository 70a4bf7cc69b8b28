import CanevasProject
import CanevasSource
import Foundation
import Testing

@Suite struct LoaderTests {
  let folder: TestFolder

  init() throws {
    folder = try TestFolder.catalogue()
  }

  func load(_ faults: Faults = Faults(.none), limit: Int = 1000) throws -> LoadedFiles {
    try load(on: faults.fileSystem, limit: limit)
  }

  func load(on fileSystem: FileSystem, limit: Int = 1000) throws -> LoadedFiles {
    let root = try CatalogueRoot(nearestTo: folder.path, on: FileSystem())
    return Loader(root: root, on: fileSystem, documentLimit: limit).load()
  }

  /// The kinds of defects, by path.
  func kinds(_ loaded: LoadedFiles) -> [String: [Defect.Kind]] {
    loaded.defects.mapValues { $0.map(\.kind) }
  }

  @Test func listsDocumentsAndAssetsByTheirBytes() throws {
    try folder.write("canvases/fiches/b.md", "b")
    try folder.write("canvases/fiches/a.md", "a")
    try folder.write("canvases/fiches/sous-dossier/é.md", "é")
    try folder.write("canvases/fiches-2/c.md", "c")
    try folder.write("canvases/fiches/photo.jpg", "")
    try folder.write("seeds/toolkit.md", "t")
    try folder.write("seeds/toolkit.pdf", "")
    try folder.write("elsewhere/x.md", "")
    let loaded = try load()
    #expect(
      loaded.files.map(\.path) == [
        "canvases/catalogue.md", "canvases/fiches-2/c.md", "canvases/fiches/a.md",
        "canvases/fiches/b.md", "canvases/fiches/sous-dossier/é.md", "seeds/toolkit.md",
      ])
    #expect(loaded.files[4].bytes == Array("é".utf8))
    #expect(loaded.assets == ["canvases/fiches/photo.jpg", "seeds/toolkit.pdf"])
    #expect(loaded.defects.isEmpty)
  }

  @Test(arguments: [
    ".cache", "_brouillon.md", "_mises-de-cote/a.md", ".git/x.md", "README.md", "a.md~", "#a.md#",
    ".#a.md", "a.md.bak", "a.md.orig", ".a.md.swp", "a.md.swp", "a.tmp", "vieux.bak/a.md",
  ])
  func leavesAlone(name: String) throws {
    try folder.write("canvases/fiches/" + name, "x")
    let loaded = try load()
    #expect(loaded.files.map(\.path) == ["canvases/catalogue.md"])
    #expect(loaded.assets.isEmpty && loaded.defects.isEmpty)
  }

  @Test(arguments: ["readme.md", "a.bak.md", "~a.md", "a#.md"])
  func doesNotLeaveAlone(name: String) throws {
    try folder.write("canvases/fiches/" + name, "x")
    #expect(try load().files.map(\.path).contains("canvases/fiches/" + name))
  }

  @Test func readsManyFilesInOrder() throws {
    for number in 1000..<1500 { try folder.write("canvases/fiches/f\(number).md", "\(number)") }
    let loaded = try load()
    #expect(
      loaded.files.dropFirst().map { $0.text($0.wholeRange) } == (1000..<1500).map(String.init))
    #expect(try load() == loaded)
  }

  @Test func namesWhatIsNoFileAndDoesNotWaitForIt() throws {
    try folder.makeFolder("canvases/fiches/dossier.md/inner.md")
    mkfifo(folder.absolute("canvases/fiches/tube.md"), 0o666)
    mkfifo(folder.absolute("canvases/fiches/tube"), 0o666)
    try folder.link("canvases/fiches/lien.md", to: "dossier.md")
    try folder.link("canvases/fiches/lien-tube.md", to: "tube")
    let loaded = try load()
    #expect(
      kinds(loaded) == [
        "canvases/fiches/dossier.md": [.notAFile], "canvases/fiches/tube.md": [.notAFile],
        "canvases/fiches/lien.md": [.notAFile], "canvases/fiches/lien-tube.md": [.strayLink],
      ])
    #expect(Set(loaded.files.map(\.path)).isSuperset(of: loaded.defects.keys))
    #expect(loaded.assets.isEmpty)
  }

  @Test(arguments: [(0, false), (999, false), (1000, false), (1001, true), (50_000_000, true)])
  func keepsToTheLimit(size: Int, isTooLarge: Bool) throws {
    let path = "canvases/fiches/a.md"
    try folder.write(path, "")
    #expect(truncate(folder.absolute(path), size) == 0)
    let loaded = try load(limit: 1000)
    #expect(kinds(loaded)[path] == (isTooLarge ? [.tooLarge(limit: 1000)] : nil))
    #expect(loaded.files[1].bytes.count == (isTooLarge ? 0 : size))
  }

  @Test func readsWhatItCanAndNamesTheRest() throws {
    try folder.write("canvases/fiches/a.md", "a")
    try folder.write("canvases/fiches/b.md", "b")
    try folder.write("canvases/themes/c.md", "c")
    let refusing = FileSystem { (operation, path) throws(ProjectError) in
      let isRefused =
        switch operation {
        case .open: path.hasSuffix("a.md")
        case .list: path.hasSuffix("themes")
        default: false
        }
      if isRefused { throw .system(operation, path: path, SystemReason(code: EACCES)) }
    }
    let loaded = try load(on: refusing)
    #expect(
      kinds(loaded) == [
        "canvases/fiches/a.md": [.unreadable(reason: SystemReason(code: EACCES).words)],
        "canvases/themes": [.unreadable(reason: SystemReason(code: EACCES).words)],
      ])
    #expect(loaded.files.map(\.bytes.count) == [12, 0, 1])
  }

  @Test func survivesTheFailureOfEveryOperation() throws {
    try folder.write("canvases/fiches/a.md", "a")
    try folder.link("canvases/fiches/lien.md", to: "a.md")
    let all = Faults(.none)
    #expect(try load(all).defects.isEmpty)
    for number in 0..<all.count {
      #expect(try !load(Faults(.fail(at: number))).defects.isEmpty)
    }
  }

  @Test func namesThatAreNoUTF8AreDefects() throws {
    try folder.makeFolder("canvases/fiches")
    for name in ["caf\u{E9}.md", "caf\u{E9}.png"] {
      var bytes = Array((folder.absolute("canvases/fiches/")).utf8.map(CChar.init(bitPattern:)))
      bytes += name.unicodeScalars.map { CChar(truncatingIfNeeded: $0.value) } + [0]
      close(open(bytes, O_CREAT | O_WRONLY, 0o666))
    }
    let loaded = try load()
    #expect(
      Set(loaded.defects.keys) == ["canvases/fiches/caf\\xE9.md", "canvases/fiches/caf\\xE9.png"])
    #expect(loaded.files.map(\.path) == ["canvases/catalogue.md", "canvases/fiches/caf\\xE9.md"])
    #expect(loaded.assets.isEmpty)
  }

  @Test func aMissingFolderIsNoDefectAndAFileInItsPlaceIs() throws {
    #expect(try load().defects.isEmpty)
    try folder.write("seeds", "")
    #expect(try load().defects.keys.sorted() == ["seeds"])
  }
}

/// Links, in a catalogue that has a file and a folder to point to, inside and outside.
@Suite struct LinkTests {
  let outside: TestFolder
  let folder: TestFolder
  let root: CatalogueRoot

  init() throws {
    outside = try TestFolder()
    try outside.write("secret.md", "secret")
    folder = try TestFolder.catalogue()
    try folder.write("canvases/fiches/a.md", "a")
    try folder.write("canvases/fiches/a.png", "")
    try folder.write("seeds/s.md", "s")
    try folder.write("elsewhere.md", "")
    root = try CatalogueRoot(nearestTo: folder.path, on: FileSystem())
  }

  /// Loads with one more link, and gives what it adds.
  func load(_ link: String, _ target: String) throws -> (added: [String], defects: [String]) {
    try folder.link(link, to: target)
    let loaded = Loader(root: root, on: FileSystem(), documentLimit: 1000).load()
    #expect(loaded.defects.values.allSatisfy { $0.map(\.kind) == [.strayLink] })
    #expect(!loaded.files.contains { $0.bytes == Array("secret".utf8) })
    let known = [
      "canvases/catalogue.md", "canvases/fiches/a.md", "canvases/fiches/a.png", "seeds/s.md",
    ]
    let added = Set(loaded.files.map(\.path)).union(loaded.assets).subtracting(known)
    return (added.sorted(), loaded.defects.keys.sorted())
  }

  @Test(arguments: [
    ("canvases/lien.md", "fiches/a.md", ["canvases/lien.md"]),
    ("canvases/lien.png", "fiches/a.png", ["canvases/lien.png"]),
    ("canvases/lien.md", "../seeds/s.md", ["canvases/lien.md"]),
    ("canvases/lien", "../seeds", ["canvases/lien/s.md"]),
    ("seeds/lien", "../canvases/fiches", ["seeds/lien/a.md", "seeds/lien/a.png"]),
  ])
  func areFollowedInside(link: String, target: String, added: [String]) throws {
    let result = try load(link, target)
    #expect(result.added == added && result.defects.isEmpty)
  }

  @Test(arguments: [
    ("canvases/lien.png", "../elsewhere.md"), ("canvases/lien", ".."), ("canvases/lien", "nowhere"),
    ("canvases/lien", "lien"), ("canvases/lien", "."), ("canvases/fiches/lien", ".."),
    ("canvases/lien", "/"), ("canvases/lien", "/dev/null"), ("canvases/lien", "../canvases2"),
  ])
  func areStrayElsewhere(link: String, target: String) throws {
    try folder.write("canvases2/x.md", "")
    let result = try load(link, target)
    #expect(result.added.isEmpty && result.defects == [link])
  }

  @Test func aStrayDocumentIsListed() throws {
    let result = try load("canvases/lien.md", outside.absolute("secret.md"))
    #expect(result.added == ["canvases/lien.md"] && result.defects == ["canvases/lien.md"])
  }

  @Test func aWholeSourceFolderIsNoExit() throws {
    try folder.remove("seeds")
    let result = try load("seeds", outside.path)
    #expect(result.added.isEmpty && result.defects == ["seeds"])
  }

  @Test func aCircleOfTwoEnds() throws {
    try folder.link("canvases/fiches/vers-themes", to: "../themes")
    let result = try load("canvases/themes/vers-fiches", "../fiches")
    #expect(
      result.added == ["canvases/themes/vers-fiches/a.md", "canvases/themes/vers-fiches/a.png"])
    #expect(
      result.defects == [
        "canvases/fiches/vers-themes/vers-fiches", "canvases/themes/vers-fiches/vers-themes",
      ])
  }

  @Test func manyWaysToTheSameFolderStayFew() throws {
    for level in 0..<30 {
      for name in ["x", "y"] {
        try folder.link("canvases/niveau\(level)/\(name)", to: "../niveau\(level + 1)")
      }
    }
    try folder.makeFolder("canvases/niveau30")
    let result = try load("canvases/entree", "niveau0")
    #expect(result.added.isEmpty && result.defects.count < 200)
  }
}

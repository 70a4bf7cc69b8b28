import CanevasProject
import CanevasSource
import Foundation
import Testing

@Suite struct FileSystemTests {
  let folder: TestFolder
  let files = FileSystem()

  init() throws {
    folder = try TestFolder()
  }

  @Test(arguments: [(0, 0), (5, 5), (100_000, 100_000)])
  func readsAFileUpToTheLimit(size: Int, limit: Int) throws {
    let bytes = [UInt8](repeating: 7, count: size)
    try files.write(bytes, to: folder.absolute("file"))
    #expect(try files.read(folder.absolute("file"), limit: limit) == .bytes(bytes))
    if limit > 0 {
      #expect(try files.read(folder.absolute("file"), limit: limit - 1) == .tooLarge)
    }
  }

  @Test func readsAFileOfUnknownLength() throws {
    // The system says that such files are empty.
    guard case .bytes(let bytes) = try files.read("/proc/self/status") else {
      Issue.record("not read")
      return
    }
    #expect(bytes.count > 100)
    #expect(try files.read("/proc/self/status", limit: 100) == .tooLarge)
  }

  @Test func neverOpensWhatIsNoFile() throws {
    mkfifo(folder.absolute("pipe"), 0o666)
    try folder.makeFolder("folder")
    #expect(try files.read(folder.absolute("pipe")) == .notAFile)
    #expect(try files.read(folder.absolute("folder")) == .notAFile)
    try folder.link("link", to: "pipe")
    #expect(throws: ProjectError.self) { try files.read(folder.absolute("link")) }
  }

  @Test func neverWritesOverAFile() throws {
    try folder.write("file", "kept")
    #expect(throws: ProjectError.self) { try files.write([1], to: folder.absolute("file")) }
    #expect(folder.texts() == ["file": "kept"])
  }

  @Test func namesTheReasonInBothLanguages() {
    let path = folder.absolute("nowhere")
    let error = #expect(throws: ProjectError.self) { try files.read(path) }
    #expect(error == .system(.open, path: path, SystemReason(code: ENOENT)))
    #expect(
      error?.message
        == Bilingual(
          "impossible d'ouvrir « \(path) » : fichier ou dossier introuvable",
          "cannot open “\(path)”: no such file or folder"))
  }

  @Test(arguments: [ENOENT, EACCES, ENOSPC, EXDEV, ENOTSOCK, 9999])
  func everyReasonHasWords(code: Int32) {
    let words = SystemReason(code: code).words
    #expect(!words.french.isEmpty && !words.english.isEmpty)
  }

  @Test func aLockHoldsUntilItsValueGoes() throws {
    let path = folder.absolute("lock")
    do {
      let lock = try files.lock(path)
      #expect(throws: ProjectError.busy(path: path)) { _ = try files.lock(path) }
      _ = consume lock
    }
    let isHeldAgain = try files.lock(path) != nil
    #expect(isHeldAgain)
  }

  @Test func aLockInAFolderThatIsGoneIsNone() throws {
    let isHeld = try files.lock(folder.absolute("gone/lock")) != nil
    #expect(!isHeld)
  }
}

@Suite struct CatalogueRootTests {
  @Test(arguments: ["", "canvases", "canvases/fiches", "deep/er", "canvases/fiches/a.md"])
  func isTheNearestFolderUpward(start: String) throws {
    let folder = try TestFolder.catalogue()
    try folder.write("canvases/fiches/a.md", "")
    try folder.makeFolder("deep/er")
    let root = try CatalogueRoot(nearestTo: folder.absolute(start), on: FileSystem())
    #expect(root.path == folder.path)
  }

  @Test func isTheInnerOfTwo() throws {
    let folder = try TestFolder.catalogue()
    try folder.write("inner/canvases/catalogue.md", "")
    try folder.makeFolder("inner/canvases/fiches")
    try folder.link("link", to: "inner/canvases/fiches")
    for start in ["inner/canvases/fiches", "link"] {
      let root = try CatalogueRoot(nearestTo: folder.absolute(start), on: FileSystem())
      #expect(root.path == folder.absolute("inner"))
    }
  }

  @Test func mayBeMissing() throws {
    let folder = try TestFolder()
    try folder.makeFolder("canvases/catalogue")
    #expect(throws: ProjectError.noCatalogue(from: folder.path)) {
      try CatalogueRoot(nearestTo: folder.path, on: FileSystem())
    }
    #expect(throws: ProjectError.self) {
      try CatalogueRoot(nearestTo: folder.absolute("nowhere"), on: FileSystem())
    }
  }
}

import CanevasProject
import Foundation
import Testing

/// What a watcher notices, told by the kernel and looking by itself.
@Suite struct WatcherTests {
  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Whether a watcher has to notice it.
    let counts: Bool
    let make: @Sendable (TestFolder) throws -> Void

    init(_ name: String, counts: Bool = true, make: @escaping @Sendable (TestFolder) throws -> Void)
    {
      testDescription = name
      self.counts = counts
      self.make = make
    }
  }

  static let changes = [
    Change("a file is written over") { try $0.write("canvases/fiches/a.md", "# A, longer\n") },
    Change("a file is saved by renaming") {
      try $0.write(".a.new", "# B\n")
      try $0.move(".a.new", "canvases/fiches/a.md")
    },
    Change("a file is made") { try $0.write("canvases/fiches/b.md", "# B\n") },
    Change("a file is removed") { try $0.remove("canvases/fiches/a.md") },
    Change("a file is renamed") { try $0.move("canvases/fiches/a.md", "canvases/fiches/c.md") },
    Change("a file can no longer be read") {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0], ofItemAtPath: $0.absolute("canvases/fiches/a.md"))
    },
    Change("a folder is made") { try $0.makeFolder("canvases/themes") },
    Change("a folder is removed") { try $0.remove("canvases/fiches") },
    Change("a folder of sources is made") { try $0.write("seeds/s.md", "# S\n") },
    Change("a folder of sources is renamed") { try $0.move("canvases", "old") },
    Change("an editor's own file is written", counts: false) {
      try $0.write("canvases/fiches/.a.md.swp", "x")
    },
    Change("the site is written", counts: false) { try $0.write("_site/index.html", "x") },
    Change("a file beside the sources is written", counts: false) {
      try $0.write("README.md", "x")
    },
    Change("nothing", counts: false) { _ in },
  ]

  private func folder() throws -> TestFolder {
    let folder = try TestFolder.catalogue()
    try folder.write("canvases/fiches/a.md", "# A\n")
    return folder
  }

  private func watcher(_ folder: TestFolder, polling: Bool) throws -> Watcher {
    let fileSystem = FileSystem()
    let root = try CatalogueRoot(nearestTo: folder.path, on: fileSystem)
    return Watcher(root: root, on: fileSystem, polling: polling)
  }

  @Test(arguments: changes, [false, true])
  func notices(_ change: Change, _ polling: Bool) throws {
    let folder = try folder()
    var watcher = try watcher(folder, polling: polling)
    #expect((watcher.descriptor == nil) == polling)
    try change.make(folder)
    expect(&watcher, notices: change.counts)
    expect(&watcher, notices: false, "a change is told once")
  }

  @Test(arguments: [false, true])
  func followsFoldersThatComeAndGo(_ polling: Bool) throws {
    let folder = try folder()
    var watcher = try watcher(folder, polling: polling)
    for round in 1...3 {
      try folder.remove("canvases/fiches")
      try folder.write("canvases/fiches/deep/er/a.md", "# A \(round)\n")
      expect(&watcher, notices: true)
      try folder.write("canvases/fiches/deep/er/a.md", "# A, again\n")
      expect(&watcher, notices: true, "a file in a folder that was made again")
    }
    try folder.move("canvases/fiches", "outside")
    expect(&watcher, notices: true)
    try folder.write("outside/deep/er/a.md", "# Outside, where it is nobody's business\n")
    expect(&watcher, notices: false, "a folder that was moved out of the catalogue")
    try folder.move("canvases", "away")
    expect(&watcher, notices: true)
    try folder.write("canvases/catalogue.md", "# Catalogue\n")
    expect(&watcher, notices: true, "a new folder in the place of the former")
    try folder.write("canvases/catalogue.md", "# Catalogue, again\n")
    expect(&watcher, notices: true)
  }

  @Test(arguments: ["gabarits", "lien"], [false, true])
  func watchesOtherFolders(_ name: String, _ polling: Bool) throws {
    let folder = try folder()
    try folder.write("gabarits/page.mustache", "a")
    try FileManager.default.createSymbolicLink(
      atPath: folder.absolute("lien"), withDestinationPath: "gabarits")
    let fileSystem = FileSystem()
    let root = try CatalogueRoot(nearestTo: folder.path, on: fileSystem)
    var watcher = Watcher(
      root: root, others: [folder.absolute(name)], on: fileSystem, polling: polling)
    try folder.write("gabarits/page.mustache", "longer")
    expect(&watcher, notices: true)
    try folder.write("README.md", "beside it")
    expect(&watcher, notices: false)
    try folder.makeFolder("canvases/themes")
    expect(&watcher, notices: true)
    try folder.write("gabarits/page.mustache", "longer still")
    expect(&watcher, notices: true, "once the folders are watched anew")
  }

  /// The kernel drops what nobody takes; the watcher must then take anything to have changed.
  @Test func survivesALostQueue() throws {
    let limit = try String(
      contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
    let folder = try folder()
    var watcher = try watcher(folder, polling: false)
    let count = Int(limit.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 16_384
    for number in 0...(count / 4) {
      // Neighbouring equal events are merged, so two files take turns; each write is three events.
      for name in ["a", "b"] { try folder.append("canvases/fiches/\(name).md", "\(number)\n") }
      try folder.move("canvases/fiches/b.md", "canvases/fiches/c.md")
      try folder.move("canvases/fiches/c.md", "canvases/fiches/b.md")
    }
    try folder.makeFolder("canvases/fiches/new")
    expect(&watcher, notices: true)
    try folder.write("canvases/fiches/new/a.md", "# A\n")
    expect(&watcher, notices: true, "a folder whose making was lost")
  }

  @Test func wakesWhoeverWaits() throws {
    let folder = try folder()
    var watcher = try watcher(folder, polling: false)
    var waited = pollfd(
      fd: try #require(watcher.descriptor), events: Int16(POLLIN), revents: 0)
    #expect(poll(&waited, 1, 0) == 0)
    try folder.write("canvases/fiches/a.md", "# A, longer\n")
    #expect(poll(&waited, 1, 1000) == 1)
    expect(&watcher, notices: true)
    #expect(poll(&waited, 1, 0) == 0)
  }
}

private func expect(
  _ watcher: inout Watcher, notices: Bool, _ comment: Comment? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let noticed = watcher.takeChange()
  #expect(noticed == notices, comment, sourceLocation: sourceLocation)
}

extension TestFolder {
  func move(_ relative: String, _ other: String) throws {
    guard rename(absolute(relative), absolute(other)) == 0 else { throw POSIXError(.ENOENT) }
  }

  func append(_ relative: String, _ text: String) throws {
    guard let file = fopen(absolute(relative), "a") else { throw POSIXError(.ENOENT) }
    fputs(text, file)
    fclose(file)
  }
}

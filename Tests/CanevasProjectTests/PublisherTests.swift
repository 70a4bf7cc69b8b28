import CanevasProject
import CanevasRender
import CanevasSource
import Foundation
import Testing

/// A catalogue and the folder beside its sources that its site is published to.
struct Workplace {
  static let manifest = ".canevas-manifest"

  let folder: TestFolder
  let root: CatalogueRoot

  init() throws {
    folder = try TestFolder.catalogue()
    root = try CatalogueRoot(nearestTo: folder.path, on: FileSystem())
  }

  /// Publishes files given by their texts.
  @discardableResult
  func publish(
    _ texts: [String: String], to out: String = "site", on fileSystem: FileSystem = FileSystem()
  ) throws -> PublishReport {
    try publish(texts.map { OutputFile(path: $0, .bytes(Array($1.utf8))) }, to: out, on: fileSystem)
  }

  @discardableResult
  func publish(
    _ files: [OutputFile], to out: String = "site", on fileSystem: FileSystem = FileSystem()
  ) throws -> PublishReport {
    let out = out.hasPrefix("/") ? out : folder.absolute(out)
    return try Publisher(root: root, on: fileSystem).publish(files, to: out)
  }

  /// The site's files without the manifest.
  func site(_ out: String = "site") -> [String: String] {
    folder.texts(out).filter { $0.key != Self.manifest }
  }

  /// What lies beside the site and belongs to a publish.
  var leftovers: [String] {
    folder.names().filter { $0.contains("staging") }.sorted()
  }
}

@Suite struct PublisherTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
  }

  @Test(arguments: ["site", "site/", "deep/er/site", "canvases/../site", "./site"])
  func aFirstSiteIsWritten(out: String) throws {
    try place.folder.makeFolder("canvases")
    let report = try place.publish(["b/c.html": "c", "a.html": "a"], to: out)
    #expect(report.written == ["a.html", "b/c.html"])
    #expect(report.unchanged.isEmpty && report.removed.isEmpty)
    #expect(place.site(out) == ["a.html": "a", "b/c.html": "c"])
    #expect(
      place.folder.texts(out)[Workplace.manifest] == "canevas-manifest 1\na.html\nb/c.html\n")
    #expect(place.leftovers.isEmpty)
  }

  @Test func anEmptyFolderIsFilled() throws {
    try place.folder.makeFolder("site")
    try place.publish(["a.html": "a"])
    #expect(place.site() == ["a.html": "a"])
  }

  @Test func aSiteWithoutFilesIsASite() throws {
    try place.publish([String: String]())
    #expect(place.folder.names("site") == [Workplace.manifest])
    try place.publish(["a.html": "a"])
    try place.publish([String: String]())
    #expect(place.folder.names("site") == [Workplace.manifest])
  }

  @Test func onlyWhatChangedIsWritten() throws {
    try place.publish(["same": "1", "changed": "1", "longer": "1", "gone/x": "1", "kept/x": "1"])
    try place.folder.write("site/kept/mine", "mine")
    let same = try place.folder.identity("site/same")
    let report = try place.publish(["same": "1", "changed": "2", "longer": "12", "new/x": "1"])
    #expect(report.written == ["changed", "longer", "new/x"])
    #expect(report.unchanged == ["same"])
    #expect(report.removed == ["gone/x", "kept/x"])
    #expect(
      place.site() == [
        "same": "1", "changed": "2", "longer": "12", "new/x": "1", "kept/mine": "mine",
      ])
    #expect(try place.folder.identity("site/same") == same)
    #expect(!place.folder.names("site").contains("gone"))
    #expect(place.leftovers.isEmpty)
  }

  @Test func nothingChangedWritesNothing() throws {
    let texts = ["a": "1", "b/c": "2"]
    try place.publish(texts)
    let paths = ["site", "site/a", "site/b", "site/b/c", "site/" + Workplace.manifest]
    let before = try paths.map(place.folder.identity)
    let report = try place.publish(texts)
    #expect(report.unchanged == ["a", "b/c"] && report.written.isEmpty)
    #expect(try paths.map(place.folder.identity) == before)
  }

  @Test(arguments: [
    (["x": "1"], ["x/y": "2"]),
    (["x/y": "1", "x/z": "1"], ["x": "2"]),
    (["x/y/z": "1", "w": "1"], ["x": "2", "w/v/u": "2"]),
    (["É.html": "1"], ["E\u{301}.html": "2"]),
    (["a.html": "1"], ["A.html": "2"]),
  ])
  func filesAndFoldersChangePlaces(former: [String: String], new: [String: String]) throws {
    try place.publish(former)
    let report = try place.publish(new)
    #expect(report.removed == former.keys.sorted())
    #expect(place.site() == new)
    #expect(place.folder.texts("site").count == new.count + 1)
  }

  @Test func aDamagedSiteIsMended() throws {
    let texts = ["a": "1", "b/c": "2", "b/d": "3"]
    try place.publish(texts)
    try place.folder.write("site/a", "touched")
    try place.folder.remove("site/b")
    #expect(try place.publish(texts).written == ["a", "b/c", "b/d"])
    #expect(place.site() == texts)
  }

  @Test func assetsAreCopied() throws {
    try place.folder.write("canvases/fiches/photo.jpg", "photo")
    try place.folder.link("canvases/fiches/lien.jpg", to: "photo.jpg")
    let files = ["photo", "lien"].map {
      OutputFile(path: "fiches/\($0).jpg", .copy(of: "canvases/fiches/\($0).jpg"))
    }
    try place.publish(files)
    #expect(place.site() == ["fiches/photo.jpg": "photo", "fiches/lien.jpg": "photo"])
    #expect(try place.publish(files).unchanged.count == 2)
    try place.folder.write("canvases/fiches/photo.jpg", "image")
    #expect(try place.publish(files).written.count == 2)
  }

  @Test func manyFilesAreWritten() throws {
    var texts: [String: String] = [:]
    for number in 0..<2000 { texts["dossier\(number % 7)/f\(number).html"] = "\(number)" }
    try place.publish(texts)
    texts["dossier3/f3.html"] = "3 bis"
    #expect(try place.publish(texts).written == ["dossier3/f3.html"])
    #expect(place.site() == texts)
  }

  @Test func theOutputMayBeALink() throws {
    try place.folder.makeFolder("real")
    try place.folder.link("site", to: "real")
    try place.publish(["a": "1"])
    try place.publish(["a": "2"])
    #expect(place.site("real") == ["a": "2"])
    #expect(place.leftovers.isEmpty)
  }
}

/// What is refused, always before anything in the output folder changes.
@Suite struct RefusalTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.publish(["a": "1", "b/c": "1"])
  }

  /// Expects a publish to be refused and everything to stay as it is.
  func refused(
    _ expected: ProjectError, publishing texts: [String: String] = ["a": "2", "n/m": "2"],
    to out: String = "site", location: SourceLocation = #_sourceLocation
  ) {
    let before = place.folder.texts()
    #expect(throws: expected, sourceLocation: location) { try place.publish(texts, to: out) }
    #expect(place.folder.texts() == before, sourceLocation: location)
    #expect(place.leftovers.isEmpty, sourceLocation: location)
  }

  @Test(arguments: [
    "..", "../a", "a/../../b", "/etc/passwd", "", "a//b", "a/", "./a", "a/.", "a\0b", "a\nb",
    ".canevas-manifest", ".CANEVAS-manifest",
  ])
  func unusablePaths(path: String) {
    refused(.unusableOutputPath(path: path), publishing: [path: "2"])
  }

  @Test(arguments: [
    ("B.html", "b.html"), ("Été", "été"), ("\u{E9}.html", "e\u{301}.html"), ("x", "x/y"),
    ("X", "x/y"), ("dir/a", "DIR/b"), ("a/dir/a", "a/Dir/b"),
  ])
  func clashingPaths(a: String, b: String) throws {
    let files = [a, b].map { OutputFile(path: $0, .bytes([])) }
    let error = #expect(throws: ProjectError.self) { try place.publish(files) }
    guard case .clashingOutputPaths = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func theSamePathTwice() {
    let files = [OutputFile(path: "x", .bytes([])), OutputFile(path: "x", .bytes([]))]
    #expect(throws: ProjectError.clashingOutputPaths(path: "x", other: "x")) {
      try place.publish(files)
    }
  }

  @Test func aFolderWithForeignFiles() throws {
    try place.folder.write("mine/index.html", "mine")
    refused(.foreignOutputFolder(path: place.folder.absolute("mine")), to: "mine")
    try place.folder.makeFolder("hidden/.git")
    refused(.foreignOutputFolder(path: place.folder.absolute("hidden")), to: "hidden")
  }

  @Test(arguments: ["", ".", "..", "canvases", "canvases/site", "seeds/a/b", "seeds", "/", "lien"])
  func outputsThatTouchTheSources(out: String) throws {
    try place.folder.link("lien", to: "canvases")
    let path = out == "/" ? "/" : place.folder.absolute(out)
    let error = #expect(throws: ProjectError.self) { try place.publish(["a": "1"], to: path) }
    guard case .outputAmongSources = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(place.folder.names("canvases") == ["catalogue.md"])
  }

  @Test func aFileInTheOutputsPlace() throws {
    try place.folder.write("file", "mine")
    refused(.outputIsNoFolder(path: place.folder.absolute("file")), to: "file")
    try place.folder.link("dangling", to: "nowhere")
    let dangling = place.folder.absolute("dangling")
    refused(.system(.resolve, path: dangling, SystemReason(code: ENOENT)), to: "dangling")
  }

  @Test func aStrangerInTheStagingsPlace() throws {
    let staging = ".site.canevas-staging"
    try place.folder.link(staging, to: "canvases")
    #expect(throws: ProjectError.foreignFile(path: place.folder.absolute(staging))) {
      try place.publish(["a": "2"])
    }
    #expect(place.site() == ["a": "1", "b/c": "1"])
    #expect(place.folder.names("canvases") == ["catalogue.md"])
  }

  /// Things that a stranger put into the site, and the path that is in the way then.
  enum Stranger: String, CaseIterable {
    case file, linkAtFile, linkAtFolder, linkForOurs, fileAtFolder, folderAtFile, folderOfOurs
  }

  @Test(arguments: Stranger.allCases) func strangersInTheSite(_ stranger: Stranger) throws {
    let folder = place.folder
    try folder.write("target/m", "mine")
    var new = ["a": "2", "b/c": "2", "n/m": "2"]
    var inTheWay = "n"
    switch stranger {
    case .file:
      try folder.write("site/n/m", "mine")
      inTheWay = "n/m"
    case .linkAtFile:
      try folder.link("site/n/m", to: "../../target/m")
      inTheWay = "n/m"
    case .folderAtFile:
      try folder.makeFolder("site/n/m")
      inTheWay = "n/m"
    case .linkAtFolder: try folder.link("site/n", to: "../target")
    case .fileAtFolder: try folder.write("site/n", "mine")
    case .linkForOurs:
      try folder.remove("site/a")
      try folder.link("site/a", to: "../target/m")
      inTheWay = "a"
    case .folderOfOurs:
      try folder.write("site/b/mine", "mine")
      inTheWay = "b"
      new = ["b": "2"]
    }
    refused(.foreignFile(path: folder.absolute("site/" + inTheWay)), publishing: new)
  }

  @Test func whatTookThePlaceOfARemovedFileStays() throws {
    try place.folder.write("target/c", "mine")
    try place.folder.remove("site/b")
    try place.folder.link("site/b", to: "../target")
    try place.folder.remove("site/a")
    try place.folder.makeFolder("site/a")
    let report = try place.publish(["z": "2"])
    #expect(report.removed.isEmpty)
    #expect(place.site() == ["z": "2", "b": "→ ../target", "a/": ""])
    #expect(place.folder.texts("target") == ["c": "mine"])
  }

  @Test(arguments: [
    ("", 1), ("canevas-manifest 2\na\n", 1), ("canevas-manifest 1\na", 1), ("\n", 1),
    ("canevas-manifest 1\na\n../../victim\n", 3), ("canevas-manifest 1\n/etc/passwd\n", 2),
    ("canevas-manifest 1\n\na\n", 2),
  ])
  func aManifestThatIsNotOurs(text: String, line: Int) throws {
    let path = "site/" + Workplace.manifest
    try place.folder.write(path, text)
    refused(.malformedManifest(path: place.folder.absolute(path), line: line))
  }

  @Test(arguments: [
    "../outside", "canvases/../../outside", "canvases/lien", "canvases/fiches", "canvases/tube",
    "/etc/passwd", "",
  ])
  func sourcesThatCannotBeCopied(source: String) throws {
    try place.folder.makeFolder("canvases/fiches")
    try place.folder.link("canvases/lien", to: "/etc/passwd")
    mkfifo(place.folder.absolute("canvases/tube"), 0o666)
    let before = place.folder.texts("site")
    #expect(throws: ProjectError.uncopiableSource(path: source)) {
      try place.publish([OutputFile(path: "x", .copy(of: source))])
    }
    #expect(place.folder.texts("site") == before && place.leftovers.isEmpty)
  }

  @Test func anAssetThatIsGone() throws {
    let path = place.folder.absolute("canvases/x.png")
    #expect(throws: ProjectError.system(.resolve, path: path, SystemReason(code: ENOENT))) {
      try place.publish([OutputFile(path: "x", .copy(of: "canvases/x.png"))])
    }
  }

  @Test(arguments: [
    ProjectError.system(.write, path: "p", SystemReason(code: ENOSPC)), .noCatalogue(from: "p"),
    .outputIsNoFolder(path: "p"), .outputAmongSources(path: "p"), .foreignOutputFolder(path: "p"),
    .foreignFile(path: "p"), .unusableOutputPath(path: "p"), .busy(path: "p"),
    .clashingOutputPaths(path: "p", other: "q"), .uncopiableSource(path: "p"),
    .malformedManifest(path: "p", line: 3),
  ])
  func everyErrorNamesItsPath(error: ProjectError) {
    #expect(error.path == "p")
    #expect(error.message.french.contains("« p »"))
    #expect(error.message.english.contains("“p”"))
  }
}

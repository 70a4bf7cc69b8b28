import CanevasProject
import CanevasServe
import CanevasSource
import Foundation
import Testing

/// What the preview shows of a catalogue that is being written.
@Suite struct PreviewTests {
  private let folder: WrittenFolder

  init() throws {
    folder = try WrittenFolder()
    try folder.write("canvases/catalogue.md", "# Catalogue\n\n- Langue : fr\n")
    try folder.write("canvases/acteurs/ferme.md", Self.actor("Ferme"))
  }

  private static func actor(
    _ name: String, type: String = "réseau", text: String = "Un acteur."
  ) -> String {
    "# \(name)\n\n- Type : \(type)\n\n## PRÉSENTATION\n\n\(text)\n"
  }

  private func preview() throws -> Preview {
    let fileSystem = FileSystem()
    let root = try CatalogueRoot(nearestTo: folder.path, on: fileSystem)
    return Preview(root: root, on: fileSystem, address: "http://127.0.0.1:1/")
  }

  private func text(_ path: String, _ preview: inout Preview) -> String {
    String(decoding: preview.response(to: path).body, as: UTF8.self)
  }

  @Test func aBrokenEditKeepsTheLastGoodPage() throws {
    var preview = try preview()
    try folder.write("canvases/acteurs/ferme.md", Self.actor("Grange", type: "fée"))
    preview.update()
    var page = text("/acteurs/ferme.html", &preview)
    #expect(page.contains("<h1>Ferme</h1>"))
    #expect(page.contains("canvases/acteurs/ferme.md:3:"))
    #expect(page.contains("dernière version sans erreur"))
    #expect(text("/acteurs/", &preview).contains("Ferme"))
    try folder.write("canvases/acteurs/ferme.md", Self.actor("Grange"))
    preview.update()
    page = text("/acteurs/ferme.html", &preview)
    #expect(page.contains("<h1>Grange</h1>"))
    #expect(!page.contains("canvases/acteurs/ferme.md:3:"))
  }

  @Test func aDocumentThatNeverWasGoodShowsWhatCanBeRead() throws {
    try folder.write("canvases/acteurs/fee.md", Self.actor("Fée", type: "fée"))
    var preview = try preview()
    let page = text("/acteurs/fee.html", &preview)
    #expect(page.contains("<h1>Fée</h1>"))
    #expect(page.contains("canvases/acteurs/fee.md:3:"))
    #expect(!page.contains("dernière version sans erreur"))
  }

  @Test func aDraftIsShown() throws {
    let draft = Self.actor("Secret").replacingOccurrences(
      of: "- Type", with: "- Brouillon : oui\n- Type")
    try folder.write("canvases/acteurs/secret.md", draft)
    var preview = try preview()
    #expect(preview.response(to: "/acteurs/secret.html").status == .found)
  }

  @Test func whatAnEditBreaksElsewhereIsTold() throws {
    try folder.write(
      "canvases/guide/a.md", "# Guide\n\n## Suite\n\nVoir la [ferme](../acteurs/ferme.md).\n")
    var preview = try preview()
    #expect(preview.count(.error) == 0)
    try folder.remove("canvases/acteurs/ferme.md")
    preview.update()
    preview.settle()
    #expect(preview.count(.error) == 1)
    #expect(preview.response(to: "/acteurs/ferme.html").status == .missing)
    #expect(text("/guide/a.html", &preview).contains("canvases/guide/a.md:5:"))
  }

  static let paths: [(path: String, status: Response.Status)] = [
    ("/", .found), ("/index.html", .found), ("/acteurs/", .found), ("/acteurs", .elsewhere),
    ("/acteurs/ferme.html", .found), ("/acteurs/%66erme.html", .found),
    ("/acteurs/ferme.md", .found), ("/acteurs/ferme.json", .found), ("/style.css", .found),
    ("/recherche/table.js", .found), ("/recherche/", .missing), ("/acteurs/nul.html", .missing),
    ("/acteurs/%2566erme.html", .missing), ("/acteurs//ferme.html", .missing),
    ("/acteurs/..%2findex.html", .malformed), ("/acteurs/../index.html", .malformed),
    ("/./index.html", .malformed), ("/%00", .malformed), ("/%0a", .malformed),
    ("/%ff", .malformed), ("/%4", .malformed), ("/%zz", .malformed), ("/%+1", .malformed),
    ("acteurs", .malformed), ("/canvases/catalogue.md", .missing),
    ("/acteurs\\ferme.html", .missing),
  ]

  @Test func everyPathIsAnsweredFromTheSiteAlone() throws {
    var preview = try preview()
    for (path, status) in Self.paths {
      #expect(preview.response(to: path).status == status, "\(path)")
    }
    #expect(preview.response(to: "/acteurs").location == "/acteurs/")
  }

  @Test func aPictureIsServedAsItWouldBeCopied() throws {
    try folder.write("secret.txt", "secret")
    try folder.write("canvases/acteurs/logo.svg", "<svg/>")
    try folder.link("canvases/acteurs/fuite.svg", to: "/etc/hostname")
    let text = "![Logo](logo.svg) ![Fuite](fuite.svg)"
    try folder.write("canvases/acteurs/ferme.md", Self.actor("Ferme", text: text))
    var preview = try preview()
    let picture = preview.response(to: "/fichiers/canvases/acteurs/logo.svg")
    #expect(picture.body == Array("<svg/>".utf8))
    #expect(picture.type == "image/svg+xml")
    for path in ["canvases/acteurs/fuite.svg", "secret.txt", "canvases/acteurs/ferme.md"] {
      #expect(preview.response(to: "/fichiers/" + path).status == .missing, "\(path)")
    }
    // A picture that changes makes its page another one, although not a byte of the page does.
    var viewer = try viewer("/acteurs/ferme.html", preview)
    _ = preview.news(for: &viewer)
    try folder.write("canvases/acteurs/logo.svg", "<svg></svg>")
    preview.update()
    #expect(preview.news(for: &viewer) == .page(headings: []))
  }

  @Test func thePagesOwnPolicyMakesWay() throws {
    var preview = try preview()
    let page = text("/", &preview)
    #expect(!page.contains("http-equiv"))
    #expect(page.components(separatedBy: "/_canevas/preview.js").count == 2)
  }

  // What windows are told.

  private func viewer(_ path: String, _ preview: Preview) throws -> Preview.Viewer {
    var preview = preview
    let page = text(path, &preview)
    let version = page.components(separatedBy: "data-version=\"").last?.prefix { $0 != "\"" }
    return try #require(preview.viewer(of: path, version: String(version ?? "")))
  }

  @Test func aWindowIsToldWhereItsPageChanged() throws {
    var preview = try preview()
    var viewer = try viewer("/acteurs/ferme.html", preview)
    guard case .findings = preview.news(for: &viewer) else {
      Issue.record("a new window is told the findings")
      return
    }
    #expect(preview.news(for: &viewer) == nil)
    preview.update()
    #expect(preview.news(for: &viewer) == nil, "nothing has changed")
    try folder.write("canvases/acteurs/ferme.md", Self.actor("Ferme", text: "Une ferme."))
    preview.update()
    #expect(preview.news(for: &viewer) == .page(headings: ["presentation", "ferme"]))
    // Who cites the document stands on its page.
    try folder.write(
      "canvases/guide/a.md", "# Guide\n\n## Suite\n\nVoir la [ferme](../acteurs/ferme.md).\n")
    preview.update()
    #expect(preview.news(for: &viewer) == .page(headings: []))
  }

  @Test func aWindowFollowsADocumentThatMoves() throws {
    var preview = try preview()
    var viewer = try viewer("/acteurs/ferme.html", preview)
    try folder.move("canvases/acteurs/ferme.md", "canvases/acteurs/grange à foin.md")
    preview.update()
    #expect(preview.news(for: &viewer) == .moved(to: "/acteurs/grange%20%C3%A0%20foin.html"))
  }

  @Test func aWindowThatShowsAFormerVersionIsToldAtOnce() throws {
    var preview = try preview()
    var viewer = try #require(preview.viewer(of: "/acteurs/ferme.html", version: "former"))
    guard case .page = preview.news(for: &viewer) else {
      Issue.record("no news")
      return
    }
    #expect(preview.viewer(of: "/..%2f", version: "") == nil)
  }
}

/// A folder of a test's own, gone with the value.
private final class WrittenFolder: Sendable {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("canevas-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ relative: String, _ text: String) throws {
    let url = URL(fileURLWithPath: path + "/" + relative)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func remove(_ relative: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + relative)
  }

  func move(_ relative: String, _ other: String) throws {
    try FileManager.default.moveItem(
      atPath: path + "/" + relative, toPath: path + "/" + other)
  }

  func link(_ relative: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + relative, withDestinationPath: target)
  }
}

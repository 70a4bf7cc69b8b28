import CanevasModel
import CanevasProject
import CanevasRender
import CanevasReview
import Foundation
import Testing

/// The page of what is new, and its feed, made of what git keeps of a catalogue.
@Suite struct HistoryTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder.catalogue()
    try folder.git("init", "-q", "-b", "main")
  }

  private func canvas(_ slug: String, _ title: String, status: String = "idée") throws {
    try folder.write(
      "canvases/fiches/\(slug).md",
      "# \(title)\n\n- Statut : \(status)\n\n## ENJEUX / SOLUTION\n\nUn texte de \(title), assez long "
        + "pour que git le reconnaisse quand il change de nom.\n")
  }

  private func commit(_ date: String) throws {
    try folder.git("add", "-A")
    try folder.git("commit", "-q", "-m", "Un jour", "--date", date)
  }

  /// Builds the site.
  private func site(
    of folder: TestFolder? = nil, language: SiteLanguage? = nil
  ) throws -> [String: String] {
    let folder = folder ?? self.folder
    var options = Session.BuildOptions(output: folder.path + "/site", keepsGoing: true)
    options.site.baseURL = "https://exemple.org"
    options.site.language = language
    let root = try CatalogueRoot(nearestTo: folder.path, on: FileSystem())
    let result = try Session(root: root, on: FileSystem()).build(options)
    #expect(result.published != nil)
    return folder.texts("site")
  }

  /// The page's words, a line a day, a topic and an entry; links as Markdown has them.
  private func told(_ html: String?) -> [String] {
    let main = html?.firstMatch(of: /<section class="day"[\s\S]*<\/main>/).map { String($0.0) }
    let marked = (main ?? "").replacing(/<a href="([^"]*)">([^<]*)<\/a>/) { "[\($0.2)](\($0.1))" }
    return marked.replacing(/<[^>]*>/, with: "").replacing(/&nbsp;|\u{A0}|\u{202F}/, with: " ")
      .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  @Test func daysAreTold() throws {
    try canvas("puits", "Puits")
    try canvas("d\u{e9}j\u{e0} vu", "Déjà vu")
    try commit("2026-03-01T23:50:00-05:00")
    try canvas("puits", "Puits", status: "archivée")
    try commit("2026-03-02T09:00:00+01:00")
    try folder.git("mv", "canvases/fiches/puits.md", "canvases/fiches/forage.md")
    try folder.remove("canvases/fiches/d\u{e9}j\u{e0} vu.md")
    try commit("2026-03-02T18:00:00+01:00")
    let pages = try site()
    #expect(
      told(pages["nouveautes.html"]) == [
        "2 mars 2026", "Statuts", "[Puits](fiches/forage.html) – idée → archivée",
        "Nouveaux noms", "[Puits](fiches/forage.html) – auparavant « puits »",
        "Documents retirés", "Déjà vu – Fiche",
        "1er mars 2026", "Nouvelles fiches", "Déjà vu", "[Puits](fiches/forage.html)",
      ])
    #expect(pages["index.html"]?.contains("href=\"nouveautes.html\"") == true)
    let feed = try #require(pages["changements.atom"])
    #expect(feed.contains("<updated>2026-03-02T18:00:00+01:00</updated>"))
    #expect(feed.contains("<id>https://exemple.org/nouveautes.html#jour-2026-03-01</id>"))
    #expect(feed.contains("https://exemple.org/fiches/forage.html"))
    #expect(
      feed.contains(
        #"rel="alternate" type="text/html" href="https://exemple.org/nouveautes.html"/>"#))
    #expect(try site() == pages, "two builds differ")
  }

  @Test(arguments: [
    (SiteLanguage.dutch, "1 maart 2026", "Nieuwe fiches"),
    (.english, "1 March 2026", "New canvases"),
  ])
  func itSpeaksTheInterfacesLanguage(
    language: SiteLanguage, day: String, heading: String
  ) throws {
    try canvas("puits", "Puits")
    try commit("2026-03-01T12:00:00Z")
    let html = try #require(try site(language: language)["nouveautes.html"])
    #expect(html.contains(day) && html.contains(heading))
    #expect(!html.contains("\u{a0}:") && !html.contains(" :"), "colons as in French")
    #expect(html.contains("<a href=\"fiches/puits.html\" lang=\"fr\">Puits</a>"))
  }

  /// What a branch brought counts on the day on which it was merged.
  @Test func mergesAreDays() throws {
    try canvas("puits", "Puits")
    try commit("2026-03-01T12:00:00Z")
    try folder.git("switch", "-q", "-c", "branche")
    try canvas("lavoir", "Lavoir")
    try commit("2026-03-02T12:00:00Z")
    try folder.git("switch", "-q", "main")
    try canvas("four", "Four")
    try commit("2026-03-03T12:00:00Z")
    try folder.git("merge", "-q", "--no-ff", "--no-commit", "branche")
    try folder.git("commit", "-q", "-m", "Fusion", "--date", "2026-03-04T12:00:00Z")
    let words = told(try site()["nouveautes.html"]).filter { $0 != "Nouvelles fiches" }
    #expect(
      words == [
        "4 mars 2026", "[Lavoir](fiches/lavoir.html)", "3 mars 2026", "[Four](fiches/four.html)",
        "1er mars 2026", "[Puits](fiches/puits.html)",
      ])
  }

  @Test func aLongDayIsCut() throws {
    for number in 10..<25 { try canvas("puits-\(number)", "Puits \(number)") }
    try commit("2026-03-01T12:00:00Z")
    let words = told(try site()["nouveautes.html"])
    #expect(words.count == 15)
    #expect(words.last == "et 3 autres")
  }

  /// The catalogue need not be at the repository's top, nor git's settings be the usual ones.
  @Test func aCatalogueInAFolderHasItsOwn() throws {
    let top = try TestFolder()
    try top.git("init", "-q", "-b", "main")
    for setting in ["log.showSignature", "color.ui=always", "log.diffMerges=combined"] {
      let parts = setting.split(separator: "=").map(String.init)
      try top.git("config", parts[0], parts.count > 1 ? parts[1] : "true")
    }
    try top.write("été 2026/canvases/catalogue.md", "# Catalogue\n")
    try top.write("canvases/fiches/autre.md", "# Une autre\n")
    try top.write("été 2026/canvases/themes/eau.md", "# Eau\n\n## ENJEUX\n\nL'eau.\n")
    try top.git("add", "-A")
    try top.git("commit", "-q", "-m", "Un jour", "--date", "2026-03-01T12:00:00Z")
    try top.git("switch", "-q", "-c", "branche")
    try top.write("été 2026/canvases/themes/air.md", "# Air\n\n## ENJEUX\n\nL'air.\n")
    try top.git("add", "-A")
    try top.git("commit", "-q", "-m", "Un jour", "--date", "2026-03-02T12:00:00Z")
    try top.git("switch", "-q", "main")
    try top.git("merge", "-q", "--no-ff", "--no-commit", "branche")
    try top.git("commit", "-q", "-m", "Fusion", "--date", "2026-03-03T12:00:00Z")
    let root = try CatalogueRoot(nearestTo: top.path + "/été 2026", on: FileSystem())
    let session = Session(root: root, on: FileSystem())
    let history = session.history(naming: session.check().catalogue)
    #expect(history.days.map(\.date) == ["2026-03-03", "2026-03-01"])
    #expect(
      history.days.map { $0.changelog.entries.map(\.document.title) } == [["Air"], ["Eau"]])
  }

  // MARK: Where there is none

  private func expectNoNews(_ pages: [String: String]) {
    #expect(pages["index.html"] != nil)
    #expect(pages["nouveautes.html"] == nil && pages["changements.atom"] == nil)
    for (path, html) in pages where path.hasSuffix(".html") {
      #expect(!html.contains("nouveautes.html"), "\(path)")
    }
  }

  @Test func withoutACommitThereIsNone() throws {
    expectNoNews(try site())
  }

  @Test func aRangeWithoutACommitHasNoDays() throws {
    let root = try CatalogueRoot(nearestTo: folder.path, on: FileSystem())
    let session = Session(root: root, on: FileSystem())
    let pair = try session.repository.snapshots("HEAD")
    let catalogue = try session.catalogue(at: pair.new.snapshot, in: session.repository)
    let history = try session.history(of: pair, in: session.repository, naming: catalogue)
    #expect(history.days.isEmpty)
  }

  @Test func outsideOfGitThereIsNone() throws {
    expectNoNews(try site(of: try TestFolder.catalogue()))
  }

  /// Its first commit would seem to bring all that there is.
  @Test func aShallowCloneHasNone() throws {
    try canvas("puits", "Puits")
    try commit("2026-03-01T12:00:00Z")
    try canvas("four", "Four")
    try commit("2026-03-02T12:00:00Z")
    let clone = try TestFolder()
    try clone.git("clone", "-q", "--depth", "1", "file://" + folder.path, ".")
    expectNoNews(try site(of: clone))
    try clone.git("fetch", "-q", "--unshallow")
    #expect(try site(of: clone)["nouveautes.html"] != nil)
  }
}

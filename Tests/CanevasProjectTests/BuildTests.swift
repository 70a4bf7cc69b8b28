import CanevasProject
import CanevasRender
import CanevasSource
import Foundation
import Testing

/// Building small catalogues: what is published, what is not, and what a failed build leaves.
@Suite struct BuildTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write("canvases/catalogue.md", "# Catalogue\n\n- Langue : fr\n")
    try folder.write("canvases/acteurs/ferme.md", Self.actor("Ferme"))
  }

  private static func actor(_ name: String, type: String = "réseau", more: String = "") -> String {
    "# \(name)\n\n- Type : \(type)\n\(more)\n## PRÉSENTATION\n\nUn acteur.\n"
  }

  private func build(
    _ change: (inout Session.BuildOptions) -> Void = { _ in }
  ) throws -> Session.BuildResult {
    var options = Session.BuildOptions(output: folder.path + "/site")
    change(&options)
    return try Session(
      root: CatalogueRoot(nearestTo: folder.path, on: FileSystem()), on: FileSystem()
    ).build(options)
  }

  private var site: [String: String] { folder.texts("site") }

  @Test func anErrorLeavesTheFormerSite() throws {
    #expect(try build().published != nil)
    let before = site
    try folder.write("canvases/acteurs/ferme.md", Self.actor("Ferme", type: "fée"))
    let result = try build()
    #expect(result.published == nil)
    #expect(result.checked.count(.error) == 1)
    #expect(site == before)
  }

  @Test func keepingGoingLeavesOutTheFaultyDocumentAndTheLinksToIt() throws {
    try folder.write("canvases/acteurs/fee.md", Self.actor("Fée", type: "fée"))
    try folder.write(
      "canvases/guide/a.md", "# Guide\n\n## Suite\n\nVoir la [fée](../acteurs/fee.md).\n")
    #expect(try build { $0.keepsGoing = true }.published != nil)
    #expect(site["acteurs/fee.html"] == nil)
    #expect(site["acteurs/ferme.html"] != nil)
    #expect(site["guide/a.html"]?.contains("Voir la fée.") == true)
  }

  @Test func aDraftIsCheckedAndNotPublished() throws {
    try folder.write(
      "canvases/acteurs/secret.md", Self.actor("Secret", more: "- Brouillon : oui\n"))
    #expect(try build().published != nil)
    #expect(site["acteurs/secret.html"] == nil)
    #expect(site["acteurs/index.html"]?.contains("Secret") == false)
  }

  @Test func aFormerNameLeadsToThePageUnlessAnotherDocumentHasIt() throws {
    try folder.write(
      "canvases/acteurs/moulin.md",
      Self.actor("Moulin", more: "- Ancien nom : vieux-moulin ; ferme ; Pas un slug\n"))
    #expect(try build().published != nil)
    #expect(site["acteurs/vieux-moulin.html"]?.contains("url=moulin.html") == true)
    #expect(site["acteurs/ferme.html"]?.contains("<h1>Ferme</h1>") == true)
    #expect(site.keys.filter { $0.hasPrefix("acteurs/") }.count == 4)
  }

  @Test func aTemplateOfTheBuildersOwnReplacesTheProgramsOne() throws {
    try folder.write("gabarits/actor.mustache", "<p>{{title}}</p>")
    #expect(try build { $0.templates = folder.path + "/gabarits" }.published != nil)
    #expect(site["acteurs/ferme.html"] == "<p>Ferme</p>")
  }

  @Test func aMistakeInATemplateIsAnErrorWithItsPlace() throws {
    try folder.write("gabarits/actor.mustache", "<p>\n{{#title}}</p>")
    let result = try build { $0.templates = folder.path + "/gabarits" }
    #expect(result.published == nil)
    let found = try #require(result.checked.diagnostics.first { $0.severity == .error })
    #expect(found.location.path.hasSuffix("gabarits/actor.mustache"))
    #expect(found.location.range == ByteRange(4, 14))
  }

  @Test func filesThatDocumentsShowArePublishedAndOthersAreNot() throws {
    try folder.write("canvases/acteurs/photo.png", "photo")
    try folder.write("canvases/acteurs/autre.png", "autre")
    try folder.write(
      "canvases/acteurs/ferme.md", Self.actor("Ferme") + "\n![Une ferme](photo.png)\n")
    #expect(try build().published != nil)
    #expect(site["fichiers/canvases/acteurs/photo.png"] == "photo")
    #expect(site.values.contains("autre") == false)
  }

  @Test func hostileTextIsShownAsText() throws {
    let nasty = #"<script>alert(1)</script>"><img src=x onerror=alert(1)>"#
    try folder.write(
      "canvases/acteurs/ferme.md",
      """
      # \(nasty)

      - Type : réseau
      - Aussi : \(nasty)
      - Site : [\(nasty)](javascript:alert(1))

      ## PRÉSENTATION

      \(nasty) [lien](data:text/html,x) ![image](javascript:alert(2))
      """)
    _ = try build { $0.keepsGoing = true }
    try folder.write("canvases/acteurs/ferme.md", Self.actor(#"\<script>alert(1)\</script>""#))
    #expect(try build().published != nil)
    for (address, html) in site where address.hasSuffix(".html") {
      #expect(!html.contains("<script"), "\(address)")
      #expect(!html.contains("onerror=\"") && !html.contains("=\"javascript:"), "\(address)")
    }
  }

  @Test func canonicalAddressesNeedAnAddress() throws {
    _ = try build()
    #expect(site["index.html"]?.contains("canonical") == false)
    _ = try build { $0.site.baseURL = "https://exemple.org/canevas" }
    #expect(
      site["acteurs/ferme.html"]?.contains("https://exemple.org/canevas/acteurs/ferme.html") == true
    )
  }
}

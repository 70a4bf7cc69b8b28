import CanevasLink
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
    let pages = site.keys.filter { $0.hasPrefix("acteurs/") && $0.hasSuffix(".html") }
    #expect(pages.count == 4)
  }

  @Test(arguments: [
    ("fr", "Acteurs", "réseau", "12 mai 2014"), ("nl", "Actoren", "netwerk", "12 mei 2014"),
    ("en", "Actors", "network", "12 May 2014"),
  ])
  func theInterfaceSpeaksTheCataloguesLanguage(
    language: String, heading: String, type: String, date: String
  ) throws {
    try folder.write("canvases/catalogue.md", "# Catalogue\n\n- Langue : \(language)\n")
    try folder.write("canvases/diagnostics/ville.md", "# Ville\n\n- Date : 2014-05-12\n")
    #expect(try build().published != nil)
    let actor = try #require(site["acteurs/ferme.html"])
    #expect(actor.contains("<html lang=\"\(language)\">"))
    #expect(actor.contains(">\(heading)</a>") && actor.contains("<dd>\(type)</dd>"))
    #expect(actor.contains(language == "fr" ? "<h1>Ferme" : "<h1 lang=\"fr\">Ferme"))
    #expect(site["diagnostics/ville.html"]?.contains(date) == true)
  }

  @Test func aTemplateOfTheBuildersOwnReplacesTheProgramsOne() throws {
    try folder.write("gabarits/actor.mustache", "<p>{{title}}</p>")
    #expect(try build { $0.templates = folder.path + "/gabarits" }.published != nil)
    #expect(site["acteurs/ferme.html"] == "<p>Ferme</p>")
  }

  @Test func scriptsArePublishedBesideThePages() throws {
    let files = ["search.js": SourceFile(path: "search.js", bytes: Array("let a".utf8))]
    let site = Site(
      Catalogue([]), templates: PageTemplates(files), options: SiteOptions())
    let script = try #require(site.pages.first { $0 == .script("search.js") })
    #expect(site.render(script) == OutputFile(path: "search.js", .bytes(Array("let a".utf8))))
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
      #expect(!html.contains("<script>"), "\(address)")
      #expect(!html.contains("onerror=\"") && !html.contains("=\"javascript:"), "\(address)")
    }
  }

  /// Whatever an author writes, in its place or out of it, is on the page.
  @Test func everyWordOfACanvasIsOnItsPage() throws {
    try folder.write(
      "canvases/fiches/fiche.md",
      """
      # Fiche

      Accroche

      - Statut : idée
      - Territoire : Bruxelles

      Égaré avant les sections.

      > Citation du récit.
      >
      > — la narratrice

      ## ENJEUX / SOLUTION

      Constat initial. Comment agir ?

      Réponse proposée.

      ## CARACTÉRISTIQUES PRINCIPALES

      Préambule :

      - **Nommée** (remarque) : premier
        - sous-point

      Conclusion.

      ## CIBLES CLIENTS

      - **Voisins**

      ## PROPOSITION DE VALEUR

      - Pour les élèves : apprendre

      ## SYSTEM MAP

      Légende de la carte.

      Flux principaux :

      - Voisins → le service : visite (information)
        - précision du flux
      - une ligne sans flèche

      ## OFFERING DIAGRAM

      - Cœur de l'offre : noyau
      - Valeur principale : valeur
        - nuance
      - supplément

      ## LEVIERS / OBSTACLES / ACTEURS

      ### Obstacles

      - **Fiscal** : impôt

      ## ÉVALUATION

      ### Effets

      - **Rebond** : détour

      """)
    try folder.write(
      "canvases/ateliers/journee.md",
      """
      # Journée

      - Durée : 6 h

      ## DÉROULÉ

      Avertissement.

      Matin :

      - Accueil (45') : café
        - badge

      Épilogue.

      """)
    #expect(try build { $0.keepsGoing = true }.published != nil)
    for page in ["fiches/fiche", "ateliers/journee"] {
      let html = try #require(site[page + ".html"])
      let file = folder.absolute("canvases/\(page).md")
      let source = try String(contentsOfFile: file, encoding: .utf8)
      let shown = folded(html.replacing(/<[^>]*>/, with: " "))
      for word in folded(source).split(whereSeparator: { !$0.isLetter }) where word.count > 3 {
        // The page has its own words for the keys, and names the service by its title.
        guard !["statut", "territoire", "service"].contains(word) else { continue }
        #expect(shown.contains(word), "\(page) lacks « \(word) »")
      }
    }
  }

  @Test func aCanvasHasAPrintVersionAndAPosterAndABookletOnRequest() throws {
    try folder.write(
      "canvases/fiches/cantine.md",
      "# Cantine\n\n- Statut : idée\n\n## CIBLES CLIENTS\n\n- [Ferme](../acteurs/ferme.md)\n")
    #expect(try build().published != nil)
    #expect(site["livret.html"] == nil)
    let sheet = try #require(site["fiches/cantine.html"])
    #expect(sheet.contains("href=\"impression/cantine.html\""))
    #expect(sheet.contains("href=\"affiche/cantine.html\""))
    #expect(sheet.contains("href=\"../paper.css\" media=\"print\""))
    let poster = try #require(site["fiches/affiche/cantine.html"])
    #expect(poster.components(separatedBy: "class=\"poster-block\"").count == 10)
    #expect(try build { $0.site.booklet = true }.published != nil)
    let booklet = try #require(site["livret.html"])
    // Cover, introduction, contents and its back, the canvases without a theme and their back.
    #expect(booklet.contains("id=\"fiches-cantine\""))
    #expect(booklet.contains("href=\"#fiches-cantine\">Cantine</a> <span class=\"page\">7<"))
    #expect(booklet.contains("<span>Ferme</span> <span class=\"page\">7<"))
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

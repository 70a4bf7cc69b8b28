import CanevasModel
import CanevasProject
import CanevasRender
import CanevasSource
import Foundation
import Testing

/// Lists of canvases: narrowed by facets, cut into pages, as a board, side by side.
@Suite struct ListTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write("canvases/catalogue.md", "# Catalogue\n\n- Langue : fr\n")
  }

  private func canvas(
    _ name: String, themes: [String] = [], status: String? = nil, carrier: String? = nil,
    _ body: String = ""
  ) throws {
    var head = "# \(name.capitalized)\n\n- Territoire : Bruxelles\n"
    if !themes.isEmpty {
      let links = themes.map { "[\($0)](../themes/\($0).md)" }
      head += "- Thème : \(links.joined(separator: ", "))\n"
    }
    if let status { head += "- Statut : \(status)\n" }
    if let carrier { head += "- Porteur : \(carrier)\n" }
    try folder.write("canvases/fiches/\(name).md", head + "\n" + body)
  }

  private func theme(_ name: String, _ more: String = "") throws {
    try folder.write(
      "canvases/themes/\(name).md",
      """
      # \(name.capitalized)

      - Couleur : vert
      \(more)

      ## ENJEU STRATÉGIQUE RÉGIONAL

      Un enjeu.

      ## OPPORTUNITÉ

      Une opportunité.

      """)
  }

  private func actor(_ name: String) throws {
    try folder.write(
      "canvases/acteurs/\(name).md",
      "# \(name.capitalized)\n\n- Type : réseau\n\n## PRÉSENTATION\n\nUn acteur.\n")
  }

  /// The files of the site that is built from the folder.
  private func build() throws -> [String: String] {
    let result = try Session(
      root: CatalogueRoot(nearestTo: folder.path, on: FileSystem()), on: FileSystem()
    ).build(.init(output: folder.path + "/site"))
    let errors = result.checked.diagnostics.filter { $0.severity == .error }
    try #require(result.published != nil, "\(errors.map(\.message.french))")
    return folder.texts("site")
  }

  // MARK: Facets

  @Test func aCanvasIsListedUnderItsFacetsAndNoOthers() throws {
    try theme("ville")
    try theme("eau")
    try theme("vide")
    for name in ["moulin", "ferme", "inconnu"] { try actor(name) }
    try canvas(
      "a", themes: ["ville", "eau"], status: "idée",
      """
      ## PLATEFORME PARTENAIRES

      - [Moulin](../acteurs/moulin.md)
      - **Voisins**

      ## FLUX DE REVENUS

      - **Vente** : du pain
      - **Vente** : des œufs
      - **Droit d'entrée** : au jardin

      """)
    try canvas(
      "b", themes: ["eau"], status: "lancée", carrier: "une voisine",
      """
      ## CIBLES CLIENTS

      - **Voisins**

      ## PLATEFORME PARTENAIRES

      - **Voisins**

      ## PROPOSITION DE VALEUR

      - Du temps

      ## FLUX DE REVENUS

      - **Vente** : du pain

      ## INDICATEURS DE RENTABILITÉ DU BUSINESS

      - Nombre de voisins

      ## SYSTEM MAP

      - Ferme → le service : du lait (matériel)

      ## ENJEUX / SOLUTION

      Comment faire ?

      ## CARACTÉRISTIQUES PRINCIPALES

      - Un marché

      """)
    try canvas("c")
    let site = try build()
    let expected: [String: [String]] = [
      "theme/ville": ["a"], "theme/eau": ["a", "b"], "statut/idee": ["a"],
      "statut/lancee": ["b"], "revenu/vente": ["a", "b"], "revenu/droit-d-entree": ["a"],
      "acteur/moulin": ["a"], "acteur/ferme": ["b"],
    ]
    let pages = site.filter { $0.key.contains(/^fiches\/(theme|statut|revenu|acteur)\//) }
    #expect(
      pages.mapValues(\.listed)
        == Dictionary(
          uniqueKeysWithValues: expected.map { key, canvases in
            ("fiches/\(key).html", canvases.map { "../\($0).html" })
          }))
  }

  /// On the project's own catalogue: what a card says, the facets' pages and the panel agree.
  @Test func cardsPagesAndCountsAgree() throws {
    let site = try CatalogueTests.buildOfOwn()
    let list = try #require(site["fiches/index.html"])
    var named: [String: Set<String>] = [:]
    for card in list.matches(of: /data-facets="([^"]*)">\n<a class="card-title" href="([^"]*)"/) {
      for facet in card.1.split(separator: " ") {
        named[String(facet).replacing("=", with: "/"), default: []].insert("../" + card.2)
      }
    }
    #expect(named.count > 20)
    for (facet, canvases) in named {
      let page = try #require(site["fiches/\(facet).html"], "\(facet) has no page")
      #expect(page.listed.sorted() == canvases.sorted(), "\(facet)")
      #expect(page.components(separatedBy: " aria-current=\"true\">").count == 3, "\(facet)")
      let link = "href=\"\(facet).html\" data-facet=\"\(facet.replacing("/", with: "="))\""
      let after = try #require(list.components(separatedBy: link).dropFirst().first, "\(facet)")
      let count = after.firstMatch(of: /<span class="note">(\d+)</)?.1
      #expect(count.map(String.init) == String(canvases.count), "\(facet)")
    }
    let pages = site.keys.filter { $0.contains(/^fiches\/(theme|statut|revenu|acteur)\//) }
    #expect(Set(pages) == Set(named.keys.map { "fiches/\($0).html" }))
  }

  @Test func noTwoPagesShareAnAddress() throws {
    let odd = [
      "page", "theme", "statut", "revenu", "acteur", "comparer", "affiche", "impression", "1", "2",
    ]
    for name in odd {
      try theme(name)
      try actor(name)
      try canvas(name, themes: odd, status: "idée", "## POLICY MAKING\n\n" + links(odd))
    }
    let site = try build()
    let folders = site.keys.flatMap { path in
      let parts = path.split(separator: "/").map(String.init)
      return (1..<parts.count).map { parts.prefix($0).joined(separator: "/") }
    }
    #expect(Set(site.keys).isDisjoint(with: folders))
    for name in odd {
      #expect(site["fiches/\(name).html"]?.contains("<h1>\(name.capitalized)</h1>") == true)
      #expect(site["fiches/theme/\(name).html"]?.listed.count == odd.count)
      #expect(site["fiches/acteur/\(name).html"]?.listed.count == odd.count)
      #expect(site["fiches/comparer/\(name).js"]?.hasPrefix("compared(\"\(name)\", {") == true)
    }
  }

  private func links(_ actors: [String]) -> String {
    actors.map { "- [\($0.capitalized)](../acteurs/\($0).md)\n" }.joined()
  }

  @Test func onlyTheMostNamedActorsStandInThePanelAtOnce() throws {
    let names = (1...20).map { "acteur-\($0)" }
    for name in names { try actor(name) }
    try canvas("tout", status: "idée", "## POLICY MAKING\n\n" + links(names))
    try canvas("dernier", status: "idée", "## POLICY MAKING\n\n" + links(["acteur-20"]))
    let site = try build()
    let list = try #require(site["fiches/index.html"])
    let shown = list.components(separatedBy: "<details class=\"more-facets\">")
    #expect(shown.count == 2)
    #expect(shown[0].components(separatedBy: "data-facet=\"acteur=").count == 13)
    #expect(shown[1].components(separatedBy: "data-facet=\"acteur=").count == 9)
    let first = shown[0].components(separatedBy: "data-facet=\"acteur=")[1]
    #expect(first.hasPrefix("acteur-20\""))
    // A page of an actor that is not among them shows it all the same.
    let page = try #require(site["fiches/acteur/acteur-9.html"])
    #expect(page.contains("data-facet=\"acteur=acteur-9\" aria-current=\"true\""))
    #expect(page.components(separatedBy: "data-facet=\"acteur=").count == 14)
    #expect(page.contains("8 autres acteurs"))
  }

  // MARK: Pages

  @Test func aLongListIsCutIntoPages() throws {
    try theme("ville")
    try theme("zone")
    for number in 0..<1_201 {
      let themes = number.isMultiple(of: 2) ? ["ville"] : []
      try canvas("fiche-\(number)", themes: themes, status: "idée")
    }
    let site = try build()
    for pages in [
      ["fiches/index.html", "fiches/page/2.html", "fiches/page/3.html"],
      ["fiches/statut/idee.html", "fiches/statut/idee/2.html", "fiches/statut/idee/3.html"],
      ["fiches/theme/ville.html", "fiches/theme/ville/2.html"],
    ] {
      let texts = try pages.map { try #require(site[$0], "\($0)") }
      let listed = texts.map { $0.listed.map { $0.split(separator: "/").last ?? "" } }
      let isTheme = pages[0].contains("theme")
      #expect(listed.map(\.count) == (isTheme ? [500, 101] : [500, 500, 201]))
      #expect(Set(listed.joined()).count == (isTheme ? 601 : 1_201))
      for (number, text) in texts.enumerated() {
        #expect(text.contains(" rel=\"prev\"") == (number > 0))
        #expect(text.contains(" rel=\"next\"") == (number + 1 < texts.count))
        #expect(!text.contains("<script") && !text.contains("data-facets"))
        #expect(text.components(separatedBy: "aria-current=\"page\"").count >= 2)
      }
      #expect(Set(texts.compactMap { $0.firstMatch(of: /<title>[^<]*/)?.0 }).count == texts.count)
    }
    #expect(site["fiches/page/1.html"] == nil && site["fiches/page/4.html"] == nil)
    let headings = ["fiches/index.html", "fiches/page/2.html", "fiches/page/3.html"].map { page in
      (site[page] ?? "").matches(of: /<h2[^>]*>(?:<a[^>]*>)?([^<]*)/).map { String($0.1) }
    }
    #expect(headings == [["Ville"], ["Ville", "Zone", "Sans thème"], ["Sans thème"]])
    let pool = try #require(site["idees.html"])
    #expect(pool.listed.count == 500 && pool.contains("href=\"fiches/statut/idee.html\""))
    let theme = try #require(site["themes/ville.html"])
    #expect(theme.listed.count == 500 && theme.contains("href=\"../fiches/theme/ville.html\""))
  }

  /// A canvas stands under each of its themes: what is cut into pages are the cards.
  @Test func facetsDoNotCombineOnPagesOfAList() throws {
    try theme("ville")
    try theme("eau")
    for number in 0..<251 {
      try canvas("fiche-\(number)", themes: ["ville", "eau"], status: "idée")
    }
    let site = try build()
    #expect(site["fiches/index.html"]?.listed.count == 500)
    #expect(site["fiches/page/2.html"]?.listed.count == 2)
    for (address, html) in site where address.hasPrefix("fiches/") {
      #expect(!html.contains("facets.js") && !html.contains("data-facets"), "\(address)")
    }
  }

  // MARK: The idea pool

  @Test func thePoolHoldsEveryCanvasOnce() throws {
    try folder.write(
      "canvases/catalogue.md",
      "# Catalogue\n\n- Langue : fr\n- Contact : [nous](mailto:nous@exemple.org)\n")
    try canvas("libre", status: "idée")
    try canvas("portee", status: "idée", carrier: "une voisine")
    try canvas("muette")
    try canvas("vieille", status: "archivée")
    let pool = try #require(try build()["idees.html"])
    #expect(pool.listed.sorted() == ["libre", "muette", "portee", "vieille"].map(link))
    let columns = pool.components(separatedBy: "<section").dropFirst()
    #expect(
      columns.map { $0.listed } == [
        ["libre", "muette", "portee"].map(link), [], [], [], [link("vieille")],
      ])
    #expect(columns.map { $0.contains("class=\"empty\"") } == [false, true, true, true, false])
    #expect(pool.components(separatedBy: "cherche un porteur</p>").count == 1)
    #expect(pool.components(separatedBy: "class=\"seeking\"").count == 2)
    #expect(pool.contains("href=\"mailto:nous@exemple.org?subject=Libre\""))
  }

  private func link(_ name: String) -> String { "fiches/\(name).html" }

  // MARK: Compare

  @Test func aComparisonHasEverySectionInTheMethodsOrder() throws {
    try canvas(
      "a", status: "idée",
      """
      > « Un "récit" </script> & plus. »

      ## POLICY MAKING

      - Une règle

      ## CIBLES CLIENTS

      - **Voisins** : voir [b](b.md)

      """)
    try canvas("b", status: "idée")
    let site = try build()
    let call = try #require(site["fiches/comparer/a.js"])
    let json = call.dropFirst("compared(\"a\", ".count).dropLast(");\n".count)
    let sheet = try JSONDecoder().decode(Comparable.self, from: Data(json.utf8))
    #expect(
      sheet.sections.sorted { $0.place < $1.place }.map(\.heading) == [
        "Le récit", "CIBLES CLIENTS", "POLICY MAKING",
      ])
    let parts = sheet.sections.map(\.html).joined()
    #expect(parts.contains("href=\"fiches/b.html\""))
    #expect(parts.contains("&lt;/script&gt; &amp; plus"))
    #expect(!parts.contains("id=\"") && !parts.contains("<h2"))
    let page = try #require(site["comparer.html"])
    #expect(page.components(separatedBy: "<option value=\"").count == 4)
    #expect(page.contains("<li><a href=\"fiches/a.html\">A</a></li>"))
  }

  private struct Comparable: Decodable {
    struct Section: Decodable {
      let key: String
      let place: Int
      let heading: String
      let html: String
    }

    let title: String
    let sections: [Section]
  }

  @Test func oneCanvasIsComparedWithNone() throws {
    try canvas("seule", status: "idée")
    let site = try build()
    #expect(site["comparer.html"] == nil && site["fiches/comparer/seule.js"] == nil)
    #expect(site["fiches/index.html"]?.contains("comparer.html") == false)
  }

  // MARK: Coverage

  @Test func theCoverageNamesWhatIsMissing() throws {
    try folder.write(
      "canvases/diagnostics/ville.md", "# Ville\n\n- Territoire : Bruxelles\n")
    try folder.write("canvases/diagnostics/oubli.md", "# Oubli\n\n- Territoire : Namur\n")
    try theme("complet", "- Diagnostic : [Ville](../diagnostics/ville.md)")
    try theme("nu")
    let theme = "- Thème : [Complet](../themes/complet.md)\n"
    try folder.write("canvases/cas/utile.md", "# Utile\n\n- Lieu : Paris\n" + theme)
    try folder.write("canvases/cas/oisif.md", "# Oisif\n\n- Lieu : Rome\n" + theme)
    try folder.write("canvases/ateliers/jour.md", "# Jour\n\n" + theme)
    try canvas(
      "testee", themes: ["complet"], status: "idée",
      "## POLICY MAKING\n\n- Voir [Utile](../cas/utile.md)\n")
    try canvas("vierge", status: "idée")
    try canvas("rangee", status: "archivée")
    try folder.write(
      "canvases/essais/essai.md",
      "# Essai\n\n- Fiche : [Testee](../fiches/testee.md)\n- Outil : réacteur\n")
    let whole = try #require(try build()["couverture.html"])
    let page = whole.components(separatedBy: "</main>")[0]
    let table = page.components(separatedBy: "</tbody>")[0]
    let rows = table.components(separatedBy: "<th scope=\"row\">").dropFirst().map { row in
      row.components(separatedBy: "<td").dropFirst().map { cell in
        cell.contains("class=\"missing\"")
          ? "—"
          : cell.matches(of: /<li><a href="\w+\/(\w+)\.html"/).map { $0.1 }.joined(separator: " ")
      }
    }
    #expect(
      Array(rows) == [
        ["ville", "oisif utile", "jour", "testee", "essai"],
        ["—", "—", "—", "—", "—"],
        ["oubli", "", "", "rangee vierge", ""],
      ])
    let gaps = page.components(separatedBy: "<h3>").dropFirst().map { gap in
      [gap.prefix { $0 != "<" }.description]
        + gap.matches(of: /<li><a href="[^"]*">([^<]*)/).map { String($0.1) }
    }
    #expect(
      Array(gaps) == [
        ["1 thème sans diagnostic", "Nu"], ["1 thème sans cas inspirant", "Nu"],
        ["1 thème sans atelier", "Nu"], ["1 thème sans fiche", "Nu"],
        ["1 diagnostic dont aucun thème n’est issu", "Oubli"],
        ["1 cas qui n’a rien nourri", "Oisif"],
        ["2 fiches sans thème", "Rangee", "Vierge"], ["1 fiche sans essai", "Vierge"],
      ])
    #expect(page.contains("9 maillons"))
  }

  @Test func theCoverageNamesTheCanvasesToBeReviewed() throws {
    try theme("quartier")
    try theme("voisins")
    let record = "- Revu : 2026-03-12\n  - [Quartier](../themes/quartier.md) (00000000)\n"
    try canvas("a-relire", themes: ["quartier"], status: "idée")
    try canvas("jamais-relue", themes: ["voisins"], status: "idée")
    let text = try #require(folder.texts()["canvases/fiches/a-relire.md"])
    try folder.write(
      "canvases/fiches/a-relire.md", text.replacing("- Statut", with: record + "- Statut"))
    let site = try build()
    let page = try #require(site["couverture.html"])
    let reviews = page.components(separatedBy: "id=\"relectures\"")[1]
      .components(separatedBy: "</section>")[0]
    #expect(reviews.contains("1 fiche relue"))
    #expect(reviews.contains("1 est à relire"))
    #expect(
      reviews.matches(of: /<li>.*?<\/li>/).map { $0.0.matches(of: />([^<]+)/).map { $0.1 } } == [
        ["⚠", " à relire", " ", "A-Relire", " – ", "Quartier"]
      ])
    let sheet = try #require(site["fiches/a-relire.html"])
    #expect(sheet.contains("Relecture") && sheet.contains("12 mars 2026"))
    #expect(!sheet.contains("00000000"))
  }
}

extension String {
  /// The addresses of the cards of a page, in order.
  fileprivate var listed: [String] {
    components(separatedBy: "<a class=\"card-title\"").dropFirst().map { part in
      part.components(separatedBy: "href=\"")[1].components(separatedBy: "\"")[0]
    }
  }
}

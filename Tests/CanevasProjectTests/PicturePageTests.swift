import CanevasProject
import CanevasSource
import Foundation
import Testing

/// The pictures on their pages, beside the text that says the same.
@Suite struct PicturePageTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write("canvases/catalogue.md", "# Catalogue\n\n- Langue : fr\n")
  }

  private func site() throws -> [String: String] {
    let built = try Session(
      root: CatalogueRoot(nearestTo: folder.path, on: FileSystem()), on: FileSystem()
    ).build(Session.BuildOptions(output: folder.path + "/site"))
    #expect(built.published != nil)
    return folder.texts("site")
  }

  private func canvas(_ name: String, flows: [String], more: String = "") throws {
    let list = flows.map { "- \($0)\n" }.joined()
    let map = flows.isEmpty ? "" : "## SYSTEM MAP\n\n\(list)\n"
    try folder.write(
      "canvases/fiches/\(name).md",
      "# \(name)\n\nAccroche\n\n- Statut : idée\n\n## CIBLES CLIENTS\n\n- **Voisins**\n\n\(map)\(more)"
    )
  }

  @Test func everyFlowIsInThePictureAndInTheTable() throws {
    try canvas(
      "four", flows: ["le service → Voisins : pain (matériel)", "Voisins → le service : prix"])
    let html = try #require(try site()["fiches/four.html"])
    for label in ["pain", "prix"] {
      #expect(html.contains(">\(label)</text>") && html.contains("<td>\(label)</td>"))
    }
    #expect(html.contains("role=\"group\" aria-label=\"Carte du système – four\" tabindex=\"0\""))
  }

  /// A draft has no page, so that nothing may lead to it.
  @Test func anActorWithoutAPageIsNoLink() throws {
    for (slug, draft) in [("connu", ""), ("secret", "- Brouillon : oui\n")] {
      try folder.write(
        "canvases/acteurs/\(slug).md",
        "# \(slug)\n\n- Type : réseau\n\(draft)\n## PRÉSENTATION\n\nUn acteur.\n")
    }
    let ends = ["connu", "secret"].map { "[\($0)](../acteurs/\($0).md) → le service : pain" }
    try canvas("four", flows: ends)
    let pages = try site()
    for address in ["fiches/four.html", "territoire.html"] {
      let html = try #require(pages[address])
      #expect(html.contains("acteurs/connu.html") && !html.contains("acteurs/secret.html"))
    }
  }

  @Test func anOfferWithNothingAroundItsCoreHasNoPicture() throws {
    let core = "## OFFERING DIAGRAM\n\n- Cœur de l'offre : du pain\n"
    try canvas("seul", flows: [], more: core)
    try canvas("double", flows: [], more: core + "- Identité : un four\n")
    let pages = try site()
    #expect(pages["fiches/seul.html"]?.contains("class=\"picture") == false)
    #expect(pages["fiches/double.html"]?.contains("class=\"picture") == true)
    #expect(pages["territoire.html"] == nil)
  }

  /// Sixty actors and forty canvases can be read; beyond, the table alone has them all.
  @Test func theTerritoryMapDrawsTheActorsWithMostFlowsAndItsTableAllOfThem() throws {
    for number in 10..<80 {
      var flows = ["Acteur \(number)x → le service : pain", "Boulangerie → le service : pain"]
      if number < 30 { flows.append("le service → Acteur \(number)x : prix") }
      try canvas("four-\(number)", flows: flows)
    }
    let html = try #require(try site()["territoire.html"])
    let parts = html.split(separator: "<table", maxSplits: 1)
    let (picture, table) = (parts[0], parts[1])
    let names = (10..<80).map { "Acteur \($0)x" }
    #expect(names.allSatisfy { table.contains("<td>\($0)</td>") })
    #expect(names.count { picture.contains(">\($0)</text>") } == 59)
    #expect(names.prefix(20).allSatisfy { picture.contains(">\($0)</text>") })
    #expect(picture.contains(">Boulangerie</text>"))
    #expect(picture.contains(">70 fiches</text>"))
  }
}

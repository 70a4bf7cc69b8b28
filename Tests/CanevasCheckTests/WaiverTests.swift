import CanevasCheck
import CanevasSource
import CanevasTestSupport
import Testing

/// What a comment lets pass, and where it has to stand.
@Suite struct WaiverTests {
  /// What is said of a canvas with `section` in it, infos included, waivers' own findings too.
  static func codes(_ section: String, head: String = "", title: String = "# Fiche") -> [String] {
    let text = """
      \(head)\(title)

      - Statut : idée
      - Thème : [Quartier](../themes/quartier.md)
      - Source : [Toolkit](../../seeds/toolkit.md)

      > « Tout a changé. »

      ## ENJEUX / SOLUTION

      Comment mieux vivre ?

      ## CARACTÉRISTIQUES PRINCIPALES

      - Un service

      ## CIBLES CLIENTS

      - Habitants

      \(section)
      """
    let file = SourceFile(path: "canvases/fiches/fiche.md", text: text)
    return check(catalogue(CascadeTests.others, file))
      .filter { $0.location.path == file.path }.map(\.code)
  }

  static let twice = "element-repete"
  static let waiver = "<!-- canevas-ignore element-repete : voulu par l'atelier -->"

  @Test(arguments: [
    ("- un\n- un", [twice]),
    // Above the item, in a list of its own or within it.
    ("- un\n\n\(waiver)\n\n- un", []),
    ("- un\n\(waiver)\n- un", []),
    ("- un\n  \(waiver)\n- un", []),
    // At the end of the item's line.
    ("- un\n- un \(waiver)", []),
    ("- un\n- un\n  \(waiver)", [twice, "derogation-inutile"]),
    // Above another item, or with another item's line.
    ("\(waiver)\n\n- un\n- un", ["derogation-inutile", twice]),
    ("- un \(waiver)\n- un", ["derogation-inutile", twice]),
    ("- un\n- un\n\n\(waiver)", [twice, "derogation-inutile"]),
    // Two waivers, one above the other.
    (
      "- un\n\n<!-- canevas-ignore html-brut : balise voulue -->\n\(waiver)\n\n- un",
      ["derogation-inutile"]
    ),
    ("- un\n\n\(waiver)\n\(waiver)\n\n- un", []),
    // Two on one line.
    (
      "- un\n\n<!-- canevas-ignore html-brut : balise voulue --> \(waiver)\n\n- un",
      ["derogation-inutile"]
    ),
    // Over several lines.
    ("- un\n\n<!--\n  canevas-ignore element-repete :\n  voulu\n-->\n\n- un", []),
    // What is no waiver.
    ("- un\n\n<!-- canevas-ignorer element-repete : voulu -->\n\n- un", [twice]),
    ("- un\n\n<!-- element-repete : voulu -->\n\n- un", [twice]),
    ("- un\n\n`\(waiver)`\n\n- un", [twice]),
    // Without a reason, with a code that is none, without a code.
    ("- un\n\n<!-- canevas-ignore element-repete -->\n\n- un", ["derogation-sans-raison", twice]),
    (
      "- un\n\n<!-- canevas-ignore element-repete : -->\n\n- un", ["derogation-sans-raison", twice]
    ),
    ("- un\n\n<!-- canevas-ignore element : voulu -->\n\n- un", ["derogation-inconnue", twice]),
    ("- un\n\n<!-- canevas-ignore : voulu -->\n\n- un", ["derogation-inconnue", twice]),
    ("- un\n\n<!-- canevas-ignore -->\n\n- un", ["derogation-inconnue", twice]),
  ]) func holdsForWhatItStandsOn(_ items: String, _ codes: [String]) {
    #expect(Self.codes("## POLICY MAKING\n\n" + items) == codes)
  }

  @Test(arguments: [
    "## À CLASSER \(comment)\n\nÀ trier.", "\(comment)\n\n## À CLASSER\n\nÀ trier.",
    "\(comment)\n## À CLASSER\n\nÀ trier.",
  ]) func holdsForAHeading(_ section: String) {
    #expect(Self.codes(section) == [])
  }
  static let comment = "<!-- canevas-ignore texte-a-classer : notes de l'atelier -->"

  @Test func anErrorCannotBeWaived() {
    let comment = "<!-- canevas-ignore section-inconnue : voulue -->"
    #expect(
      Self.codes("\(comment)\n\n## MARCHÉ\n\nTexte") == ["derogation-refusee", "section-inconnue"])
  }

  @Test func aFindingOnTheWholeDocumentIsWaivedAtItsTitle() {
    let comment = "<!-- canevas-ignore texte-avant-sections : un mot -->\n"
    #expect(
      Self.codes("", head: comment) == ["derogation-inutile"])
  }
}

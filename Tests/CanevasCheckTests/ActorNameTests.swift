import CanevasCheck
import CanevasSource
import CanevasTestSupport
import Testing

/// Where the name of an actor in a text asks for a link: whole words, as they are written, once a
/// section.
@Suite struct ActorNameTests {
  static let actors = [
    ("ferme", "Ferme Nos Pilifs", "Nos Pilifs"), ("bpost", "bpost", "La Poste"),
    ("region", "Région de Bruxelles-Capitale", "Région"), ("ulb", "ULB", "Université"),
    ("integrenov", "Intégrénov'", "Travail & Vie"), ("poste", "Poste rurale", "La Poste"),
  ].map { slug, name, alias in
    (
      "canvases/acteurs/\(slug).md",
      "# \(name)\n\n- Type : entreprise\n- Aussi : \(alias)\n\n## PRÉSENTATION\n\n\(name) agit.\n"
    )
  }

  @Test(arguments: [
    "La ⟦Ferme Nos Pilifs⟧ prête un pré.",
    "Le pré de ⟦Nos Pilifs⟧, puis encore Nos Pilifs.",
    "La ⟦Ferme Nos Pilifs⟧ ; on dit aussi Nos Pilifs.",
    "La **⟦Ferme Nos Pilifs⟧** et *⟦bpost⟧*",
    "Avec ⟦bpost⟧, l'⟦Université⟧ et ⟦Travail & Vie⟧",
    "Chez « ⟦Intégrénov'⟧ »",
    "La ⟦Région de Bruxelles-Capitale⟧",
    "La ⟦Région⟧ wallonne",
    "Les deux régions ; une Régionale ; Bruxelles-Région ; la Région-Centre",
    "L'ULB est un nom trop court, La Poste celui de deux acteurs.",
    "[Une ferme](../acteurs/ferme.md) : celle de Nos Pilifs",
    "Voir <https://exemple.org/bpost> et `bpost` et [bpost](https://exemple.org)",
    "BPOST, Bpost, nos pilifs",
  ]) func marksNamesOfActors(_ marked: String) {
    let text = MarkedText(
      """
      # Fiche

      - Statut : idée

      bpost en introduction

      ## CIBLES CLIENTS

      - \(marked)

      ## SYSTEM MAP

      - bpost → le service : colis (matériel)
      """)
    let file = SourceFile(path: "canvases/fiches/fiche.md", text: text.text)
    let files = Dictionary(uniqueKeysWithValues: Self.actors)
    let found = check(catalogue(files, file)).filter { $0.code == "acteur-non-lie" }
    #expect(found.filter { $0.location.path == file.path }.map(\.location.range) == text.ranges)
    // An actor's own document may name it.
    #expect(found.allSatisfy { $0.location.path == file.path })
  }
}

import CanevasCheck
import CanevasLink
import CanevasModel
import CanevasReview
import CanevasSource
import Testing

/// What a change does to documents that it does not touch.
@Suite struct SideEffectTests {
  /// A catalogue of two canvases with their theme, case and actors.
  private let files = [
    "canvases/catalogue.md": "# Catalogue\n\nBienvenue.\n",
    "canvases/themes/quartier.md": """
    # Quartier

    ## ENJEU STRATÉGIQUE RÉGIONAL

    Habiter ensemble.

    ## OPPORTUNITÉ

    Des services proches.

    """,
    "canvases/cas/ecomouton.md":
      "# Ecomouton\n\n- Lieu : Île-de-France\n\n## SOLUTION\n\nTondre.\n",
    "canvases/acteurs/ferme.md": "# La Ferme\n\n- Type : coopérative\n",
    "canvases/fiches/bergers.md": """
    # Bergers

    - Thème : [Quartier](../themes/quartier.md)
    - Statut : idée
    - Inspiration : [Ecomouton](../cas/ecomouton.md)

    ## PLATEFORME PARTENAIRES

    - [La Ferme](../acteurs/ferme.md) : la bergerie

    """,
    "canvases/fiches/compost.md": """
    # Compost

    - Thème : [Quartier](../themes/quartier.md)
    - Statut : idée

    ## PLATEFORME PARTENAIRES

    - **Les voisins** : leurs déchets

    """,
  ]

  private func state(_ files: [String: String]) -> CheckedCatalogue {
    let read = files.sorted { $0.key < $1.key }
      .map { ReadFile(SourceFile(path: $0.key, text: $0.value)) }
    let catalogue = Catalogue(read)
    let findings = catalogue.documents.indices.flatMap { check($0, of: catalogue) }
    return CheckedCatalogue(catalogue, findings: findings.sorted())
  }

  /// The effects of other texts for some documents; `nil` takes one away.
  private func effects(_ changes: [String: String?]) -> [String] {
    var changed = files
    for (path, text) in changes { changed[path] = text }
    func document(_ path: String, _ files: [String: String]) -> TypedDocument? {
      files[path].map { TypedDocument(SourceFile(path: path, text: $0)) }
    }
    let comparison = CatalogueComparison(
      changes.keys.sorted().map {
        DocumentComparison(old: document($0, files), new: document($0, changed))
      })
    return sideEffects(from: state(files), to: state(changed), of: comparison).map {
      "\($0.kind.rawValue) \($0.file.path): \($0.message.french)"
    }
  }

  private func edited(_ path: String, _ old: String, _ new: String) -> [String: String?] {
    [path: files[path]!.replacing(old, with: new)]
  }

  @Test func aDocumentThatGoesBreaksTheLinksToIt() {
    let effects = effects(["canvases/cas/ecomouton.md": String?.none])
    #expect(
      effects == [
        "link-broken canvases/fiches/bergers.md: document introuvable « canvases/cas/ecomouton.md »"
      ])
  }

  @Test func anActorThatASecondCanvasNamesIsShared() {
    let effects = effects(
      edited(
        "canvases/fiches/compost.md", "**Les voisins**", "[La Ferme](../acteurs/ferme.md)"))
    #expect(
      effects == [
        "actor-shared canvases/acteurs/ferme.md: "
          + "« La Ferme » figure désormais dans « Bergers », « Compost »"
      ])
  }

  @Test func canvasesStandOnWhatTheirThemeSays() {
    let effects = effects(
      edited("canvases/themes/quartier.md", "Habiter ensemble.", "Travailler ensemble."))
    #expect(
      effects == [
        "foundation-changed canvases/themes/quartier.md: "
          + "« Bergers », « Compost » s'appuient sur le thème « Quartier », qui a changé"
      ])
  }

  @Test func layoutHasNoEffect() {
    #expect(
      effects(edited("canvases/themes/quartier.md", "## OPPORTUNITÉ", "##  opportunité :")).filter {
        !$0.hasPrefix("finding-new")
      }.isEmpty)
  }

  @Test func findingsComeAndGo() {
    let path = "canvases/fiches/compost.md"
    let came = effects(edited(path, "Statut : idée", "Statut : idé"))
    #expect(came.contains { $0.hasPrefix("finding-new \(path): ") })
    #expect(!came.contains { $0.hasPrefix("finding-gone") })
  }

  @Test func aLineThatOnlyMovesIsNoNewFinding() {
    #expect(
      effects(edited("canvases/fiches/compost.md", "# Compost\n", "# Compost\n\nVoici\n")).isEmpty)
  }
}

import CanevasCheck
import CanevasSource
import Testing

/// One slip gives one finding: a good canvas with one thing changed, and what is then said of the
/// whole catalogue, infos aside.
@Suite struct CascadeTests {
  static let canvas = """
    # Angel Me

    Les relookers durables

    - Thème : [Quartier](../themes/quartier.md)
    - Statut : retenue
    - Porteur : [CPAS](../acteurs/cpas.md)
    - Source : [Toolkit](../../seeds/toolkit.md)
    - Date : mai 2014

    > « Par où commencer ? »
    >
    > — une habitante

    ## ENJEUX / SOLUTION

    Comment vivre de façon plus durable ?

    Un diagnostic à domicile.

    ## CARACTÉRISTIQUES PRINCIPALES

    - Inventaire à domicile

    ## CIBLES CLIENTS

    - **Particuliers** : ceux qui manquent de temps

    ## PLATEFORME PARTENAIRES

    - [CPAS](../acteurs/cpas.md)

    ## PROPOSITION DE VALEUR

    - Pour les particuliers : un inventaire

    ## FLUX DE REVENUS

    - **Prestation** : les consultations

    ## INDICATEURS DE RENTABILITÉ DU BUSINESS

    - Nombre de prestations

    ## SYSTEM MAP

    - Particuliers → le service : prestation (économique)
    - le service → Particuliers : inventaire (information)
    - CPAS → le service : adresses de familles (information)
    - le service → CPAS : suivi des familles (information)

    ## ÉVALUATION

    ### Effets

    - **Positif** : du lien
    """

  static let others = [
    "canvases/themes/quartier.md": """
    # Quartier

    - Couleur : vert

    ## ENJEU STRATÉGIQUE RÉGIONAL

    Rapprocher les services.

    ## OPPORTUNITÉ

    Mutualiser.
    """,
    "canvases/acteurs/cpas.md": "# CPAS\n\n- Type : pouvoir public\n",
    "seeds/toolkit.md": "# Toolkit\n\n- Langue : fr\n",
  ]

  struct Mutation: CustomTestStringConvertible, Sendable {
    let old: String
    let new: String
    let codes: [String]
    var testDescription: String { "\(old) → \(new)" }

    init(_ old: String, _ new: String, _ codes: String...) {
      self.old = old
      self.new = new
      self.codes = codes
    }
  }

  static let mutations = [
    Mutation("# Angel Me\n\n", "", "titre-absent"),
    Mutation("# Angel Me", "#Angel Me", "titre-absent"),
    Mutation("# Angel Me", "# Angel Me\n\n# Angel Me", "titre-en-double"),
    Mutation("Les relookers durables", "Les relookers\n\nDurables", "texte-avant-sections"),
    Mutation("Les relookers durables", "Les relookers\n\n> « Où commencer ? »"),
    Mutation("- Statut", "- Statu", "cle-inconnue"),
    Mutation("- Statut : retenue", "- Statut retenue", "metadonnee-illisible"),
    Mutation("- Statut : retenue\n", "", "cle-absente"),
    Mutation("- Statut : retenue", "- Statut : retenu", "valeur-inconnue"),
    Mutation("- Statut : retenue", "- Statut : À PRÉCISER", "texte-a-preciser"),
    Mutation("- Statut : retenue", "- Statut : retenue\n- Statut : idée", "cle-en-double"),
    Mutation("- Statut : retenue", "- Statut : lancée", "statut-sans-preuve"),
    Mutation("- Porteur", "- Porteurs", "cle-inconnue"),
    Mutation("- Source", "- Sources", "cle-inconnue"),
    Mutation("mai 2014", "05/2014", "date-illisible"),
    Mutation("mai 2014", "À PRÉCISER", "texte-a-preciser"),
    Mutation("../themes/quartier.md", "../themes/cartier.md", "document-introuvable"),
    Mutation("- [CPAS](../acteurs/cpas.md)", "- [CPAS](cpas.md)", "document-introuvable"),
    Mutation(
      "- [CPAS](../acteurs/cpas.md)", "- [Quartier](../themes/quartier.md)", "lien-inattendu",
      "partenaire-hors-plateforme"),
    Mutation("> — une habitante", "> – une habitante"),
    Mutation("## ENJEUX / SOLUTION", "## ENJEU / SOLUTION", "section-inconnue"),
    Mutation("## ENJEUX / SOLUTION", "## Enjeux/solution :", "titre-variante"),
    Mutation("## ENJEUX / SOLUTION", "### ENJEUX / SOLUTION", "titre-de-mauvais-niveau"),
    Mutation("Comment vivre de façon plus durable ?\n\n", "", "question-absente"),
    Mutation("Comment vivre de façon plus durable ?", "**Comment vivre mieux ?**"),
    Mutation(
      "## CARACTÉRISTIQUES PRINCIPALES\n\n- Inventaire à domicile\n\n", "", "section-absente"),
    Mutation("- Inventaire à domicile\n\n", "", "section-vide"),
    Mutation("- Inventaire à domicile", "<!-- plus tard -->", "section-vide"),
    Mutation("- Inventaire à domicile", "- Inventaire\n- Inventaire", "element-repete"),
    Mutation("- Inventaire à domicile", "• Inventaire à domicile", "puce-tapee"),
    Mutation("- Inventaire à domicile", "- À PRÉCISER", "texte-a-preciser"),
    Mutation("- Inventaire à domicile", "- Inventaire<br>à domicile", "html-brut"),
    Mutation("## CIBLES CLIENTS", "##CIBLES CLIENTS", "titre-sans-espace"),
    Mutation("## SYSTEM MAP", "## FLUX DE REVENUS", "section-en-double"),
    Mutation("## CIBLES CLIENTS", "## POLICY MAKING", "section-absente", "section-mal-placee"),
    Mutation("**Prestation**", "**Prestations**", "mecanisme-inconnu"),
    Mutation(
      "- **Prestation** : les consultations", "- Abonnement :\n  - **Familles** : 5 €",
      "revenu-sans-flux"),
    Mutation("Particuliers → le service", "Particuliers, le service", "flux-illisible"),
    Mutation("### Effets", "### Effet", "section-inconnue"),
    Mutation("### Effets", "#### Effets", "titre-de-mauvais-niveau"),
    Mutation("## ÉVALUATION", "## À CLASSER", "texte-a-classer"),
    Mutation(
      "- Statut : retenue",
      "<<<<<<< ours\n- Statut : retenue\n=======\n- Statut : testée\n>>>>>>> theirs",
      "conflit-non-resolu"),
    Mutation(
      "- Inventaire à domicile",
      "- Inventaire\n<<<<<<< ours\n=======\n- À domicile\n>>>>>>> theirs", "conflit-non-resolu"),
  ]

  /// What is said of a text in place of the canvas, infos aside.
  static func codes(_ text: String) -> [String] {
    let file = SourceFile(path: "canvases/fiches/angel-me.md", text: text)
    return check(catalogue(others, file)).filter { $0.severity > .info }.map(\.code)
  }

  @Test func theCanvasIsGood() {
    #expect(Self.codes(Self.canvas) == [])
  }

  @Test(arguments: mutations) func givesExactlyTheseCodes(_ mutation: Mutation) {
    let text = Self.canvas.replacing(mutation.old, with: mutation.new, maxReplacements: 1)
    #expect(text != Self.canvas)
    #expect(Self.codes(text) == mutation.codes)
  }

  @Test func aFrontMatterStandsForTheTitleAndMetadataThatItHolds() {
    let text = Self.canvas.replacing(
      "# Angel Me\n\nLes relookers durables\n", with: "---\ntitle: Angel Me\nstatut: idée\n---\n")
    #expect(Self.codes(text) == ["en-tete-yaml"])
    let bare = Self.canvas.replacing("- Statut : retenue\n", with: "")
    #expect(Self.codes("---\nstatut: retenue\n---\n\n" + bare) == ["en-tete-yaml"])
  }
}

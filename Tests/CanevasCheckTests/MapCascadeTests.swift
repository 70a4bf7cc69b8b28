import CanevasCheck
import CanevasSource
import Testing

/// One slip on a map gives one finding, two where it truly makes two gaps: a good canvas with a
/// full map and one thing changed, and everything that is then said of the canvas.
@Suite struct MapCascadeTests {
  static let canvas = """
    # Les Bergers urbains

    La tonte écologique des espaces verts

    - Thème : [Quartier](../themes/quartier.md)
    - Statut : idée
    - Source : [Toolkit](../../seeds/toolkit.md)

    > « Les moutons se chargent de la tonte. »
    >
    > — un gestionnaire d'espaces verts

    ## ENJEUX / SOLUTION

    Comment tondre sans bruit ni pollution ?

    Un réseau de bergers.

    ## CARACTÉRISTIQUES PRINCIPALES

    - Un enclos flexible

    ## CIBLES CLIENTS

    - **Entreprises** : celles qui ont de grandes pelouses
    - **Particuliers**

    ## PLATEFORME PARTENAIRES

    - [Ferme Nos Pilifs](../acteurs/ferme.md) : ferme-bergerie
    - **ETA** : pour former les bergers

    ## RESSOURCES LOCALES / LOGIQUE D'ÉCONOMIE CIRCULAIRE

    - **Laine** : celle des moutons de race locale

    ## FLUX DE REVENUS

    - **Abonnement** : au service de tonte
    - **Prestation** : séance de sensibilisation

    ## SYSTEM MAP

    - [Ferme Nos Pilifs](../acteurs/ferme.md) → le service : moutons (matériel)
    - le service → Ferme Nos Pilifs : laine (matériel)
    - ETA → le service : formation des bergers (information)
    - le service → ETA : stages (information)
    - le service → Entreprises : tonte (matériel)
    - Entreprises → le service : abonnement (économique)
    - Entreprises → le service : prestation de sensibilisation (économique)
    - le service → Particuliers : tonte des grands jardins (matériel)
    - Particuliers → le service : abonnement (économique)
    """

  static let others = CascadeTests.others.merging([
    "canvases/acteurs/ferme.md": "# Ferme Nos Pilifs\n\n- Type : entreprise de travail adapté\n"
  ]) { first, _ in first }

  typealias Mutation = CascadeTests.Mutation

  static let mutations = [
    // The service loses its money.
    Mutation(
      """
      - Entreprises → le service : abonnement (économique)
      - Entreprises → le service : prestation de sensibilisation (économique)
      - le service → Particuliers : tonte des grands jardins (matériel)
      - Particuliers → le service : abonnement (économique)
      """, "- le service → Particuliers : tonte des grands jardins (matériel)",
      "service-sans-argent"),
    Mutation(
      "- Entreprises → le service : prestation de sensibilisation (économique)\n", "",
      "revenu-sans-flux"),
    Mutation("abonnement (économique)", "loyer (économique)"),
    // The stream's own words carry it, where no mechanism's are in their way.
    Mutation("prestation de sensibilisation (", "sensibilisation d'une équipe ("),
    Mutation("prestation de sensibilisation (", "vente de laine et sensibilisation ("),
    Mutation(
      "prestation de sensibilisation (", "vente d'une sensibilisation (", "revenu-sans-flux"),
    Mutation(
      "- **Abonnement** : au service de tonte", "- **Gratuité** : pour les particuliers"),
    Mutation("- **Prestation** : séance", "- **Commission** : séance", "revenu-sans-flux"),
    Mutation("- **Prestation** : séance", "- **Charge** : séance", "revenu-sans-flux"),
    Mutation("- **Prestation** : séance", "- **Gratuité** : séance"),
    Mutation("- **Prestation** : séance", "- **Prestations** : séance", "mecanisme-inconnu"),
    // A customer loses a flow.
    Mutation("- le service → Entreprises : tonte (matériel)\n", "", "client-non-servi"),
    Mutation("\n- Particuliers → le service : abonnement (économique)", "", "recoit-sans-donner"),
    Mutation(
      """
      - le service → Particuliers : tonte des grands jardins (matériel)
      - Particuliers → le service : abonnement (économique)
      """, "", "client-non-servi"),
    Mutation("- **Particuliers**", "- **Particuliers**\n- **Communes**", "client-non-servi"),
    Mutation("- **Particuliers**\n", "", "bout-inconnu"),
    Mutation("- **Particuliers**", "- Particuliers"),
    // A partner loses a flow.
    Mutation(
      """
      - ETA → le service : formation des bergers (information)
      - le service → ETA : stages (information)

      """, "", "partenaire-sans-flux"),
    Mutation("- le service → ETA : stages (information)\n", "", "donne-sans-recevoir"),
    Mutation(
      "- ETA → le service : formation des bergers (information)\n", "", "recoit-sans-donner"),
    Mutation("- **ETA** : pour", "- **Communes** : pour", "bout-inconnu", "partenaire-sans-flux"),
    Mutation(
      "- [Ferme Nos Pilifs](../acteurs/ferme.md) : ferme-bergerie\n", "",
      "partenaire-hors-plateforme"),
    Mutation(
      "- [Ferme Nos Pilifs](../acteurs/ferme.md) :", "- **Ferme Nos Pilifs** :",
      "acteur-non-lie"),
    Mutation("](../acteurs/ferme.md)", "](../acteurs/fermes.md)", "document-introuvable"),
    // An end is a stranger.
    Mutation("- Particuliers → le service", "- Particulier → Le service"),
    Mutation("- Particuliers → le service", "- Particuliers → Les bergers urbains"),
    Mutation(
      "- Particuliers → le service", "- Voisins → le service", "bout-inconnu", "recoit-sans-donner"),
    Mutation(
      "- ETA → le service",
      "- [CPAS](../acteurs/cpas.md) → ETA : conseils (information)\n"
        + "- ETA → le service", "partenaire-hors-plateforme"),
    Mutation(
      "- ETA → le service", "- ETA → ETA : conseils (information)\n- ETA → le service",
      "flux-vers-soi"),
    // A misspelt name is one slip, although its bearer then seems to give nothing.
    Mutation("- Particuliers → le service", "- Particulies → le service", "bout-inconnu"),
    // Whoever opens a list of several kinds of customers is named, too.
    Mutation("- **Particuliers**", "- **Particuliers** :\n  - en ville\n  - à la campagne"),
    Mutation("# Les Bergers urbains\n\n", "", "titre-absent"),
    // A flow is written twice, or badly.
    Mutation(
      "- ETA → le service", "- Le service → ETA : Stages (information)\n- ETA → le service",
      "flux-repete"),
    Mutation(
      "- le service → ETA : stages (information)\n",
      """
      - le service → ETA : stages (information)
      - le service → ETA : stages (information)

      """, "element-repete"),
    Mutation("stages (information)", "stages", "flux-sans-nature"),
    Mutation("stages (information)", "stages (informations)", "flux-sans-nature"),
    Mutation("- le service → ETA", "- le service, ETA", "flux-illisible"),
    Mutation("**Laine** : celle des moutons", "**Lait** : un fromage", "ressource-sans-flux"),
    // What the map stands on cannot be read.
    Mutation("## CIBLES CLIENTS", "## CIBLE CLIENT", "section-inconnue"),
    Mutation("## PLATEFORME PARTENAIRES", "### PLATEFORME PARTENAIRES", "titre-de-mauvais-niveau"),
    Mutation("## SYSTEM MAP", "## SYSTEM MAPS", "section-inconnue"),
    Mutation("- **ETA** : pour", "• **ETA** : pour", "puce-tapee"),
  ]

  static func codes(_ text: String) -> [String] {
    let path = "canvases/fiches/les-bergers-urbains.md"
    let found = check(catalogue(others, SourceFile(path: path, text: text)))
    return found.filter { $0.location.path == path }.map(\.code)
  }

  @Test func theCanvasIsGood() {
    #expect(Self.codes(Self.canvas) == [])
  }

  @Test(arguments: mutations) func givesExactlyTheseCodes(_ mutation: Mutation) {
    let text = Self.canvas.replacing(mutation.old, with: mutation.new, maxReplacements: 1)
    #expect(text != Self.canvas)
    #expect(Self.codes(text).sorted() == mutation.codes)
  }

  @Test func withoutAMapNothingIsSaid() {
    let parts = Self.canvas.split(separator: "## SYSTEM MAP")
    #expect(parts.count == 2)
    #expect(Self.codes(String(parts[0])) == [])
  }

  /// Money for the organisation that runs the service is the service's.
  @Test(arguments: [
    ("", ["service-sans-argent"]), ("- Porteur : [CPAS](../acteurs/cpas.md)\n", []),
  ])
  func moneyMayReachTheCarrier(line: String, codes: [String]) {
    let text = Self.canvas
      .replacing("- Statut : idée\n", with: "- Statut : idée\n" + line)
      .replacing("- **ETA** :", with: "- [CPAS](../acteurs/cpas.md) : fait la tournée\n- **ETA** :")
      .replacing(
        "→ le service : abonnement", with: "→ [CPAS](../acteurs/cpas.md) : abonnement"
      )
      .replacing("→ le service : prestation", with: "→ [CPAS](../acteurs/cpas.md) : prestation")
      .replacing(
        "- le service → Particuliers",
        with: "- [CPAS](../acteurs/cpas.md) → Particuliers : visites (information)\n"
          + "- le service → Particuliers")
    #expect(Self.codes(text) == codes)
  }

  /// Nobody but a public authority is proposed as the payer of public money.
  @Test(arguments: [("", "…"), ("- [CPAS](../acteurs/cpas.md) : finance\n", "CPAS")])
  func publicMoneyIsAPublicAuthoritys(partner: String, payer: String) throws {
    let text = Self.canvas
      .replacing("- **Prestation** : séance", with: "- **Financement public** : séance")
      .replacing("- **ETA** :", with: partner + "- **ETA** :")
    let file = SourceFile(path: "canvases/fiches/les-bergers-urbains.md", text: text)
    let finding = try #require(
      check(catalogue(Self.others, file)).first { $0.code == "revenu-sans-flux" })
    let line = "- \(payer) → le service : financement public (économique)"
    #expect(finding.help?.french == "écrivez qui paie qui : « \(line) »")
    #expect(finding.fixes.isEmpty == partner.isEmpty)
  }

  /// Where a finding stands, and what it points to.
  @Test func findingsPointToThePlacesThatMendThem() throws {
    let text = Self.canvas.replacing("- le service → Entreprises : tonte (matériel)\n", with: "")
    let file = SourceFile(path: "canvases/fiches/les-bergers-urbains.md", text: text)
    let found = check(catalogue(Self.others, file)).first { $0.code == "client-non-servi" }
    let finding = try #require(found)
    #expect(finding.message.french == "le client « Entreprises » ne reçoit rien")
    #expect(file.text(finding.location.range) == "SYSTEM MAP")
    #expect(finding.related.map { file.text($0.location.range) } == ["Entreprises"])
    let fix = try #require(finding.fixes.first)
    let fixed = String(decoding: fix.edits.applied(to: Array(text.utf8)), as: UTF8.self)
    #expect(fixed.hasSuffix("\n- le service → Entreprises : À PRÉCISER (matériel)"))
  }
}

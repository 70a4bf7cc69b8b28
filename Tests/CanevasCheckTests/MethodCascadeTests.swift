import CanevasCheck
import CanevasSource
import Testing

/// The method's chain – diagnosis, theme, case, workshop, canvas, experiment – with one link
/// taken out, and everything that is then said of the whole catalogue.
@Suite struct MethodCascadeTests {
  static let files = [
    "canvases/diagnostics/quartier.md": """
    # Le quartier

    - Approche : mixte

    ## ENJEUX PRIORITAIRES

    - Se nourrir près de chez soi
    """,
    "canvases/themes/alimentation.md": """
    # Alimentation

    - Couleur : vert
    - Diagnostic : [Le quartier](../diagnostics/quartier.md)

    ## ENJEU STRATÉGIQUE RÉGIONAL

    Se nourrir près de chez soi.

    ## OPPORTUNITÉ

    Des cuisines partagées.
    """,
    "canvases/cas/cantine.md": """
    # La cantine de Gand

    - Lieu : Gand
    - Thème : [Alimentation](../themes/alimentation.md)

    ## SOLUTION

    Une cuisine ouverte le midi.
    """,
    "canvases/ateliers/alimentation.md": """
    # Atelier alimentation

    - Thème : [Alimentation](../themes/alimentation.md)
    - Durée : 6 h

    ## DÉROULÉ

    - Accueil (30 min) : un café
    - Idées (3 h 30) : à cinq
    - Votes (2 h) : gommettes

    ## SÉLECTION

    - [La cantine mobile](../fiches/cantine.md) : 7 gommettes

    ## RÉSULTATS

    Une fiche.
    """,
    "canvases/fiches/cantine.md": """
    # La cantine mobile

    - Thème : [Alimentation](../themes/alimentation.md)
    - Statut : expérimentation
    - Inspiration : [La cantine de Gand](../cas/cantine.md)
    - Source : [Toolkit](../../seeds/toolkit.md)

    > « Elle s'arrête en bas de chez nous. »

    ## ENJEUX / SOLUTION

    Comment se nourrir mieux ?

    Une cantine qui roule.

    ## CARACTÉRISTIQUES PRINCIPALES

    - Un camion

    ## CIBLES CLIENTS

    - **Familles**

    ## PLATEFORME PARTENAIRES

    - **Maraîchers**

    ## PROPOSITION DE VALEUR

    - Un repas sain

    ## FLUX DE REVENUS

    - **Vente** : des repas

    ## INDICATEURS DE RENTABILITÉ DU BUSINESS

    - Nombre de repas
    """,
    "canvases/essais/cantine.md": """
    # Un midi d'essai

    - Fiche : [La cantine mobile](../fiches/cantine.md)
    - Outil : micro-expérimentation

    ## OBSERVATIONS

    Quarante repas servis.

    ## ENSEIGNEMENTS

    Le camion est trop petit.
    """,
    "seeds/toolkit.md": "# Toolkit\n\n- Langue : fr\n",
  ]

  struct Mutation: CustomTestStringConvertible, Sendable {
    let folder: String
    let old: String
    let new: String
    let codes: [String]
    var testDescription: String { "\(folder): \(old) → \(new)" }

    init(_ folder: String, _ old: String, _ new: String, _ codes: String...) {
      self.folder = folder
      self.old = old
      self.new = new
      self.codes = codes
    }
  }

  static let mutations = [
    Mutation(
      "themes", "\n- Diagnostic : [Le quartier](../diagnostics/quartier.md)", "",
      "diagnostic-sans-suite", "theme-sans-diagnostic"),
    Mutation("diagnostics", "- Se nourrir", "- [Manger](../themes/alimentation.md)"),
    Mutation("ateliers", "3 h 30", "4 h", "deroule-trop-long"),
    Mutation("ateliers", "(3 h 30)", "(3 à 4 h)"),
    Mutation("ateliers", "(2 h)", "(2 jours)"),
    Mutation(
      "ateliers", "- [La cantine mobile](../fiches/cantine.md) :", "- **La cantine mobile** :",
      "vote-sans-fiche"),
    Mutation(
      "ateliers", "\n## SÉLECTION\n\n- [La cantine mobile](../fiches/cantine.md) : 7 gommettes\n",
      "", "atelier-sans-fiche"),
    Mutation("ateliers", "../fiches/cantine.md", "../fiches/cantin.md", "document-introuvable"),
    Mutation("fiches", "expérimentation", "lancée", "essai-sans-decision", "statut-sans-preuve"),
    Mutation("fiches", "expérimentation", "archivée", "essai-sans-decision"),
    Mutation("fiches", "expérimentation", "idée", "statut-en-retard"),
    Mutation("fiches", "expérimentation", "retenue", "statut-en-retard"),
    Mutation("fiches", "> « Elle s'arrête en bas de chez nous. »\n\n", "", "fiche-sans-histoire"),
    Mutation(
      "essais", "## ENSEIGNEMENTS", "## QUESTION", "essai-sans-enseignement",
      "section-mal-placee"),
    Mutation("essais", "## ENSEIGNEMENTS", "## DÉCISION"),
    Mutation("essais", "## OBSERVATIONS\n\nQuarante repas servis.\n\n", ""),
    Mutation(
      "cas", "\n- Thème : [Alimentation](../themes/alimentation.md)",
      "\n- Site : www.exemple.org", "adresse-incomplete"),
    Mutation(
      "cas", "\n- Thème : [Alimentation](../themes/alimentation.md)",
      "\n- Site : [la cantine](https://exemple.org)"),
    Mutation(
      "cas", "\n- Thème : [Alimentation](../themes/alimentation.md)",
      "\n- Site : [la cantine](../themes/alimentation.md)", "adresse-incomplete"),
  ]

  static func codes(_ files: [String: String]) -> [String] {
    check(catalogue(files)).map(\.code).sorted()
  }

  @Test func theWholeChainIsGood() {
    #expect(Self.codes(Self.files) == [])
  }

  @Test(arguments: mutations) func givesExactlyTheseCodes(_ mutation: Mutation) throws {
    let path = try #require(Self.files.keys.first { $0.contains("/\(mutation.folder)/") })
    let text = try #require(Self.files[path])
    let mutated = text.replacing(mutation.old, with: mutation.new)
    #expect(mutated != text)
    let codes = Self.codes(Self.files.merging([path: mutated]) { _, new in new })
    #expect(codes == mutation.codes)
  }

  /// A workshop that voted on others, or dealt with another theme, shows what this one missed.
  @Test func anotherWorkshopShowsTheGaps() {
    var files = Self.files
    files["canvases/ateliers/alimentation.md"] = nil
    #expect(Self.codes(files) == [])
    files["canvases/themes/mobilite.md"] = files["canvases/themes/alimentation.md"]?
      .replacing("# Alimentation", with: "# Mobilité")
    files["canvases/fiches/velo.md"] = files["canvases/fiches/cantine.md"]?
      .replacing("# La cantine mobile", with: "# Le vélo partagé")
      .replacing("themes/alimentation", with: "themes/mobilite")
      .replacing("expérimentation", with: "retenue")
    files["canvases/ateliers/mobilite.md"] = Self.files["canvases/ateliers/alimentation.md"]?
      .replacing("themes/alimentation", with: "themes/mobilite")
      .replacing("fiches/cantine", with: "fiches/velo")
    #expect(Self.codes(files) == ["fiche-sans-selection", "theme-sans-atelier"])
  }

  @Test(arguments: [
    ("anne.dupont@exemple.org", true), ("Anne-Dupont@exemple.org", true),
    ("lacantine@gmail.com", true), ("info@exemple.org", false), ("la.cantine@", false),
    ("0470 12 34 56", true), ("0470/12.34.56", true), ("+32 470 12 34 56", true),
    ("+33 6 12 34 56 78", true), ("06 12 34 56 78", true), ("02 123 45 67", false),
    ("06/07/2014 10 h", false), ("2014–2015", false), ("0 470 000 €", false),
    ("<!-- anne.dupont@exemple.org -->", false),
  ])
  func knowsWhatReachesAPerson(_ text: String, _ isPersonal: Bool) {
    var files = Self.files
    files["canvases/cas/cantine.md"]? += "\nPour en savoir plus :\n\n\(text)\n"
    #expect(Self.codes(files).contains("donnee-personnelle") == isPersonal)
  }
}

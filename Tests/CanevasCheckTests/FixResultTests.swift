import CanevasCheck
import CanevasSource
import Foundation
import Testing

/// What each fix makes of a slip, to the letter.
@Suite struct FixResultTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let code: String
    /// What stands in the good canvas, and the slip in its place.
    let good: String
    let slip: String
    /// What the first fix makes of the slip, the good text unless it is told.
    let fixed: String
    let safety: Fix.Safety
    var testDescription: String { "\(code): \(slip)" }

    init(
      _ code: String, _ safety: Fix.Safety, _ good: String, slip: String, fixed: String? = nil
    ) {
      self.code = code
      self.good = good
      self.slip = slip
      self.fixed = fixed ?? good
      self.safety = safety
    }
  }

  static let cases: [Case] = [
    // Metadata.
    Case("date-illisible", .review, "- Date : mai 2014", slip: "- Date : 05/2014"),
    Case("date-illisible", .review, "mai 2014", slip: "12/05/2014", fixed: "12 mai 2014"),
    Case("date-illisible", .review, "mai 2014", slip: "le 1.5.2014", fixed: "1er mai 2014"),
    Case("date-illisible", .review, "mai 2014", slip: "sept. 2014", fixed: "septembre 2014"),
    Case("cle-inconnue", .review, "- Statut", slip: "- Statu"),
    Case("valeur-inconnue", .review, "retenue", slip: "retenu"),
    Case("metadonnee-illisible", .review, "- Statut : retenue", slip: "- Statut retenue"),
    Case(
      "cle-absente", .placeholder, "- Statut : retenue\n", slip: "",
      fixed: "- Statut : idée\n"),
    Case(
      "cle-absente", .placeholder, "- Thème : [Quartier](../themes/quartier.md)\n", slip: "",
      fixed: "- Thème : À PRÉCISER\n"),
    Case(
      "cle-en-double", .review, "- Porteur : [CPAS](../acteurs/cpas.md)\n",
      slip: "- Porteur : [CPAS](../acteurs/cpas.md)\n- Porteur : Le comité\n",
      fixed: "- Porteur : [CPAS](../acteurs/cpas.md) ; Le comité\n"),
    Case(
      "cle-en-double", .review, "- Statut : retenue\n",
      slip: "- Statut : retenue\n- Statut : idée\n"),
    // Headings.
    Case("titre-variante", .safe, "## CIBLES CLIENTS", slip: "## Cibles clients :"),
    Case(
      "titre-variante", .safe, "## CIBLES CLIENTS", slip: "## Cibles clients <!-- ici -->",
      fixed: "## CIBLES CLIENTS <!-- ici -->"),
    Case("titre-de-mauvais-niveau", .safe, "## CIBLES CLIENTS", slip: "#### CIBLES CLIENTS"),
    Case(
      "titre-de-mauvais-niveau", .safe, "## CIBLES CLIENTS", slip: "# CIBLES CLIENTS <!-- x -->",
      fixed: "## CIBLES CLIENTS <!-- x -->"),
    Case(
      "titre-de-mauvais-niveau", .safe, "## CIBLES CLIENTS", slip: "CIBLES CLIENTS\n=====",
      fixed: "## CIBLES CLIENTS"),
    Case("titre-sans-espace", .safe, "## CIBLES CLIENTS", slip: "##CIBLES CLIENTS"),
    Case("section-inconnue", .safe, "## CIBLES CLIENTS", slip: "## CIBLE CLIENTS"),
    Case("section-inconnue", .safe, "### Effets", slip: "### Effet"),
    Case("section-inconnue", .review, "## CIBLES CLIENTS", slip: "## CIBLES DES CLIENTS"),
    Case(
      "titre-en-double", .review, "Les relookers durables\n\n",
      slip: "# ANGEL ME\n\nLes relookers durables\n\n"),
    Case(
      "titre-en-double", .review, "Un diagnostic à domicile.",
      slip: "Un diagnostic à domicile.\n\n# Suite",
      fixed: "Un diagnostic à domicile.\n\n### Suite"),
    Case(
      "section-mal-placee", .safe,
      "## PLATEFORME PARTENAIRES\n\n- [CPAS](../acteurs/cpas.md)\n\n"
        + "## PROPOSITION DE VALEUR\n\n- Pour les particuliers : un inventaire",
      slip: "## PROPOSITION DE VALEUR\n\n- Pour les particuliers : un inventaire\n\n"
        + "## PLATEFORME PARTENAIRES\n\n- [CPAS](../acteurs/cpas.md)"),
    Case(
      "section-en-double", .review,
      "- **Particuliers** : ceux qui manquent de temps",
      slip: "- **Particuliers** : ceux qui manquent de temps\n\n## CIBLES CLIENTS\n\n- Écoles",
      fixed: "- **Particuliers** : ceux qui manquent de temps\n- Écoles"),
    Case(
      "section-absente", .placeholder,
      "## CARACTÉRISTIQUES PRINCIPALES\n\n- Inventaire à domicile\n\n", slip: "",
      fixed: "## CARACTÉRISTIQUES PRINCIPALES\n\n- À PRÉCISER\n\n"),
    Case(
      "section-vide", .placeholder,
      "## CIBLES CLIENTS\n\n- **Particuliers** : ceux qui manquent "
        + "de temps", slip: "## CIBLES CLIENTS ##", fixed: "## CIBLES CLIENTS ##\n\n- À PRÉCISER"),
    // Texts.
    Case(
      "puce-tapee", .safe, "- Inventaire à domicile", slip: "•  Inventaire à domicile",
      fixed: "-  Inventaire à domicile"),
    Case(
      "texte-avant-sections", .review, "Les relookers durables\n",
      slip: "Les relookers durables\n\nUne histoire\nà suivre.\n",
      fixed: "Les relookers durables\n\n> Une histoire\n> à suivre.\n"),
    Case(
      "prose-au-lieu-de-liste", .safe, "- Inventaire à domicile",
      slip: "Inventaire\nà domicile\n\nConseils", fixed: "- Inventaire\n  à domicile\n\n- Conseils"),
    Case(
      "html-brut", .review, "- Inventaire à domicile", slip: "- Inventaire<br> à domicile",
      fixed: "- Inventaire\\\n  à domicile"),
    Case(
      "html-brut", .review, "Inventaire à domicile", slip: "<B>Inventaire</B> à domicile",
      fixed: "**Inventaire** à domicile"),
    Case(
      "html-brut", .review, "Inventaire à domicile", slip: "Inventaire <lieu>",
      fixed: "Inventaire \\<lieu>"),
    Case(
      "image-sans-description", .placeholder, "Un diagnostic à domicile.",
      slip: "![](https://exemple.org/a.png)", fixed: "![À PRÉCISER](https://exemple.org/a.png)"),
    Case("flux-illisible", .safe, "Particuliers → le", slip: "Particuliers => le"),
    Case("flux-illisible", .review, "Particuliers → le", slip: "Particuliers - le"),
    Case(
      "flux-sans-mecanisme", .review, "- **Prestation** : les consultations",
      slip: "- Prestations de conseil", fixed: "- **Prestation** : de conseil"),
    Case(
      "flux-sans-mecanisme", .review, "- **Prestation** : les consultations",
      slip: "- Prestation : les consultations"),
    Case(
      "flux-sans-mecanisme", .review, "- **Prestation** : les consultations",
      slip: "- prestations: les consultations"),
    Case(
      "flux-sans-mecanisme", .review, "- **Prestation** : les consultations",
      slip: "- Le prix d'un abonnement", fixed: "- **Abonnement** : Le prix d'un abonnement"),
    Case("mecanisme-inconnu", .review, "**Prestation**", slip: "**Prestations**"),
    Case("indicateur-sans-unite", .review, "- Nombre de prestations", slip: "- Nb de prestations"),
    Case(
      "indicateur-sans-unite", .review, "Nombre de prestations", slip: "Bénéfice",
      fixed: "Bénéfice (€/an)"),
    Case(
      "question-absente", .placeholder, "Comment vivre de façon plus durable ?\n\n", slip: "",
      fixed: "À PRÉCISER : comment … ?\n\n"),
    Case(
      "statut-sans-preuve", .placeholder,
      "- Statut : retenue\n- Porteur : [CPAS](../acteurs/cpas.md)\n",
      slip: "- Statut : lancée\n", fixed: "- Statut : lancée\n- Porteur : À PRÉCISER\n"),
    Case(
      "fiche-sans-source", .review, "- Source : [Toolkit](../../seeds/toolkit.md)\n", slip: ""),
    // Links.
    Case(
      "document-introuvable", .review, "- [CPAS](../acteurs/cpas.md)", slip: "- [CPAS](cpas.md)"),
    Case(
      "document-introuvable", .review, "- [CPAS](../acteurs/cpas.md)",
      slip: "- [CPAS](../acteurs/centre-public.md)"),
    Case(
      "lien-hors-catalogue", .review, "- [CPAS](../acteurs/cpas.md)",
      slip: "- [CPAS](/acteurs/cpas.md)"),
    Case(
      "ancre-introuvable", .review, "../themes/quartier.md)",
      slip: "../themes/quartier.md#oportunite)",
      fixed: "../themes/quartier.md#opportunite)"),
    Case(
      "ancre-introuvable", .review, "../themes/quartier.md)", slip: "../themes/quartier.md#xyz)"),
    Case(
      "adresse-dangereuse", .review, "Un diagnostic à domicile.",
      slip: "Un [diagnostic](javascript:x) à domicile."),
    Case(
      "lien-inattendu", .review, "- [CPAS](../acteurs/cpas.md)",
      slip: "- [CPAS](../themes/quartier.md)"),
    // Bytes.
    Case("marque-d-ordre", .safe, "# Angel Me", slip: "\u{FEFF}# Angel Me"),
    Case("fins-de-ligne-melees", .safe, "# Angel Me\n", slip: "# Angel Me\r\n"),
    Case("octet-nul", .review, "Un diagnostic", slip: "Un\0 diagnostic"),
  ]

  @Test(arguments: cases) func isMended(_ example: Case) throws {
    let text = CascadeTests.canvas.replacing(
      example.good, with: example.slip, maxReplacements: 1)
    #expect(text != CascadeTests.canvas)
    let file = SourceFile(path: "canvases/fiches/angel-me.md", text: text)
    let findings = check(catalogue(CascadeTests.others, file))
    let finding = try #require(
      findings.first {
        $0.code == example.code && $0.location.path == file.path && !$0.fixes.isEmpty
      },
      "\(findings.map(\.code))")
    let fix = try #require(finding.fixes.first)
    let fixed = fix.edits.applied(to: file.bytes)
    let expected = CascadeTests.canvas.replacing(
      example.good, with: example.fixed, maxReplacements: 1)
    #expect(withoutQuestions(String(decoding: fixed, as: UTF8.self)) == expected)
    #expect(fix.safety == example.safety)
  }

  /// A text in which what an author is asked under a heading is left out.
  private func withoutQuestions(_ text: String) -> String {
    text.replacing(/- À PRÉCISER : [^\n]*/, with: "- À PRÉCISER")
  }

  @Test func aFrontMatterBecomesTheMetadata() throws {
    let text = """
      ---
      titre: "Un \\"essai\\""
      statut: 'idée'
      thème: ["Quartier, centre", Emploi]
      porteur:
        - Le comité
        - La commune
      layout: post
      ---

      ## ENJEUX / SOLUTION

      Comment ?

      """
    let file = SourceFile(path: "canvases/fiches/angel-me.md", text: text)
    let finding = try #require(
      check(catalogue(CascadeTests.others, file)).first { $0.code == "en-tete-yaml" })
    let fixed = try #require(finding.fixes.first).edits.applied(to: file.bytes)
    #expect(
      String(decoding: fixed, as: UTF8.self) == """
        # Un "essai"

        - Statut : idée
        - Thème : Quartier, centre ; Emploi
        - Porteur : Le comité ; La commune
        <!-- layout : post -->

        ## ENJEUX / SOLUTION

        Comment ?

        """)
  }

  /// The mark goes first; the lines of an old Macintosh are lines, too.
  @Test(arguments: ["\n", "\r\n", "\r"])
  func aFrontMatterIsFoundBehindAMark(_ lineEnd: String) {
    let text = "\u{FEFF}---\nstatut: idée\n---\n\n# Fiche\n".replacing("\n", with: lineEnd)
    let file = SourceFile(path: "canvases/fiches/angel-me.md", text: text)
    let mended = Mending(file, among: [:])
    for findings in [mended.findingsBefore, mended.findingsAfter] {
      #expect(findings.filter { $0.severity == .error }.map(\.code) == ["en-tete-yaml"])
    }
    #expect(mended.codes == ["marque-d-ordre"])
  }

  /// A paragraph in SÉLECTION may introduce the votes: as an item it would be a vote for nothing.
  @Test func anIntroductionIsNoItem() throws {
    let text = "# Atelier\n\n- Date : 2014\n\n## SÉLECTION\n\nLes participants ont voté.\n"
    let file = SourceFile(path: "canvases/ateliers/atelier.md", text: text)
    let finding = try #require(
      check(catalogue([:], file)).first { $0.code == "prose-au-lieu-de-liste" })
    #expect(finding.fixes.map(\.safety) == [.review])
  }

  @Test func bytesOfWindows1252BecomeUTF8() throws {
    let bytes =
      Array("# L".utf8) + [0x92] + Array("id".utf8) + [0xE9] + Array("e — à 5 ".utf8) + [0x80]
    let file = SourceFile(path: "canvases/fiches/angel-me.md", bytes: bytes)
    let finding = try #require(
      check(catalogue([:], file)).first { $0.code == "encodage-inconnu" })
    let fix = try #require(finding.fixes.first)
    #expect(fix.safety == .review)
    #expect(String(decoding: fix.edits.applied(to: bytes), as: UTF8.self) == "# L’idée — à 5 €")
  }

  @Test(arguments: [[0xFF, 0xFE, 0x23, 0x20], [0x23, 0x20, 0x81, 0x0A], [0x23, 0xE9, 0, 0x0A]])
  func bytesThatAreNoTextHaveNoFix(bytes: [UInt8]) throws {
    let file = SourceFile(path: "canvases/fiches/angel-me.md", bytes: bytes)
    let findings = check(catalogue([:], file)).filter { $0.code == "encodage-inconnu" }
    #expect(findings.count == 1)
    #expect(findings.flatMap(\.fixes) == [])
  }

  /// Several sections out of place end in the order of the canon, each with what belongs to it.
  @Test func sectionsAreSortedWithWhatBelongsToThem() {
    let scrambled = """
      # Angel Me

      - Thème : [Quartier](../themes/quartier.md)
      - Statut : idée

      ## ÉVALUATION

      ### Effets

      - **Positif** : du lien
      <!-- canevas-ignore cle : raison -->

      ## CIBLES CLIENTS

      - Familles
      <!-- à propos des caractéristiques -->
      ## CARACTÉRISTIQUES PRINCIPALES

      - Conseils

      ```
      ## POLICY MAKING
      ```
      ## ENJEUX / SOLUTION
      Comment ?
      """
    let file = SourceFile(path: "canvases/fiches/angel-me.md", text: scrambled)
    let mended = Mending(file, among: CascadeTests.others).after
    #expect(
      mended.text(mended.wholeRange) == """
        # Angel Me

        - Thème : [Quartier](../themes/quartier.md)
        - Statut : idée

        ## ENJEUX / SOLUTION
        Comment ?

        <!-- à propos des caractéristiques -->
        ## CARACTÉRISTIQUES PRINCIPALES

        - Conseils

        ```
        ## POLICY MAKING
        ```

        <!-- canevas-ignore cle : raison -->

        ## CIBLES CLIENTS

        - Familles

        ## ÉVALUATION

        ### Effets

        - **Positif** : du lien

        """)
  }

  /// Two headings that mean one section must not both become it.
  @Test(arguments: ["##CIBLES CLIENTS", "## CIBLE CLIENTS"])
  func noSectionIsMadeTwice(_ second: String) {
    let text = CascadeTests.canvas.replacing(
      "## CIBLES CLIENTS\n", with: "##CIBLES CLIENTS\n\n- Écoles\n\n\(second)\n")
    let file = SourceFile(path: "canvases/fiches/angel-me.md", text: text)
    let mended = Mending(file, among: CascadeTests.others)
    let after = mended.after.text(mended.after.wholeRange)
    #expect(after.components(separatedBy: "\n## CIBLES CLIENTS\n").count == 2)
    #expect(!mended.findingsAfter.contains { $0.code == "section-en-double" })
  }

  /// Headings that stood together are parted by what stood between them.
  @Test func aSectionThatMovesLeavesItsBlankLine() {
    let file = SourceFile(
      path: "canvases/fiches/angel-me.md",
      text: "# Angel Me\n\n## FLUX DE REVENUS\n## CIBLES CLIENTS\n\n- Familles\n\n"
        + "## POLICY MAKING\n\n- Un local\n")
    let mended = Mending(file, among: CascadeTests.others).after
    #expect(
      mended.text(mended.wholeRange) == "# Angel Me\n\n## CIBLES CLIENTS\n\n- Familles\n\n"
        + "## FLUX DE REVENUS\n\n## POLICY MAKING\n\n- Un local\n")
  }

  /// An unclosed code block would swallow what comes behind it.
  @Test func aSectionThatWouldSwallowOthersStays() {
    let text = CascadeTests.canvas + "\n\n## POLICY MAKING\n\n```\nUn local\n"
    let file = SourceFile(path: "canvases/fiches/angel-me.md", text: text)
    let mending = Mending(file, among: CascadeTests.others)
    #expect(mending.findingsBefore.map(\.code) == ["section-mal-placee"])
    #expect(mending.after == file)
  }
}

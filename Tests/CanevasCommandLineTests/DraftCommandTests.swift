import CanevasCommandLine
import CanevasTestSupport
import Foundation
import Testing
import canevas

/// `canevas new`, `init` and `transcribe` as somebody sees them who types them.
@Suite final class DraftCommandTests {
  private let folder: URL

  init() throws {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "canevas-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
    folder = URL(fileURLWithPath: path.resolvingSymlinksInPath().path())
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  private func run(_ arguments: [String], input: String = "") -> Recording {
    Program.canevas.record(arguments, ["LANG": "fr_BE"], input: Array(input.utf8))
  }

  private func path(_ relative: String) -> String { folder.path + "/" + relative }

  private func text(_ relative: String) -> String? {
    try? String(contentsOfFile: path(relative), encoding: .utf8)
  }

  private var files: Set<String> {
    Set(FileManager.default.subpaths(atPath: folder.path) ?? [])
  }

  private func write(_ relative: String, _ text: String) throws {
    let file = URL(fileURLWithPath: path(relative))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  // MARK: init

  @Test func aNewCatalogueHasNoFaultAndBuilds() throws {
    let recording = run(["init", path("a/b/")])
    #expect(recording.status == .success)
    #expect(recording.output.split(separator: "\n").count == 7)
    #expect(recording.error.contains("canevas new fiche"))
    let check = run(["check", "-C", path("a/b")])
    #expect(check.output == "4 documents : aucune erreur, aucun avertissement\n")
    #expect(run(["build", "-C", path("a/b")]).status == .success)
    #expect(text("a/b/_site/fiches/outiltheque.html") != nil)
    #expect(!files.contains { $0.contains("canevas-new") })
  }

  @Test func nothingIsEverReplaced() throws {
    try write("canvases/fiches/outiltheque.md", "# Outilthèque\n")
    let before = files
    let recording = run(["init", folder.path])
    #expect(
      recording
        == Recording(
          status: .unusable,
          error:
            "canevas: « \(path("canvases/fiches/outiltheque.md")) » existe déjà et n'est pas touché ; "
            + "choisissez un autre nom\n"))
    #expect(files == before)
  }

  @Test func settingsThatAreThereStay() throws {
    try write(".gitignore", "node_modules\n/_site/\n")
    try write(".gitattributes", "* text=auto eol=lf\n")
    let recording = run(["init", folder.path])
    #expect(recording.status == .success)
    #expect(recording.output.split(separator: "\n").count == 5)
    #expect(
      recording.error.hasPrefix(
        "canevas: « \(path(".gitignore")) » existe déjà et n'est pas touché ; ajoutez-y :\n"
          + "    /.canevas/\ncanevas: votre catalogue"))
    #expect(text(".gitignore") == "node_modules\n/_site/\n")
  }

  @Test(arguments: [["init", ""], ["check", ""], ["fmt", "canvases", ""], ["transcribe", ""]])
  func anEmptyPathIsNone(arguments: [String]) {
    let recording = run(arguments)
    #expect(recording.status == .unusable)
    #expect(recording.error.hasPrefix("canevas: argument manquant ("))
  }

  @Test func noCatalogueLiesInAnother() throws {
    #expect(run(["init", folder.path]).status == .success)
    let before = files
    for inside in ["canvases/fiches", "nouveau/dossier", ""] {
      let recording = run(["init", path(inside)])
      #expect(
        recording
          == Recording(
            status: .unusable,
            error: "canevas: « \(folder.path) » est déjà un catalogue ; choisissez un dossier en "
              + "dehors\n"))
    }
    #expect(files == before)
  }

  // MARK: new

  @Test func aNewDocumentGetsANameOfItsOwn() throws {
    try write("canvases/catalogue.md", "# Catalogue\n")
    let first = run(["new", "Fiches", "Bel", "été", "-C", folder.path])
    #expect(first.status == .success && first.output == path("canvases/fiches/bel-ete.md\n"))
    #expect(
      first.error
        == "canevas: répondez aux questions du fichier, effacez ce qui ne sert pas, puis : "
        + "canevas check\n")
    let text = text("canvases/fiches/bel-ete.md")
    let second = run(["new", "fiche", "Bel Été !", "-C", folder.path])
    #expect(second.output == path("canvases/fiches/bel-ete-2.md\n"))
    #expect(second.error.hasPrefix("canevas: « canvases/fiches/bel-ete.md » est déjà pris\n"))
    #expect(self.text("canvases/fiches/bel-ete.md") == text)
    #expect(run(["check", "-C", folder.path]).status == .success)
  }

  @Test(arguments: ["À classer", "Enjeux/solution", "CANAUX"])
  func aSectionsNameIsNoTitle(title: String) throws {
    try write("canvases/catalogue.md", "# Catalogue\n")
    #expect(
      run(["new", "fiche", title, "-C", folder.path])
        == Recording(
          status: .unusable,
          error: "canevas: titre refusé : c'est le nom d'une rubrique. Voir « canevas help new ».\n"
        ))
    #expect(run(["new", "fiche", "Solution", "-C", folder.path]).status == .success)
  }

  @Test func aThemeIsFoundByItsName() throws {
    try write("canvases/catalogue.md", "# Catalogue\n")
    try write("canvases/themes/nord/eau.md", "# L'eau & la [ville]\n\n- Couleur : bleu\n")
    let recording = run(
      ["new", "atelier", "Sous la pluie", "--theme", "eau", "-C", folder.path])
    #expect(recording.status == .success)
    #expect(
      text("canvases/ateliers/sous-la-pluie.md")?
        .contains("\n- Thème : [L'eau & la \\[ville\\]](../themes/nord/eau.md)\n") == true)
    #expect(
      run(["new", "fiche", "Source", "--theme", "aeu", "-C", folder.path]).error
        == "canevas: nom inconnu « aeu » (--theme) ; vouliez-vous dire « eau » ? Voir « canevas "
        + "help new ».\n")
    #expect(text("canvases/fiches/source.md") == nil)
  }

  @Test func theOtherModelHasItsOwnSections() throws {
    try write("canvases/catalogue.md", "# Catalogue\n")
    _ = run(["new", "fiche", "Neuf blocs", "--modele", "business model canvas", "-C", folder.path])
    let text = text("canvases/fiches/neuf-blocs.md")
    #expect(text?.contains("\n- Modèle : business model canvas\n") == true)
    #expect(text?.contains("\n## PARTENAIRES CLÉS\n") == true)
  }

  @Test func aTemplateOfOnesOwnIsUsed() throws {
    try write("canvases/catalogue.md", "# Catalogue\n")
    try write(
      "gabarits/new-document.mustache", "# {{title}} & {{#sections}}{{heading}} {{/sections}}\n")
    let arguments = ["new", "cas", "A & <b>", "-C", folder.path, "--templates", path("gabarits")]
    #expect(run(arguments).status == .success)
    #expect(text("canvases/cas/a-b.md") == "# A & \\<b> & SOLUTION CE QUI INSPIRE \n")
    try write("gabarits/new-document.mustache", "{{#sections}}")
    #expect(
      run(arguments)
        == Recording(
          status: .unusable,
          error: "canevas: le gabarit « \(path("gabarits/new-document.mustache")) » a une faute ; "
            + "« canevas build --templates » la montre\n"))
  }

  @Test(arguments: [
    (["new"], "argument manquant (KIND TITLE)"),
    (["new", "fiche"], "titre refusé : il est vide"),
    (["new", "fiche", " \u{A0} "], "titre refusé : il est vide"),
    (["new", "fiche", "a\u{1B}[0m"], "titre refusé : il contient un caractère de commande"),
    (["new", "fiche", "a\nb"], "titre refusé : il contient un caractère de commande"),
    (
      ["new", "fichier", "Un titre"],
      "genre inconnu « fichier » (fiche|theme|acteur|cas|action|diagnostic|atelier|essai|guide|"
        + "source) ; vouliez-vous dire « fiche » ?"
    ),
    (
      ["new", "acteur", "CPAS", "--theme", "eau"],
      "l'option « --theme » ne convient pas à « acteur »"
    ),
    (
      ["new", "cas", "Un cas", "--modele", "business model canvas"],
      "l'option « --modele » ne convient pas à « cas »"
    ),
    (["transcribe", "--kind", "fich"], "valeur inconnue « fich » de l'option « --kind »"),
    (["transcribe", "--title", ""], "l'option « --title » attend une valeur (TITLE)"),
  ])
  func whatCannotBeMadeIsRefused(arguments: [String], complaint: String) {
    let recording = run(arguments)
    #expect(recording.status == .unusable && recording.output.isEmpty)
    #expect(recording.error.hasPrefix("canevas: " + complaint), "\(recording.error)")
  }

  // MARK: transcribe

  @Test func notesOnTheStandardInputBecomeADraftOnTheOutput() {
    let recording = run(["transcribe"], input: "Les moutons\n\nClients :\n• Mairies\n")
    #expect(recording.status == .success)
    #expect(
      recording.output == """
        # Les moutons

        - Thème : À PRÉCISER
        - Statut : idée

        ## CIBLES CLIENTS

        <!-- Dans les notes : « Clients » -->

        - Mairies

        """)
    #expect(
      recording.error
        == "canevas: rubriques reconnues : 1 ; passages sous « À CLASSER » : 0\n")
  }

  @Test func aFileIsReadAndANewOneWritten() throws {
    try Data([0x50, 0x72, 0xE9]).write(to: URL(fileURLWithPath: path("notes.txt")))
    try write("déjà.md", "# Déjà\n")
    let refused = run(["transcribe", path("notes.txt"), "--output", path("déjà.md")])
    #expect(refused.status == .unusable && refused.error.contains("existe déjà"))
    #expect(text("déjà.md") == "# Déjà\n")
    let done = run(
      ["transcribe", path("notes.txt"), "--kind", "guide", "--output", path("pré.md")])
    #expect(done.status == .success && done.output.isEmpty)
    #expect(done.error.contains("Windows-1252"))
    #expect(text("pré.md") == "# Pré\n")
  }

  @Test func whatIsNoTextIsRefused() throws {
    try write("notes.pdf", "%PDF-1.7\n")
    for (file, complaint) in [
      ("notes.pdf", "n'est pas du texte"), ("absent.txt", "impossible"), ("", "fichier ordinaire"),
    ] {
      let recording = run(["transcribe", path(file)])
      #expect(recording.status == .unusable && recording.error.contains(complaint))
    }
  }
}

import CanevasCheck
import CanevasLink
import CanevasSource
import Testing

/// The findings that no example can show, since they come from the file system, from bytes that
/// no text holds, or from a template.
@Suite struct FileDefectTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let defect: Defect.Kind
    let code: String
    let message: String
    var path = "canvases/fiches/angel-me.md"
    var testDescription: String { message }
  }

  static let loading = [
    Case(
      defect: .unreadable(reason: Bilingual("permission refusée", "permission denied")),
      code: "fichier-illisible",
      message: "fichier illisible : permission refusée"),
    Case(
      defect: .notAFile, code: "fichier-special",
      message: "fichier spécial « canvases/fiches/angel-me.md »"),
    Case(
      defect: .strayLink, code: "lien-symbolique-egare",
      message: "lien symbolique égaré « canvases/fiches/angel-me.md »"),
    Case(
      defect: .tooLarge(limit: 262_144), code: "fichier-trop-grand",
      message: "fichier trop grand : plus de 256 Kio"),
  ]

  static let templates = [
    (TemplateMistake.unclosedTag, "balise de gabarit non fermée"),
    (.emptyTag, "balise de gabarit vide"),
    (.unclosedSection(name: "themes"), "section de gabarit non fermée « themes »"),
    (.unopenedSection(name: "themes"), "fermeture d'une section jamais ouverte « themes »"),
    (
      .sectionClosedByAnother(open: "themes", close: "fiches"),
      "section « themes » fermée par « fiches »"
    ),
    (.malformedDelimiters, "délimiteurs de gabarit mal formés"),
    (.unknownPartial(name: "pied"), "gabarit inclus inconnu « pied »"),
    (.unknownTagKind(sigil: "%"), "sorte de balise inconnue « % »"),
  ].map {
    Case(
      defect: .template($0), code: "gabarit-fautif", message: $1,
      path: "templates/page.mustache")
  }

  /// A file that the loader could not give, or a template, comes with its defect.
  @Test(arguments: loading + templates) func isWorded(_ example: Case) throws {
    let file = SourceFile(path: example.path, bytes: [])
    let stray = Catalogue.Stray(
      file: file, defects: [Defect(example.defect, ByteRange(at: 0))])
    let finding = try #require(check(Catalogue([], strays: [stray])).first)
    #expect(finding.code == example.code)
    #expect(finding.severity == .error)
    #expect(finding.message.french == example.message)
    #expect(finding.message.english != example.message)
    #expect(finding.help != nil)
  }

  struct Bytes: CustomTestStringConvertible, Sendable {
    let code: String
    let message: String
    var path = "canvases/fiches/angel-me.md"
    var bytes = Array("# Angel Me\n".utf8)
    var range = ByteRange(at: 0)
    var help: String?
    var testDescription: String { code }
  }

  static let title = Array("# Angel Me\n".utf8)
  static let files = [
    Bytes(
      code: "encodage-inconnu", message: "encodage inconnu : ce n'est pas de l'UTF-8",
      bytes: title + [0xE9, 0x0A], range: ByteRange(11, 12)),
    Bytes(
      code: "octet-nul", message: "octet nul dans le texte", bytes: title + [0, 0x0A],
      range: ByteRange(11, 12)),
    Bytes(
      code: "fichier-trop-grand", message: "fichier trop grand : plus de 256 Kio",
      bytes: Array(repeating: 0x61, count: 256 * 1024 + 1)),
    Bytes(
      code: "imbrication-trop-profonde", message: "imbrication trop profonde : plus de 100 niveaux",
      bytes: Array((String(repeating: "> ", count: 150) + "fin\n").utf8),
      range: ByteRange(at: 200)),
    Bytes(
      code: "nom-de-fichier-incorrect", message: "nom de fichier incorrect « Angel Mé.md »",
      path: "canvases/fiches/Angel Mé.md",
      help: "renommez le fichier : git mv 'canvases/fiches/Angel Mé.md' canvases/fiches/angel-me.md"
    ),
    Bytes(
      code: "nom-de-fichier-incorrect", message: "nom de fichier incorrect « ?.md »",
      path: "canvases/fiches/?.md",
      help: "renommez le fichier avec des minuscules, des chiffres et des traits d'union"),
    Bytes(
      code: "dossier-inconnu", message: "dossier inconnu « canvases/fiche »",
      path: "canvases/fiche/angel-me.md", range: ByteRange(0, 10),
      help: "vouliez-vous dire « canvases/fiches » ?"),
  ]

  @Test(arguments: files) func isFound(_ file: Bytes) throws {
    let source = SourceFile(path: file.path, bytes: file.bytes)
    let found = check(Catalogue([ReadFile(source)])).filter { $0.code == file.code }
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.severity == .error)
    #expect(finding.message.french == file.message)
    #expect(finding.location.range.lowerBound == file.range.lowerBound)
    #expect(finding.help != nil)
    if let help = file.help { #expect(finding.help?.french == help) }
  }

  @Test func aSecondFileOfOneNamePointsToTheFirst() throws {
    let texts = ["canvases/acteurs/cpas.md", "canvases/acteurs/bruxelles/cpas.md"].map {
      SourceFile(path: $0, text: "# CPAS\n\n- Type : pouvoir public\n")
    }
    let found = check(Catalogue(texts.map { ReadFile($0) }))
    let finding = try #require(found.first { $0.code == "nom-de-fichier-en-double" })
    #expect(finding.message.french == "nom de fichier en double « cpas.md »")
    #expect(finding.location.path == "canvases/acteurs/cpas.md")
    #expect(finding.related.map(\.location.path) == ["canvases/acteurs/bruxelles/cpas.md"])
  }

  @Test func namesInMessagesAreShortAndHarmless() throws {
    let name = String(repeating: "é", count: 80)
    let text = "# Fiche\n\n- Statut : idée\n- \u{1B}[31m\(name) : oui\n"
    let file = SourceFile(path: "canvases/fiches/fiche.md", text: text)
    let finding = try #require(
      check(Catalogue([ReadFile(file)])).first { $0.code == "cle-inconnue" })
    let shown = "\u{FFFD}[31m" + String(repeating: "é", count: 55)
    #expect(finding.message.french == "clé inconnue « \(shown)… »")
  }
}

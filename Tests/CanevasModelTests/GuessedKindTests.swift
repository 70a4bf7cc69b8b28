import CanevasModel
import CanevasSource
import Testing

@Suite struct GuessedKindTests {
  @Test(arguments: [
    ("canvases/fiches/essai.md", DocumentID(.canvas, "essai")),
    ("/tmp/a b/canvases/acteurs/cpas.md", DocumentID(.actor, "cpas")),
    ("../seeds/toolkit.md", DocumentID(.source, "toolkit")),
    ("canvases/vieux/canvases/catalogue.md", DocumentID(.catalogue, "catalogue")),
  ])
  func aPathTells(path: String, expected: DocumentID) {
    #expect(DocumentID(guessing: [SourceFile(path: path, text: "")]) == expected)
  }

  @Test(arguments: [
    ("# A\n\n- Statut : idée\n\n## CIBLES CLIENTS\n", Kind.canvas),
    ("# A\n\n- Type : réseau\n- Aussi : B\n", .actor),
    ("# A\n\n- Thème : B\n\n## ACTIVITÉS CLÉS\n\n## CANAUX\n", .canvas),
    ("# A\n\n## question\n\n## Protocole :\n", .experiment),
    ("# A\n\n- Lieu : Paris\n- Site : <https://a.fr>\n", .inspiringCase),
  ])
  func headingsAndKeysTell(text: String, expected: Kind) {
    let files = [".merge_file_x1", "brouillon.md"].map { SourceFile(path: $0, text: text) }
    #expect(DocumentID(guessing: files).kind == expected)
  }

  @Test func theFirstPathThatTellsCounts() {
    let files = ["x.md", "canvases/themes/eau.md"].map {
      SourceFile(path: $0, text: "# A\n\n- Type : réseau\n")
    }
    #expect(DocumentID(guessing: files) == DocumentID(.theme, "eau"))
    #expect(
      DocumentID(guessing: [SourceFile(path: "x.md", text: "Rien.\n")])
        == DocumentID(.guidePage, "x"))
  }
}

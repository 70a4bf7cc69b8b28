import CanevasModel
import CanevasReview
import CanevasSource
import CanevasTestSupport
import Testing

/// What a reviewer reads as a comment on a pull request.
@Suite struct ComparisonMarkdownTests {
  private func document(_ text: String, _ path: String = "canvases/fiches/x.md") -> TypedDocument {
    TypedDocument(SourceFile(path: path, text: text))
  }

  private func comment(
    _ comparison: CatalogueComparison, linkBase: String? = nil,
    in language: MessageLanguage = .french
  ) -> String {
    let markdown = ComparisonMarkdown(in: language, linkBase: linkBase)
    return String(decoding: markdown.bytes(of: comparison), as: UTF8.self)
  }

  @Test(arguments: ComparisonGoldenTests.names) func isToldInAComment(_ name: String) {
    expectGolden(
      comment(ComparisonGoldenTests.comparison(name)), at: "diff/\(name).comment.md")
  }

  @Test func manyDocumentsAreToldInEnglishWithLinks() {
    let texte = ComparisonGoldenTests.version("old", of: "fiches+texte")
    let flux = ComparisonGoldenTests.version("old", of: "fiches+flux")
    let renamed = TypedDocument(
      SourceFile(path: "canvases/fiches/réparer.md", bytes: flux.file.bytes))
    var comparison = CatalogueComparison([
      DocumentComparison(old: nil, new: texte),
      DocumentComparison(old: ComparisonGoldenTests.version("old", of: "guide+sections"), new: nil),
      DocumentComparison(old: flux, new: renamed),
      ComparisonGoldenTests.comparison("fiches+argent").documents[0],
    ])
    comparison.sideEffects = ["canvases/a|b.md", "canvases/c.md"].map { path in
      SideEffect(
        kind: .linkBroken, message: Bilingual("rompu : a <b>", "broken: a <b>"),
        file: SourceFile(path: path, text: "# a\n"), range: ByteRange(at: 2),
        code: "document-introuvable")
    }
    expectGolden(
      comment(
        comparison, linkBase: "https://forge.example/o/r/blob/abc",
        in: .english),
      at: "diff/documents.comment.md")
  }

  @Test func nothingButFormIsSaidSo() {
    let old = document("# Titre\n\n- Statut : idée\n")
    let new = document("# Titre #\n\n*  Statut : idée\n")
    let comparison = CatalogueComparison([DocumentComparison(old: old, new: new)])
    #expect(comment(comparison).hasPrefix("## Aucun changement de sens ; 1 document de forme"))
    #expect(comment(CatalogueComparison([])) == "## Aucun changement de sens\n\n")
  }

  /// However much changed, the comment has room and its folds are closed.
  @Test(arguments: [1, 40, 1_000]) func keepsToTheRoomThatThereIs(_ documentCount: Int) {
    let itemCount = 1_000 / documentCount + 1
    let comparison = CatalogueComparison(
      (0..<documentCount).map { number in
        func text(_ word: String) -> String {
          "# Fiche \(number)\n\n- Statut : idée\n\n## CIBLES CLIENTS\n\n"
            + (0..<itemCount).map { "- **Nom \($0)** : \(word) des élèves\n" }.joined()
        }
        let path = "canvases/fiches/fiche-\(number).md"
        return DocumentComparison(
          old: document(text("avant"), path), new: document(text("après"), path))
      })
    let text = comment(comparison)
    #expect(text.utf8.count <= 65_536 && text.utf8.count > 30_000)
    #expect(text.split(separator: "<details").count == text.split(separator: "</details>").count)
    #expect(text.contains("changements de plus, que « canevas diff » montre"))
  }

  /// A single text longer than a comment leaves room for the others.
  @Test func longTextsAreCut() {
    let long = String(repeating: "mot nouveau ", count: 20_000)
    let old = document("# Titre\n\n- Statut : idée\n\n## CIBLES CLIENTS\n\n- Élèves\n")
    let new = document("# Titre\n\n- Statut : idée\n\n## CIBLES CLIENTS\n\n- Élèves\n- \(long)\n")
    let text = comment(CatalogueComparison([DocumentComparison(old: old, new: new)]))
    #expect(text.contains("mot nouveau …</ins>") || text.contains("…</ins>"))
    #expect(text.utf8.count < 4_000)
  }

  /// What is no address of the web is no link, and one that tries to end its link cannot.
  @Test(arguments: [
    "javascript:alert(1)//", "data:text/html,", "blob/abc", "https://x> <script>/", "https://x\"y/",
  ]) func linksLeadToTheWebAlone(_ base: String) {
    let comparison = ComparisonGoldenTests.comparison("fiches+argent")
    let text = comment(comparison, linkBase: base)
    #expect(text.contains("](<") == base.hasPrefix("https://"))
    #expect(!text.contains("script>") && !text.contains("\"y"))
  }
}

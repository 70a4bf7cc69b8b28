import CanevasCheck
import CanevasEditor
import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax
import CanevasTestSupport
import Testing

/// A new name changes nothing but names: after it every link leads where it led, the same is
/// found, and the way back leads to the same bytes, but for the names that are kept.
@Suite struct RenameTests {
  @Test(arguments: [false, true]) func slugs(_ isOwn: Bool) {
    let before = catalogue(isOwn ? ownFiles : editorFiles)
    for document in before.documents where document.id.kind != .catalogue {
      // Of the large catalogue, some.
      guard !isOwn || document.id.slug.utf8.count % 8 == 0 else { continue }
      let slug = document.id.slug
      guard isSlug(slug) else { continue }
      let after = renamed(before, document.id, to: "tout-autre-nom")
      expectSame(before, after) { $0.replacing("tout-autre-nom", with: slug) }
      let other = DocumentID(document.id.kind, "tout-autre-nom")
      let back = renamed(after, other, to: slug)
      for changed in back.documents {
        let old = before.index(at: changed.file.path).map { before.documents[$0].file }
        #expect(old?.lines == changed.file.lines, "\(changed.file.path)")
      }
    }
  }

  @Test(arguments: [false, true]) func titles(_ isOwn: Bool) {
    let before = catalogue(isOwn ? ownFiles : editorFiles)
    for index in before.documents.indices {
      let document = before.documents[index]
      guard !isOwn || document.id.slug.utf8.count % 8 == 0, let title = document.head.title.value
      else { continue }
      let after = retitled(before, index, to: "Tout autre titre", at: title.range)
      expectSame(before, after) {
        $0.replacing("Tout autre titre", with: document.title)
          .replacing("tout-autre-titre", with: slug(document.title))
      }
      guard let place = after.index(at: document.file.path),
        let there = after.documents[place].head.title.value?.range
      else { continue }
      let back = retitled(after, place, to: document.title, at: there)
      for changed in back.documents {
        let old = before.index(at: changed.file.path).map { before.documents[$0].file }
        #expect(old?.lines == changed.file.lines, "\(changed.file.path)")
      }
    }
  }

  /// A canvas that was reviewed against its theme and an experiment on it, and one that has to be
  /// reviewed again.
  private var reviewed: Catalogue {
    let theme = SourceFile(
      path: "canvases/themes/quartier.md", text: "# Quartier\n\n- Couleur : vert\n")
    let experiment = SourceFile(
      path: "canvases/essais/midi.md",
      text: "# Midi\n\n- Fiche : [X](../fiches/x.md)\n- Outil : réacteur\n")
    func canvas(_ title: String, _ theme: String, _ experiment: String) -> String {
      """
      # \(title)

      - Thème : [Quartier](../themes/quartier.md)
      - Revu : 2026-03-12
        - [Quartier](../themes/quartier.md) (\(theme))
        - [Midi](../essais/midi.md) (\(experiment))

      """
    }
    func fingerprint(_ file: SourceFile) -> String {
      TypedDocument(ParsedFile(file), id: DocumentID(path: file.path)!).fingerprint.description
    }
    let texts = [
      ("x", canvas("X", fingerprint(theme), fingerprint(experiment))),
      ("y", canvas("Y", "00000000", fingerprint(experiment))),
    ]
    return catalogue(
      [theme, experiment]
        + texts.map { SourceFile(path: "canvases/fiches/\($0.0).md", text: $0.1) })
  }

  @Test func namesGiveNoCauseToReviewAgain() throws {
    func suspects(_ catalogue: Catalogue) -> [[String]] {
      catalogue.documents(of: .canvas).map { canvas in
        catalogue.suspects(of: canvas).map { catalogue.documents[$0.document].id.slug }
      }
    }
    let before = reviewed
    #expect(suspects(before) == [[], ["quartier"]])
    // The experiment links to the canvas that gets another file name.
    let moved = renamed(before, DocumentID(.canvas, "x"), to: "xx")
    #expect(moved.documents.contains { $0.file.text($0.file.wholeRange).contains("xx.md") })
    #expect(suspects(moved) == [[], ["quartier"]])
    let theme = try #require(before.index(of: DocumentID(.theme, "quartier")))
    let title = try #require(before.documents[theme].head.title.value)
    #expect(
      suspects(retitled(before, theme, to: "Voisins", at: title.range)) == [[], ["quartier"]])
    let slug = renamed(before, DocumentID(.theme, "quartier"), to: "voisins")
    #expect(suspects(slug) == [[], ["voisins"]])
  }

  private func renamed(_ catalogue: Catalogue, _ id: DocumentID, to slug: String) -> Catalogue {
    guard let index = catalogue.index(of: id) else { return catalogue }
    let query = EditorQuery(index, of: catalogue, language: .french)
    return applying(query.rename(toSlug: slug), to: catalogue)
  }

  private func retitled(
    _ catalogue: Catalogue, _ index: Catalogue.Index, to name: String, at title: ByteRange
  ) -> Catalogue {
    let query = EditorQuery(index, of: catalogue, language: .french)
    return applying(query.rename(at: title.lowerBound, to: name), to: catalogue)
  }

  private func applying(
    _ result: Result<CatalogueEdit, RenameRefusal>, to before: Catalogue
  ) -> Catalogue {
    switch result {
    case .success(let edit): return catalogue(before.applying(edit))
    case .failure(let refusal):
      Issue.record("\(refusal.reason.french)")
      return before
    }
  }

  /// Expects that two catalogues have the same links and findings, once the names of the second
  /// are put back.
  private func expectSame(
    _ before: Catalogue, _ after: Catalogue, _ restored: (String) -> String
  ) {
    func links(_ catalogue: Catalogue) -> [String] {
      catalogue.documents.indices.flatMap { source in
        catalogue.targets[source].map { target -> String in
          let from = catalogue.documents[source].file.path
          guard case .document(let other, let anchor) = target else { return "\(from) \(target)" }
          return "\(from) → \(catalogue.documents[other].file.path)#\(anchor ?? "")"
        }
      }.sorted()
    }
    func findings(_ catalogue: Catalogue) -> [String] {
      check(catalogue).map { "\($0.location.path) \($0.code) \($0.message.french)" }.sorted()
    }
    #expect(links(after).map(restored).sorted() == links(before).map(restored).sorted())
    #expect(findings(after).map(restored).sorted() == findings(before).map(restored).sorted())
  }
}

extension SourceFile {
  /// The lines of a file, without blank ones and those that keep former names.
  fileprivate var lines: [Substring] {
    let text = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    return text.filter {
      !$0.isEmpty && !$0.hasPrefix("- Ancien nom :") && !$0.hasPrefix("- Aussi :")
    }
  }
}

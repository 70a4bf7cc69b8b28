import CanevasCheck
import CanevasLink
import CanevasModel
import CanevasReview
import CanevasSource
import CanevasSyntax
import CanevasTestSupport
import Testing

/// A canvas that was reviewed is suspect once something that it rests on says something else, and
/// never for a change of form.
@Suite struct ReviewRecordingTests {
  private static let day = PartialDate("2026-11-21")!
  private static let files = sourceDocuments

  /// All canvases of the project and of the model's fixtures, reviewed.
  private static let reviewed: [SourceFile] = {
    let catalogue = Catalogue(files.map { ReadFile($0) })
    return catalogue.documents.indices.map { index in
      let file = catalogue.documents[index].file
      switch ReviewRecording(of: index, in: catalogue, on: day) {
      case .edit(let edit) where catalogue.documents[index].id.kind == .canvas:
        return file.applying([edit])
      case .edit, .upToDate, .impossible, .holdsWords: return file
      }
    }
  }()

  private static let readings = reviewed.map { ReadFile($0) }
  private static let catalogue = Catalogue(readings)

  private static let rested: [Catalogue.Index] = catalogue.documents.indices.filter {
    !catalogue.reviewers(of: $0).isEmpty
  }

  /// The catalogue with other contents of some files.
  private func reviewing(_ changed: SourceFile...) -> Catalogue {
    Catalogue(
      Self.readings.map { reading in
        changed.first { $0.path == reading.file.path }.map { ReadFile($0) } ?? reading
      })
  }

  private func suspects(_ catalogue: Catalogue) -> Set<Catalogue.Index> {
    Set(catalogue.documents(of: .canvas).flatMap(catalogue.suspects(of:)).map(\.document))
  }

  @Test func whatWasJustReviewedIsNotSuspect() {
    let canvases = Self.catalogue.documents(of: .canvas)
    let records = canvases.compactMap(Self.catalogue.review(of:))
    #expect(records.count { !$0.entries.isEmpty } > 15)
    #expect(suspects(Self.catalogue) == [])
    for canvas in canvases where Self.catalogue.review(of: canvas)?.entries.isEmpty == false {
      #expect(ReviewRecording(of: canvas, in: Self.catalogue, on: Self.day) == .upToDate)
      let tidy = formattingEdits(of: Self.catalogue.documents[canvas])
      #expect(!tidy.contains { $0.replacement.contains("Revu") })
    }
  }

  @Test func noChangeOfFormIsSuspect() {
    #expect(Self.rested.count > 15)
    for (number, index) in Self.rested.enumerated() {
      let document = Self.catalogue.documents[index]
      let tidy = TypedDocument(document.file.applying(formattingEdits(of: document)))
      var mess = Mess(seed: UInt64(number))
      let messy = SourceFile(path: document.file.path, text: mess.made(of: tidy))
      #expect(suspects(reviewing(tidy.file)) == [], "\(document.file.path)")
      #expect(suspects(reviewing(messy)) == [], "\(document.file.path)")
    }
  }

  @Test func everyChangeOfAWordIsSuspect() throws {
    for index in Self.rested {
      let document = Self.catalogue.documents[index]
      let title = try #require(document.head.title.value)
      let places = [title.range.upperBound, document.sections.last?.range.upperBound]
      for place in places.compactMap(\.self) {
        let changed = document.file.applying([TextEdit(ByteRange(at: place), " autrement")])
        #expect(suspects(reviewing(changed)) == [index], "\(document.file.path)")
      }
    }
  }

  @Test func acceptingLeavesNothingSuspect() {
    for index in Self.rested {
      let file = Self.catalogue.documents[index].file
      let edited = file.applying([
        TextEdit(ByteRange(at: file.bytes.count), "\nUne phrase de plus.\n")
      ])
      let changed = reviewing(edited)
      for canvas in changed.documents(of: .canvas) where !changed.suspects(of: canvas).isEmpty {
        guard
          case .edit(let edit) = ReviewRecording(of: canvas, in: changed, on: Self.day)
        else {
          Issue.record("\(changed.documents[canvas].file.path) cannot be accepted")
          continue
        }
        let accepted = changed.documents[canvas].file.applying([edit])
        let after = reviewing(edited, accepted)
        #expect(after.suspects(of: canvas) == [])
      }
    }
  }

  private static let theme = "# Quartier\n\n- Couleur : vert\n"
  private static let themePath = "canvases/themes/quartier.md"
  private static let canvasPath = "canvases/fiches/x.md"

  /// What a canvas becomes when it is reviewed.
  private func recorded(_ canvas: String) -> String? {
    let files = [
      SourceFile(path: Self.canvasPath, text: canvas),
      SourceFile(path: Self.themePath, text: Self.theme),
    ]
    let catalogue = Catalogue(files.map { ReadFile($0) })
    guard
      case .edit(let edit) = ReviewRecording(
        of: catalogue.documents(of: .canvas)[0], in: catalogue, on: Self.day)
    else { return nil }
    let file = files[0].applying([edit])
    return file.text(file.wholeRange)
  }

  @Test(arguments: [
    // In its place among the other keys.
    (
      "# X\n\n- Thème : [Q](../themes/quartier.md)\n- Ancien nom : y\n",
      "# X\n\n- Thème : [Q](../themes/quartier.md)\nREVU\n- Ancien nom : y\n"
    ),
    (
      "# X\n\n- Thème : [Q](../themes/quartier.md)",
      "# X\n\n- Thème : [Q](../themes/quartier.md)\nREVU"
    ),
    // Over what stands there, however it is written.
    (
      "# X\n\n* Thème : [Q](../themes/quartier.md)\n* revu : 2024\n  * [Z](../themes/z.md) (00000000)\n",
      "# X\n\n* Thème : [Q](../themes/quartier.md)\nREVU\n"
    ),
    (
      "# X\n\n- Thème : [Q](../themes/quartier.md)\n- Revu : oui\n- Brouillon : oui\n",
      "# X\n\n- Thème : [Q](../themes/quartier.md)\nREVU\n- Brouillon : oui\n"
    ),
  ])
  func isWrittenInItsPlace(_ canvas: String, _ expected: String) {
    guard case .document(let theme) = ReadFile(SourceFile(path: Self.themePath, text: Self.theme))
    else { return }
    let record =
      "- Revu : 2026-11-21\n  - [Quartier](../themes/quartier.md) (\(theme.fingerprint))"
    #expect(recorded(canvas) == expected.replacing("REVU", with: record))
    let windows = canvas.replacing("\n", with: "\r\n")
    #expect(
      recorded(windows)
        == expected.replacing("REVU", with: record).replacing("\n", with: "\r\n"))
  }

  @Test(arguments: [
    "- Revu : 2024 <!-- ⟦avec Paul⟧ -->",
    "- Revu : 2024 ; [Q](../themes/quartier.md) (00000000) ⟦relu avec Paul⟧",
    "- Revu : 2024\n  - [Q](../themes/quartier.md) (00000000)\n    - ⟦une note⟧",
    "- **Revu** : 2024\n\n  ⟦Une remarque du groupe.⟧",
  ])
  func noWordBesideItIsLost(_ record: String) throws {
    let text = "# X\n\n- Thème : [Q](../themes/quartier.md)\n" + record + "\n- Brouillon : oui\n"
    let file = SourceFile(
      path: Self.canvasPath, text: text.filter { !"⟦⟧".contains($0) })
    let catalogue = Catalogue(
      [file, SourceFile(path: Self.themePath, text: Self.theme)].map { ReadFile($0) })
    let canvas = catalogue.documents(of: .canvas)[0]
    guard case .holdsWords(let words) = ReviewRecording(of: canvas, in: catalogue, on: Self.day)
    else {
      Issue.record("the record is written over \(text)")
      return
    }
    let expected = try #require(text.split(separator: "⟦").last?.split(separator: "⟧").first)
    #expect(file.text(words).hasPrefix(expected))
  }

  @Test func isNotWrittenWhereNothingWouldReadIt() {
    #expect(recorded("# X\n\nSans métadonnées.\n") == nil)
  }
}

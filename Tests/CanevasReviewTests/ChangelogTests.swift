import CanevasModel
import CanevasReview
import CanevasSource
import CanevasSyntax
import Testing

/// What is told of documents before and after, and what is not.
@Suite struct ChangelogTests {
  /// A canvas with lines of metadata besides its status.
  private func canvas(
    _ metadata: String..., title: String = "Puits", slug: String = "puits",
    heading: String = "ENJEUX / SOLUTION", text: String = "Il pleut."
  ) -> TypedDocument {
    let lines = (["Statut : idée"] + metadata).map { "- \($0)\n" }.joined()
    return document(
      "canvases/fiches/\(slug).md", "# \(title)\n\n\(lines)\n## \(heading)\n\n\(text)\n")
  }

  private func document(_ path: String, _ text: String) -> TypedDocument {
    TypedDocument(SourceFile(path: path, bytes: Array(text.utf8)))
  }

  private func changes(
    _ old: TypedDocument?, _ new: TypedDocument?
  ) -> [Changelog.Change] {
    Changelog([DocumentChange(old: old, new: new)]) { _ in nil }.entries.map(\.change)
  }

  @Test func aDraftIsNotToldOf() {
    let draft = canvas("Brouillon : oui")
    #expect(changes(nil, draft) == [])
    #expect(changes(draft, canvas("Brouillon : oui", text: "Il neige.")) == [])
    #expect(changes(draft, nil) == [])
    #expect(changes(draft, canvas()) == [.added(tagline: nil, about: [])])
    #expect(changes(canvas(), draft) == [.removed])
  }

  @Test func whatCannotBeReadLosesNothing() {
    let broken = TypedDocument(
      ParsedFile(
        unparsed: SourceFile(path: "canvases/fiches/puits.md", bytes: [0xFF]),
        defects: [Defect(.notUTF8, ByteRange(at: 0))]), id: DocumentID(.canvas, "puits"))
    #expect(changes(canvas("Porteur : La rue"), broken) == [.revised])
    #expect(changes(broken, canvas("Porteur : La rue")) == [.revised])
  }

  @Test func aDocumentOfAnotherKindIsAnother() {
    let theme = document("canvases/themes/puits.md", "# Puits\n")
    let log = Changelog([DocumentChange(old: canvas(), new: theme)]) { _ in nil }
    #expect(log.entries.map(\.document.id?.kind) == [.theme, .canvas])
    #expect(log.entries.map(\.change) == [.added(tagline: nil, about: []), .removed])
  }

  @Test func carriersAreComparedByWhoTheyAre() {
    let street = Changelog.Name(nil, "La rue")
    #expect(changes(canvas("Porteur : La rue"), canvas("Porteur : la Rue")) == [.revised])
    #expect(
      changes(canvas(), canvas("Porteur : La rue")) == [.carriers(from: [], to: [street])])
    #expect(
      changes(canvas("Porteur : La rue"), canvas()) == [.carriers(from: [street], to: [])])
    let linked = canvas("Porteur : [La ferme](../acteurs/ferme.md)")
    let reworded = canvas("Porteur : [Ferme](../acteurs/ferme.md)")
    #expect(changes(linked, reworded) == [.revised])
  }

  @Test func aLostLinkIsNotTold() {
    let inspired = canvas("Inspiration : [Toits](../cas/toits.md)")
    let name = Changelog.Name(DocumentID(.inspiringCase, "toits"), "Toits")
    #expect(changes(canvas(), inspired) == [.linked(.inspiration, [name])])
    #expect(changes(inspired, canvas()) == [.revised])
  }

  @Test func namesAreThoseOfTheCatalogue() {
    let inspired = canvas("Inspiration : [Toits](../cas/toits.md)")
    let log = Changelog([DocumentChange(old: canvas(), new: inspired)]) { "Titre de \($0.slug)" }
    let name = Changelog.Name(DocumentID(.inspiringCase, "toits"), "Titre de toits")
    #expect(log.entries.map(\.change) == [.linked(.inspiration, [name])])
  }

  /// A document that came where another went is the same if it says so, however different.
  @Test func aFormerNameIsFollowed() {
    let old = canvas(slug: "trou", text: "Un texte.")
    let new = canvas(
      "Ancien nom : trou", title: "Forage", slug: "forage", text: "Tout autre chose.")
    let log = Changelog([
      DocumentChange(old: old, new: nil), DocumentChange(old: nil, new: new),
    ]) { _ in nil }
    let former = Changelog.Name(DocumentID(.canvas, "trou"), "Puits")
    #expect(log.entries.map(\.change) == [.renamed(from: former)])
  }

  // MARK: Days

  private func day(_ date: String, _ changes: [(TypedDocument?, TypedDocument?)])
    -> History.RecordedDay
  {
    History.RecordedDay(
      date: date, moment: date + "T12:00:00Z",
      changes: changes.map { DocumentChange(old: $0, new: $1) })
  }

  @Test func earlierDaysNameDocumentsAsTheyAreCalledNow() {
    let history = History(
      [
        day("2026-03-04", [(nil, canvas(title: "Autre", slug: "trou"))]),
        day("2026-03-03", [(canvas(slug: "source"), canvas(slug: "puits"))]),
        day("2026-03-02", [(canvas(slug: "trou"), canvas(slug: "source"))]),
        day("2026-03-01", [(nil, canvas(slug: "trou"))]),
      ]) { _ in nil }
    let ids = history.days.map { $0.changelog.entries.map(\.document.id?.slug) }
    #expect(ids == [["trou"], ["puits"], ["puits"], ["puits"]])
  }

  @Test func aDayWithoutNewsIsNone() {
    let draft = canvas("Brouillon : oui")
    let reformed = canvas(heading: "Enjeux / solution")
    for new in [draft, reformed] {
      let old = new.isDraft ? nil : canvas()
      #expect(History([day("2026-03-01", [(old, new)])]) { _ in nil }.days.isEmpty)
    }
  }
}

import CanevasCheck
import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension EditorQuery {
  /// The changes that give the document another slug, in its folder.
  package func rename(toSlug slug: String) -> Result<CatalogueEdit, RenameRefusal> {
    move(to: (file.folder.isEmpty ? "" : file.folder + "/") + slug + ".md")
  }

  /// The changes that give the document's file another place: to every link to it, to its own
  /// links, and its old slug kept as a redirect. With `isMoved` the editor moves the file itself.
  package func move(
    to path: String, isMoved: Bool = false
  ) -> Result<CatalogueEdit, RenameRefusal> {
    do {
      return .success(try movingEdit(to: path, isMoved).keepingReviews(in: catalogue))
    } catch {
      return .failure(error)
    }
  }

  private func movingEdit(
    to path: String, _ isMoved: Bool
  ) throws(RenameRefusal) -> CatalogueEdit {
    guard path != file.path else { return CatalogueEdit() }
    let id = try newID(at: path)
    var edit = CatalogueEdit()
    for source in catalogue.sources(linkingTo: index) {
      let edits = try edits(to: source, movingTo: path)
      if !edits.isEmpty { edit.edits[catalogue.documents[source].file.path] = edits }
    }
    if let former = formerNameEdit(for: id.slug) {
      let own = (edit.edits[file.path] ?? []) + file.endingLines([former])
      edit.edits[file.path] = own.sorted { $0.range < $1.range }
    }
    if !isMoved { edit.moves = [CatalogueEdit.Move(from: file.path, to: path)] }
    return edit
  }

  /// What the document is called at another path, if it may stand there.
  private func newID(at path: String) throws(RenameRefusal) -> DocumentID {
    let kind = document.id.kind
    guard let id = DocumentID(path: path), id.kind == kind, kind != .catalogue else {
      throw RenameRefusal(
        "un document de ce genre se range sous « \(kind.folder)/ »",
        "a document of this kind stands under “\(kind.folder)/”")
    }
    guard isSlug(id.slug), id.slug != "index" else {
      let better = slug(id.slug)
      let isBetter = !better.isEmpty && better != "index" && better != id.slug
      throw RenameRefusal(
        "« \(id.slug) » n'est pas un nom de fichier : minuscules sans accent, chiffres et "
          + "traits d'union" + (isBetter ? " ; par exemple « \(better) »" : ""),
        "“\(id.slug)” is no file name: lower-case letters without accents, digits and hyphens"
          + (isBetter ? "; for example “\(better)”" : ""))
    }
    let isTaken = id != document.id && catalogue.index(of: id) != nil
    guard !isTaken, !catalogue.strays.contains(where: { $0.file.path == path }) else {
      throw RenameRefusal(
        "« \(id.slug) » est déjà le nom d'un document de ce genre",
        "“\(id.slug)” is already the name of a document of this kind")
    }
    return id
  }

  /// The links of one document that have to be rewritten when this one moves.
  private func edits(
    to source: Catalogue.Index, movingTo path: String
  ) throws(RenameRefusal) -> [TextEdit] {
    let document = catalogue.documents[source]
    let isSelf = source == index
    let isElsewhere = isSelf && SourceFile(path: path, bytes: []).folder != file.folder
    var rewriting = LinkRewriting(document, movingTo: isSelf ? path : nil)
    for (link, target) in zip(document.links, catalogue.targets[source]) {
      switch target {
      case .document(index, _): try rewriting.lead(link, from: file.path, to: path)
      case .document(let other, _) where isElsewhere:
        let other = catalogue.documents[other].file.path
        try rewriting.lead(link, from: other, to: other)
      case .asset(let asset) where isElsewhere: try rewriting.lead(link, from: asset, to: asset)
      case .document, .asset, .external, .broken: continue
      }
    }
    let edits = rewriting.edits
    try verify(edits, of: source, movingTo: path)
    return edits
  }

  /// Makes sure that after the edits every link of a document leads where it led, or to the new
  /// place: links can be written in more ways than are worth telling apart.
  private func verify(
    _ edits: [TextEdit], of source: Catalogue.Index, movingTo path: String
  ) throws(RenameRefusal) {
    guard !edits.isEmpty else { return }
    let document = catalogue.documents[source]
    let changed = document.applying(edits)
    let base = source == index ? path : document.file.path
    for (number, link) in document.links.enumerated() {
      guard case .document(let target, _) = catalogue.targets[source][number] else { continue }
      let wanted = target == index ? path : catalogue.documents[target].file.path
      guard changed.links.count == document.links.count,
        changed.links[number].path(from: base) == wanted
      else { throw .unwritable(link, in: document) }
    }
  }
}

extension Link {
  /// The file that the link leads to from the file `base`.
  fileprivate func path(from base: String) -> String? {
    let written = String(destination.prefix { $0 != "#" && $0 != "?" })
    return written.isEmpty ? base : resolvedPath(percentDecoded(written), from: base)
  }
}

extension TypedDocument {
  /// The document with other bytes.
  func applying(_ edits: [TextEdit]) -> TypedDocument {
    TypedDocument(ParsedFile(file.applying(edits)), id: id)
  }
}

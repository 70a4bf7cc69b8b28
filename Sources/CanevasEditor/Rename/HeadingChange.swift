import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension EditorQuery {
  /// The change of a free heading, and of the links to it.
  func rename(_ heading: Block, to name: String) throws(RenameRefusal) -> CatalogueEdit {
    guard !name.isEmpty else { throw .noName }
    guard let written = markdownSpelling(of: name) else { throw .unfit(name) }
    let edit = TextEdit(heading.text.range, written)
    guard document.applying([edit]).sections.map(\.name) == document.sections.map(\.name) else {
      throw RenameRefusal(
        "« \(name) » est le titre d'une rubrique", "“\(name)” is the heading of a section")
    }
    var changes: [Catalogue.Index: [TextEdit]] = [index: [edit]]
    for (source, edit) in try catalogue.anchorEdits(of: index, after: [edit]) {
      changes[source, default: []].append(edit)
    }
    return CatalogueEdit(
      edits: Dictionary(
        uniqueKeysWithValues: changes.map { source, edits in
          (catalogue.documents[source].file.path, edits.sorted { $0.range < $1.range })
        }))
  }

  /// The change of the name by which flows of this canvas call a customer or partner.
  func rename(party old: String, to name: String) throws(RenameRefusal) -> CatalogueEdit {
    guard !name.isEmpty else { throw .noName }
    guard fitsInFlow(name), let written = markdownSpelling(of: name) else { throw .unfit(name) }
    let items = items(named: old)
    let others = catalogue.parties(of: index).map(\.item).filter { item in
      !items.contains { $0.range == item.range }
    }.map { $0.name?.plain ?? $0.text.plain }
    let key = nameKey(name)
    if let other = (others + [document.title, "le service"]).first(where: { nameKey($0) == key }) {
      throw .taken(name, by: other)
    }
    let ranges = items.map { $0.name?.text.range ?? $0.text.range } + ends(named: old)
    return CatalogueEdit(
      edits: [file.path: Set(ranges).sorted().map { TextEdit($0, written) }])
  }
}

extension Catalogue {
  /// What has to change in links to a document's headings after edits that change their names.
  func anchorEdits(
    of target: Index, after edits: [TextEdit]
  ) throws(RenameRefusal) -> [(source: Index, edit: TextEdit)] {
    let before = documents[target].anchors
    let after = documents[target].applying(edits).anchors
    guard before.count == after.count else { throw .nothingToRename }
    let renamed = Dictionary(
      uniqueKeysWithValues: zip(before, after).filter { $0.id != $1.id }.map { ($0.id, $1.id) })
    guard !renamed.isEmpty else { return [] }
    var found: [(source: Index, edit: TextEdit)] = []
    let path = documents[target].file.path
    for source in sources(linkingTo: target) {
      var rewriting = LinkRewriting(documents[source])
      for (link, leadsTo) in zip(documents[source].links, targets[source]) {
        guard case .document(target, let anchor?) = leadsTo, let new = renamed[anchor] else {
          continue
        }
        try rewriting.lead(link, from: path, to: path, anchor: new)
      }
      found += rewriting.edits.map { (source, $0) }
    }
    return found
  }
}

import CanevasCheck
import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

/// The change of a document's title, or of one of an actor's other names, wherever it is used as
/// a name.
struct NameChange {
  private let catalogue: Catalogue
  private let target: Catalogue.Index
  private let old: String
  private let new: String
  private var changes = CatalogueEdit()
  private var document: TypedDocument { catalogue.documents[target] }
  private var isTitle: Bool { old == document.title }

  init(
    of target: Catalogue.Index, from old: String, to new: String, in catalogue: Catalogue
  ) {
    self.catalogue = catalogue
    self.target = target
    self.old = old
    self.new = new
  }

  func edit() throws(RenameRefusal) -> CatalogueEdit {
    guard !new.isEmpty else { throw .noName }
    guard new != old else { return CatalogueEdit() }
    try checkIsFree()
    var change = self
    guard let written = markdownSpelling(of: new) else { throw .unfit(new) }
    change.changeLinks(to: written)
    try change.changeEnds(to: written)
    try change.changeOwn(to: written)
    return change.changes
  }

  /// Refuses a name that other documents could not be told from.
  private func checkIsFree() throws(RenameRefusal) {
    guard document.id.kind == .actor else { return }
    let others = catalogue.actorsByName[nameKey(new)] ?? []
    if let other = others.first(where: { $0 != target }) {
      throw .taken(new, by: catalogue.documents[other].title)
    }
    guard isTitle || !document.nameList.contains(new) else { throw .taken(new, by: document.title) }
    // Semicolons part the other names.
    guard isTitle || !new.utf8.contains(UInt8(ascii: ";")) else { throw .unfit(new) }
  }

  private mutating func add(_ edit: TextEdit, to source: Catalogue.Index) {
    let path = catalogue.documents[source].file.path
    var edits = changes.edits[path] ?? []
    guard !edits.contains(where: { $0.range.overlaps(edit.range) }) else { return }
    edits.append(edit)
    changes.edits[path] = edits.sorted { $0.range < $1.range }
  }

  /// The links whose whole text is the name; those in headings stay, since others link there.
  private mutating func changeLinks(to written: String) {
    for source in catalogue.sources(linkingTo: target) {
      let document = catalogue.documents[source]
      let headings = document.anchors.map(\.heading.range)
      for (link, leadsTo) in zip(document.links, catalogue.targets[source]) {
        guard case .document(target, _) = leadsTo, link.inline.kind == .link,
          link.inline.plain == old, let text = link.inline.nameRange,
          !headings.contains(where: { $0.contains(link.range) })
        else { continue }
        add(TextEdit(text, written), to: source)
      }
    }
  }

  /// The ends of flows that name the actor, or the service by its title, without a link; and the
  /// items that such flows name.
  private mutating func changeEnds(to written: String) throws(RenameRefusal) {
    let key = nameKey(old)
    let party = document.id.kind == .actor ? FlowParty.actor(target) : .service
    let flows =
      document.id.kind == .actor
      ? catalogue.flows(with: target) : Array(catalogue.flows(of: target))
    for resolved in flows {
      guard let route = resolved.flow.route.value else { continue }
      for (end, whose) in [(route.from, resolved.from), (route.to, resolved.to)]
      where whose == party && end.link == nil && nameKey(end.plain) == key && isTitle(end.plain) {
        try checkFits(resolved.canvas, besides: party)
        add(TextEdit(end.text.range, written), to: resolved.canvas)
      }
    }
    guard document.id.kind == .actor else { return }
    for canvas in Set(flows.map(\.canvas)).sorted() {
      for named in catalogue.parties(of: canvas) where named.party == party {
        let text = named.item.name?.text ?? named.item.text
        guard named.item.name?.link == nil, nameKey(text.plain) == key else { continue }
        try checkFits(canvas, besides: party)
        add(TextEdit(text.range, written), to: canvas)
      }
    }
  }

  /// Whether an end that is the service names it by its title: « le service » stays.
  private func isTitle(_ name: String) -> Bool {
    document.id.kind == .actor || nameKey(name) != nameKey("le service")
  }

  /// Refuses a name that would mean somebody else in the flows of a canvas, or part them wrongly.
  private func checkFits(
    _ canvas: Catalogue.Index, besides party: FlowParty
  ) throws(RenameRefusal) {
    guard fitsInFlow(new) else { throw .unfit(new) }
    let key = nameKey(new)
    let document = catalogue.documents[canvas]
    if party != .service, [nameKey(document.title), nameKey("le service")].contains(key) {
      throw .taken(new, by: document.title)
    }
    for named in catalogue.parties(of: canvas) where named.party != party {
      let name = named.item.name?.plain ?? named.item.text.plain
      if nameKey(name) == key { throw .taken(new, by: name) }
    }
  }

  /// The title or the other name itself, and the links to headings that are called otherwise now.
  private mutating func changeOwn(to written: String) throws(RenameRefusal) {
    let aliases = aliasEdits(to: written)
    for edit in document.file.endingLines(aliases) { add(edit, to: target) }
    guard isTitle, let title = document.head.title.value else { return }
    add(TextEdit(title.range, written), to: target)
    for (source, edit) in try catalogue.anchorEdits(
      of: target, after: [TextEdit(title.range, written)])
    {
      add(edit, to: source)
    }
  }

  /// What becomes of an actor's other names: the new title is none any more, and a name that texts
  /// have is kept.
  private func aliasEdits(to written: String) -> [TextEdit] {
    guard document.id.kind == .actor else { return [] }
    let entry = document.head.metadata.entry(.aliases)
    let values = entry?.values ?? []
    let spelling = markdownSpelling(of: old) ?? old
    if isTitle, let known = values.first(where: { $0.text.plain == new }) {
      return [TextEdit(known.text.range, spelling)]
    }
    var edits: [TextEdit] = []
    if !isTitle {
      edits = values.filter { $0.text.plain == old }.map { TextEdit($0.text.range, written) }
    }
    if isOldNameUsed, !old.utf8.contains(UInt8(ascii: ";")) {
      let kept =
        entry.map { document.addition(of: spelling, to: $0) }
        ?? document.insertion(of: .aliases, spelling)
      edits += kept.map { [$0] } ?? []
    }
    return edits
  }

  /// Whether a text that stays as it is has the old name.
  private var isOldNameUsed: Bool {
    catalogue.mentions(of: target).contains { place in
      guard let source = DocumentID(path: place.path).flatMap(catalogue.index) else { return false }
      let edits = changes.edits[place.path] ?? []
      return catalogue.documents[source].file.text(place.range) == old
        && !edits.contains { $0.range.overlaps(place.range) }
    }
  }
}

extension ByteRange {
  fileprivate func overlaps(_ other: ByteRange) -> Bool {
    self == other || lowerBound < other.upperBound && other.lowerBound < upperBound
  }
}

extension Inline {
  /// Where a link's text stands, inside the emphasis that all of it may have.
  fileprivate var nameRange: ByteRange? {
    let inner = Array(children)
    guard inner.count == 1, inner[0].kind == .strong || inner[0].kind == .emphasis else {
      return textRange
    }
    return inner[0].nameRange
  }
}

/// Whether a name can stand in a flow without parting it.
func fitsInFlow(_ name: String) -> Bool {
  ![":", "→", "->"].contains { mark in
    let bytes = Array(name.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: mark.utf8) }
  }
}

/// How a name is written in Markdown so that it is read as it is; `nil` where it cannot be.
func markdownSpelling(of name: String) -> String? {
  let escaped = String(
    String.UnicodeScalarView(
      name.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
        "\\`*_[]<>#&!".unicodeScalars.contains(scalar) ? ["\\", scalar] : [scalar]
      }))
  return [name, escaped].first { spelling in
    let text = "# \(spelling)\n\n[\(spelling)](a.md)\n\n- \(spelling)\n"
    let blocks = Array(ParsedFile(SourceFile(path: "a.md", text: text)).document.blocks)
    guard blocks.count == 3, blocks[2].isList else { return false }
    let links = Array(blocks[1].inlines)
    let items = Array(blocks[2].children)
    return blocks[0].text.plain == name && links.count == 1 && links[0].kind == .link
      && links[0].plain == name && items.count == 1
      && items[0].firstParagraph?.text.plain == name
  }
}

package import CanevasLink
package import CanevasModel
import CanevasSource
import CanevasSyntax

extension Changelog {
  /// What documents that differ are worth telling. `title` is what a document is called that
  /// others link to; where it knows none, it has the name that the link gives it.
  package init(_ changes: [DocumentChange], title: @escaping (DocumentID) -> String?) {
    let changes = changes.published
    let reading = ChangelogReading(newNames: changes.newNames, title: title)
    self.init(changes.flatMap(reading.entries))
  }

  /// What became of a catalogue. `formerPaths` are those of documents that are known to have been
  /// renamed, by their new ones.
  package init(from old: Catalogue, to new: Catalogue, formerPaths: [String: String] = [:]) {
    var former: [DocumentID: TypedDocument] = [:]
    for document in old.documents { former[document.id] = document }
    var changes: [DocumentChange] = []
    var unpaired: [TypedDocument] = []
    for document in new.documents {
      if let old = former.removeValue(forKey: document.id) {
        if old.file != document.file { changes.append(DocumentChange(old: old, new: document)) }
      } else {
        unpaired.append(document)
      }
    }
    for document in unpaired {
      let id = formerPaths[document.file.path].flatMap(DocumentID.init(path:))
      let old = id.flatMap { former.removeValue(forKey: $0) }
      changes.append(DocumentChange(old: old, new: document))
    }
    let gone = old.documents.filter { former[$0.id] != nil }
    self.init(changes + gone.map { DocumentChange(old: $0, new: nil) }) { id in
      new.index(of: id).map { new.documents[$0].title }
    }
  }
}

/// Reads what is worth telling off documents before and after.
private struct ChangelogReading {
  /// What documents that were renamed at the same time are called now.
  let newNames: [DocumentID: DocumentID]
  let title: (DocumentID) -> String?

  func entries(of change: DocumentChange) -> [Changelog.Entry] {
    guard let new = change.new else { return change.old.map(entriesOfRemoved) ?? [] }
    let name = Changelog.Name(new.id, new.title)
    return changes(from: change.old, to: new).map { Changelog.Entry(document: name, change: $0) }
  }

  /// The catalogue's own sheet is no document of its lists.
  private func entriesOfRemoved(_ old: TypedDocument) -> [Changelog.Entry] {
    guard old.id.kind != .catalogue else { return [] }
    return [Changelog.Entry(document: Changelog.Name(old.id, old.title), change: .removed)]
  }

  private func changes(from old: TypedDocument?, to new: TypedDocument) -> [Changelog.Change] {
    guard let old else {
      guard new.id.kind != .catalogue else { return [] }
      let about = [LinkRole.theme, .testedCanvas].flatMap { links(of: new, as: $0) }
      return [.added(tagline: new.head.tagline?.plain, about: about)]
    }
    // What a document that cannot be read seems to lack, nobody took away.
    guard old.isParsed, new.isParsed else { return old.file == new.file ? [] : [.revised] }
    var changes = factChanges(from: old.facts, to: new.facts, of: (old, new))
    for role in LinkRole.allCases where role.isTold {
      let known = Set(links(of: old, as: role).map(\.id))
      let added = links(of: new, as: role).filter { !known.contains($0.id) }
      if !added.isEmpty { changes.append(.linked(role, added)) }
    }
    if old.title != new.title || old.id.slug != new.id.slug {
      changes.append(.renamed(from: Changelog.Name(old.id, old.title)))
    }
    return changes.isEmpty && saysSomethingElse(old, new) ? [.revised] : changes
  }

  private func factChanges(
    from old: Facts, to new: Facts, of documents: (old: TypedDocument, new: TypedDocument)
  ) -> [Changelog.Change] {
    guard case .canvas(let old) = old, case .canvas(let new) = new else { return [] }
    var changes: [Changelog.Change] = []
    if let from = old.status.value, let to = new.status.value, from != to {
      changes.append(.status(from: from, to: to))
    }
    let from = old.carriers.map { name($0, in: documents.old) }
    let to = new.carriers.map { name($0, in: documents.new) }
    if Set(from.map(key)) != Set(to.map(key)) { changes.append(.carriers(from: from, to: to)) }
    return changes
  }

  /// The documents that play a part in one, each once, in their order there.
  private func links(of document: TypedDocument, as role: LinkRole) -> [Changelog.Name] {
    var seen: Set<DocumentID> = []
    return document.links.compactMap { link in
      guard link.role == role, link.isNaming, let id = target(of: link.destination, in: document),
        role.kinds?.contains(id.kind) ?? true, seen.insert(id).inserted
      else { return nil }
      return Changelog.Name(id, title(id) ?? link.inline.plain)
    }
  }

  private func name(_ value: LinkedValue, in document: TypedDocument) -> Changelog.Name {
    let id = value.link.flatMap {
      target(of: String(decoding: $0.destination, as: UTF8.self), in: document)
    }
    return Changelog.Name(id, id.flatMap(title) ?? value.text.plain)
  }

  /// What tells one carrier from another.
  private func key(_ name: Changelog.Name) -> String {
    name.id.map { $0.kind.rawValue + "/" + $0.slug } ?? nameKey(name.title)
  }

  /// The document that a link leads to by its path, as it is called now.
  private func target(of destination: String, in document: TypedDocument) -> DocumentID? {
    let path = String(destination.prefix { $0 != "#" && $0 != "?" })
    guard !path.isEmpty,
      let id = resolvedPath(percentDecoded(path), from: document.file.path)
        .flatMap(DocumentID.init(path:))
    else { return nil }
    return newNames[id] ?? id
  }

  /// Whether a text has another meaning, links that follow renamed documents aside.
  private func saysSomethingElse(_ old: TypedDocument, _ new: TypedDocument) -> Bool {
    guard old.fingerprint != new.fingerprint else { return false }
    return newNames.isEmpty || words(of: old.document.blocks) != words(of: new.document.blocks)
  }

  private func words(of blocks: some Sequence<Block>) -> [String] {
    blocks.filter { !$0.isComment }.flatMap { block in
      [block.text.plain, String(decoding: block.literal, as: UTF8.self)]
        + words(of: block.children)
    }
  }
}

extension LinkRole {
  /// Whether a reader is told of a new link in which a document plays this part. Carriers are told
  /// of by themselves.
  fileprivate var isTold: Bool {
    switch self {
    case .theme, .inspiration, .diagnosis, .testedCanvas, .funder, .customer, .partner, .channel,
      .policyMaker:
      true
    case .carrier, .source, .contact, .flowEnd, .vote, .mention, .review: false
    }
  }
}

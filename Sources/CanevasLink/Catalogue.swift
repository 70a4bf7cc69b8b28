package import CanevasModel
package import CanevasSource
package import CanevasSyntax

/// All documents of a catalogue with every reference resolved, in both directions. A value: it
/// never changes once linked.
package struct Catalogue: Sendable {
  /// A document's place in `documents`.
  package typealias Index = Int

  /// The documents, by kind and slug.
  package let documents: [TypedDocument]
  /// Files that are no documents: in no known folder, or a second file of the same name.
  package let strays: [Stray]
  /// Where each document's links lead: one target a link, in the links' order.
  package let targets: [[Target]]
  /// What is wrong with each document's links.
  package let linkDefects: [[Defect]]
  /// Who links to each document, by kind and title of the one that links.
  package let backlinks: [[Backlink]]
  /// Every flow of every canvas with its ends resolved, by canvas, in the author's order.
  package let flows: [ResolvedFlow]
  /// The actors of each name and alias, by `nameKey`.
  package let actorsByName: [String: [Index]]
  /// The same names as they are written, for finding them in texts.
  package let actorNames: ActorNames
  /// Who claims each local resource, by `LocalResource.key`.
  package let localResources: [String: [LocalResource]]
  /// The themes, in the order in which the catalogue's sheet names them, then by title.
  package let themes: [Index]

  /// What the documents are called.
  package let names: DocumentNames

  private let indices: [DocumentID: Index]
  private let byKind: [Kind: [Index]]
  /// The places in `flows` of each canvas's own.
  private let flowsByCanvas: [Index: Range<Int>]
  /// The places in `flows` of those that an actor gives or receives.
  private let flowsByActor: [Index: [Int]]

  /// A file that stands in the catalogue's folders without being one of its documents.
  package struct Stray: Sendable {
    package let file: SourceFile
    package let defects: [Defect]

    package init(file: SourceFile, defects: [Defect]) {
      self.file = file
      self.defects = defects
    }
  }

  /// Where a link leads.
  package enum Target: Hashable, Sendable {
    /// A document, and the identifier of one of its headings.
    case document(Index, anchor: String?)
    /// Any other file of the catalogue, by its path from the root.
    case asset(String)
    /// Out of the catalogue: an address on the web, a mail address.
    case external
    /// Nowhere; a defect says why.
    case broken
  }

  /// A link seen from its target.
  package struct Backlink: Hashable, Sendable {
    package let source: Index
    package let role: LinkRole
  }

  /// Links documents. `strays` are files that could not become documents; `assets` the paths of
  /// all other files under the catalogue's folders.
  package init(_ documents: [TypedDocument], strays: [Stray] = [], assets: Set<String> = []) {
    let (unique, doubles) = parted(documents)
    self.documents = unique
    self.strays = (strays + doubles).sorted { $0.file.path < $1.file.path }
    indices = Dictionary(uniqueKeysWithValues: unique.enumerated().map { ($1.id, $0) })
    byKind = Dictionary(grouping: unique.indices) { unique[$0].id.kind }
    let names = DocumentNames(unique)
    self.names = names
    var resolver = LinkResolver(unique, names, assets: assets)
    var resolved: [(targets: [Target], defects: [Defect])] = []
    for index in unique.indices { resolved.append(resolver.resolve(linksOf: index)) }
    let targets = resolved.map(\.targets)
    self.targets = targets
    linkDefects = resolved.map(\.defects)
    backlinks = makeBacklinks(unique, targets)
    let actors = namesOfActors(unique)
    actorsByName = actors
    actorNames = ActorNames(unique)
    let flows = unique.indices.flatMap { resolveFlows(of: $0, unique, targets[$0], actors) }
    self.flows = flows
    (flowsByCanvas, flowsByActor) = placesOfFlows(flows)
    localResources = CanevasLink.localResources(of: unique)
    themes = orderedThemes(unique, targets)
  }

  package func index(of id: DocumentID) -> Index? { indices[id] }

  /// The documents of a kind, in the order of their slugs.
  package func documents(of kind: Kind) -> [Index] {
    byKind[kind] ?? []
  }

  /// The flows of a canvas, in the author's order.
  package func flows(of canvas: Index) -> ArraySlice<ResolvedFlow> {
    flows[flowsByCanvas[canvas] ?? 0..<0]
  }

  /// The customers and partners that a canvas names, in the author's order.
  package func parties(of canvas: Index) -> [CanvasParty] {
    PartyResolver(
      document: documents[canvas], targets: targets[canvas], actors: actorsByName
    ).parties
  }

  /// The flows that an actor gives or receives, by canvas.
  package func flows(with actor: Index) -> [ResolvedFlow] {
    (flowsByActor[actor] ?? []).map { flows[$0] }
  }

  /// The catalogue's own sheet.
  package var sheet: TypedDocument? {
    index(of: DocumentID(.catalogue, "catalogue")).map { documents[$0] }
  }

  /// Where a link of a document leads.
  package func target(of inline: Inline, in document: Index) -> Target {
    documents[document].link(for: inline).map { targets[document][$0] } ?? .broken
  }

  /// The document that a metadata value links to.
  package func document(_ value: LinkedValue, in document: Index) -> Index? {
    guard let link = value.link, case .document(let index, _) = target(of: link, in: document)
    else { return nil }
    return index
  }

  /// The documents of a kind that link to `index` in a role, each once, by title.
  package func linking(
    to index: Index, as role: LinkRole? = nil, kind: Kind
  ) -> [Index] {
    var seen: Set<Index> = []
    return backlinks[index].filter { backlink in
      documents[backlink.source].id.kind == kind && (role == nil || backlink.role == role)
        && seen.insert(backlink.source).inserted
    }.map(\.source)
  }
}

/// The documents by kind and slug; of two with the same name, the second is a stray.
private func parted(_ documents: [TypedDocument]) -> ([TypedDocument], [Catalogue.Stray]) {
  var unique: [TypedDocument] = []
  var doubles: [Catalogue.Stray] = []
  let sorted = documents.sorted { ($0.id, $0.file.path) < ($1.id, $1.file.path) }
  for document in sorted {
    if let last = unique.last, last.id == document.id {
      let first = Location(path: last.file.path, range: last.file.firstLine)
      doubles.append(
        Catalogue.Stray(
          file: document.file,
          defects: [Defect(.duplicateSlug, document.file.firstLine, others: [first])]))
    } else {
      unique.append(document)
    }
  }
  return (unique, doubles)
}

/// Where the flows of each canvas and actor stand in the list of all.
private func placesOfFlows(
  _ flows: [ResolvedFlow]
) -> (byCanvas: [Catalogue.Index: Range<Int>], byActor: [Catalogue.Index: [Int]]) {
  var byCanvas: [Catalogue.Index: Range<Int>] = [:]
  var byActor: [Catalogue.Index: [Int]] = [:]
  for (place, flow) in flows.enumerated() {
    let start = byCanvas[flow.canvas]?.lowerBound ?? place
    byCanvas[flow.canvas] = start..<place + 1
    for case .actor(let actor) in Set([flow.from, flow.to]) {
      byActor[actor, default: []].append(place)
    }
  }
  return (byCanvas, byActor)
}

private func makeBacklinks(
  _ documents: [TypedDocument], _ targets: [[Catalogue.Target]]
) -> [[Catalogue.Backlink]] {
  var lists = Array(repeating: [Catalogue.Backlink](), count: documents.count)
  for source in documents.indices {
    for (link, target) in zip(documents[source].links, targets[source]) {
      guard case .document(let index, _) = target, index != source else { continue }
      let backlink = Catalogue.Backlink(source: source, role: link.role)
      if lists[index].last != backlink { lists[index].append(backlink) }
    }
  }
  let keys = documents.map { sortKey($0.title) }
  return lists.map { list in
    list.sorted {
      (documents[$0.source].id.kind, keys[$0.source], $0.source)
        < (documents[$1.source].id.kind, keys[$1.source], $1.source)
    }
  }
}

private func namesOfActors(_ documents: [TypedDocument]) -> [String: [Catalogue.Index]] {
  var names: [String: [Catalogue.Index]] = [:]
  for index in documents.indices {
    guard case .actor(let facts) = documents[index].facts else { continue }
    for name in Set(([documents[index].title] + facts.aliases).map(nameKey)) {
      names[name, default: []].append(index)
    }
  }
  return names
}

private func orderedThemes(
  _ documents: [TypedDocument], _ targets: [[Catalogue.Target]]
) -> [Catalogue.Index] {
  var themes: [Catalogue.Index] = []
  for index in documents.indices where documents[index].id.kind == .catalogue {
    for case .document(let target, _) in targets[index]
    where documents[target].id.kind == .theme && !themes.contains(target) {
      themes.append(target)
    }
  }
  let others = documents.indices.filter {
    documents[$0].id.kind == .theme && !themes.contains($0)
  }
  return themes + others.sorted { sortKey(documents[$0].title) < sortKey(documents[$1].title) }
}

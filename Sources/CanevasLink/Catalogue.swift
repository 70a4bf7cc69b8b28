package import CanevasModel
package import CanevasSource
package import CanevasSyntax

/// All documents of a catalogue with every reference resolved, in both directions.
package struct Catalogue: Sendable {
  /// A document's place in `documents`.
  package typealias Index = Int

  /// The documents, by kind and slug.
  package internal(set) var documents: [TypedDocument]
  /// Files that are no documents: in no known folder, or a second file of the same name.
  package let strays: [Stray]
  /// Where each document's links lead: one target a link, in the links' order.
  package internal(set) var targets: [[Target]]
  /// What is wrong with each document's links.
  package internal(set) var linkDefects: [[Defect]]
  /// Who links to each document, by kind and title of the one that links; records of reviews are
  /// left out.
  package internal(set) var backlinks: [[Backlink]]
  /// The flows of each document with their ends resolved, in the author's order.
  var flowLists: [[ResolvedFlow]]
  /// The actors of each name and alias, by `nameKey`.
  package internal(set) var actorsByName: [String: [Index]]
  /// The same names as they are written, for finding them in texts.
  package internal(set) var actorNames: ActorNames
  /// Who claims each local resource, by `LocalResource.key`.
  package internal(set) var localResources: [String: [LocalResource]]
  /// The themes, in the order in which the catalogue's sheet names them, then by title.
  package internal(set) var themes: [Index]

  /// What the documents say that canvases were reviewed against.
  var fingerprints: [Index: DocumentFingerprint] = [:]

  /// What the documents are called.
  package internal(set) var names: DocumentNames

  let assets: Set<String>
  private let indices: [DocumentID: Index]
  private let byKind: [Kind: [Index]]
  /// The canvases with a flow that an actor gives or receives.
  var canvasesByActor: [Index: Set<Index>]

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
    self.assets = assets
    names = DocumentNames(unique)
    var resolver = LinkResolver(unique, names, assets: assets)
    let resolved = unique.indices.map { resolver.resolve(linksOf: $0) }
    let targets = resolved.map(\.targets)
    self.targets = targets
    linkDefects = resolved.map(\.defects)
    backlinks = makeBacklinks(unique, targets)
    let actors = namesOfActors(unique)
    actorsByName = actors
    actorNames = ActorNames(unique)
    flowLists = unique.indices.map { resolveFlows(of: $0, unique, targets[$0], actors) }
    canvasesByActor = CanevasLink.canvasesByActor(flowLists)
    localResources = CanevasLink.localResources(of: unique)
    themes = orderedThemes(unique, targets)
    for canvas in byKind[.canvas] ?? [] { takeFingerprints(recordedBy: canvas) }
  }

  package func index(of id: DocumentID) -> Index? { indices[id] }

  /// The documents of a kind, in the order of their slugs.
  package func documents(of kind: Kind) -> [Index] {
    byKind[kind] ?? []
  }

  /// Every flow of every canvas with its ends resolved, by canvas, in the author's order.
  package var flows: FlattenSequence<[[ResolvedFlow]]> { flowLists.joined() }

  /// The flows of a canvas, in the author's order.
  package func flows(of canvas: Index) -> [ResolvedFlow] { flowLists[canvas] }

  /// The customers and partners that a canvas names, in the author's order.
  package func parties(of canvas: Index) -> [CanvasParty] {
    PartyResolver(
      document: documents[canvas], targets: targets[canvas], actors: actorsByName
    ).parties
  }

  /// The flows that an actor gives or receives, by canvas.
  package func flows(with actor: Index) -> [ResolvedFlow] {
    (canvasesByActor[actor] ?? []).sorted().flatMap { canvas in
      flowLists[canvas].filter { $0.from == .actor(actor) || $0.to == .actor(actor) }
    }
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

/// The canvases with a flow that an actor gives or receives.
func canvasesByActor(
  _ flows: [[ResolvedFlow]]
) -> [Catalogue.Index: Set<Catalogue.Index>] {
  var canvases: [Catalogue.Index: Set<Catalogue.Index>] = [:]
  for list in flows {
    for flow in list {
      for case .actor(let actor) in [flow.from, flow.to] {
        canvases[actor, default: []].insert(flow.canvas)
      }
    }
  }
  return canvases
}

private func makeBacklinks(
  _ documents: [TypedDocument], _ targets: [[Catalogue.Target]]
) -> [[Catalogue.Backlink]] {
  var lists = Array(repeating: [Catalogue.Backlink](), count: documents.count)
  for source in documents.indices {
    addBacklinks(from: source, documents, targets[source], to: &lists)
  }
  let keys = documents.map { sortKey($0.title) }
  return lists.map { $0.sorted(documents) { keys[$0] } }
}

/// Tells the targets of one document's links of it. A document that is linked to twice on end in
/// one role is told once.
func addBacklinks(
  from source: Catalogue.Index, _ documents: [TypedDocument], _ targets: [Catalogue.Target],
  to lists: inout [[Catalogue.Backlink]]
) {
  for (link, target) in zip(documents[source].links, targets) {
    guard case .document(let index, _) = target, index != source, link.role != .review
    else { continue }
    let backlink = Catalogue.Backlink(source: source, role: link.role)
    if lists[index].last != backlink { lists[index].append(backlink) }
  }
}

extension [Catalogue.Backlink] {
  /// By kind and title of the one that links; `key` gives a document's title for sorting.
  func sorted(
    _ documents: [TypedDocument], _ key: (Catalogue.Index) -> String
  ) -> [Catalogue.Backlink] {
    sorted {
      (documents[$0.source].id.kind, key($0.source), $0.source)
        < (documents[$1.source].id.kind, key($1.source), $1.source)
    }
  }
}

/// The actors of each name and alias.
func namesOfActors(_ documents: [TypedDocument]) -> [String: [Catalogue.Index]] {
  var names: [String: [Catalogue.Index]] = [:]
  for index in documents.indices {
    guard case .actor(let facts) = documents[index].facts else { continue }
    for name in Set(([documents[index].title] + facts.aliases).map(nameKey)) {
      names[name, default: []].append(index)
    }
  }
  return names
}

/// The themes, those that the catalogue's sheet names first.
func orderedThemes(
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

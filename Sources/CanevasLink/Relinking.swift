package import CanevasModel
import CanevasSource
import CanevasSyntax

extension Catalogue {
  /// The place of the document of the same name and file.
  package func index(of document: TypedDocument) -> Index? {
    index(of: document.id).flatMap { documents[$0].file.path == document.file.path ? $0 : nil }
  }

  /// Puts another reading of the same file in a document's place. The catalogue then is what
  /// linking all documents anew would give; only what the two readings tell others differently is
  /// looked at again.
  package mutating func replace(_ index: Index, with document: TypedDocument) {
    let former = documents[index]
    precondition(former.id == document.id, "another document's reading")
    documents[index] = document
    if former.names != document.names { names = DocumentNames(documents) }
    let actorsChanged = former.actorNames != document.actorNames
    if actorsChanged {
      actorsByName = namesOfActors(documents)
      actorNames = ActorNames(documents)
    }
    var relinked = [index]
    if former.names != document.names || former.isParsed != document.isParsed
      || former.anchors.map(\.id) != document.anchors.map(\.id)
    {
      relinked += documents.indices.filter { other in
        other != index && (!linkDefects[other].isEmpty || isLinked(from: other, to: index))
      }
    }
    relink(relinked)
    let reflowed = actorsChanged ? Array(documents.indices) : relinked
    for canvas in reflowed { resolveFlows(of: canvas) }
    replaceResources(of: index, former)
    fingerprints[index] = nil
    for canvas in relinked + reviewers(of: index) { takeFingerprints(recordedBy: canvas) }
    if [.theme, .catalogue].contains(document.id.kind) {
      themes = orderedThemes(documents, targets)
    }
  }

  /// The documents that link to a document, and those that it links to.
  package func neighbours(of index: Index) -> [Index] {
    var seen: Set<Index> = [index]
    let linking = backlinks[index].map(\.source)
    return (linking + linkedDocuments(of: index)).filter { seen.insert($0).inserted }
  }

  private func isLinked(from other: Index, to index: Index) -> Bool {
    targets[other].contains {
      if case .document(index, _) = $0 { true } else { false }
    }
  }

  /// Resolves the links of some documents anew.
  private mutating func relink(_ changed: [Index]) {
    var resolver = LinkResolver(documents, names, assets: assets)
    var touched: Set<Index> = []
    for source in changed {
      let linked = linkedDocuments(of: source)
      for index in linked { backlinks[index].removeAll { $0.source == source } }
      (targets[source], linkDefects[source]) = resolver.resolve(linksOf: source)
      addBacklinks(from: source, documents, targets[source], to: &backlinks)
      touched.formUnion(linked + linkedDocuments(of: source))
    }
    var keys: [Index: String] = [:]
    for index in touched {
      for backlink in backlinks[index] where keys[backlink.source] == nil {
        keys[backlink.source] = sortKey(documents[backlink.source].title)
      }
      backlinks[index] = backlinks[index].sorted(documents) { keys[$0] ?? "" }
    }
  }

  /// The documents that a document links to.
  package func linkedDocuments(of source: Index) -> [Index] {
    var seen: Set<Index> = [source]
    return targets[source].compactMap { target in
      guard case .document(let index, _) = target, seen.insert(index).inserted else { return nil }
      return index
    }
  }

  private mutating func resolveFlows(of canvas: Index) {
    guard documents[canvas].id.kind == .canvas else { return }
    for actor in actors(of: flowLists[canvas]) { canvasesByActor[actor]?.remove(canvas) }
    flowLists[canvas] = CanevasLink.resolveFlows(
      of: canvas, documents, targets[canvas], actorsByName)
    for actor in actors(of: flowLists[canvas]) {
      canvasesByActor[actor, default: []].insert(canvas)
    }
  }

  private mutating func replaceResources(of index: Index, _ former: TypedDocument) {
    for key in former.localResources.map(\.key) {
      localResources[key]?.removeAll { $0.canvas == index }
    }
    for (key, item) in documents[index].localResources {
      let resource = LocalResource(canvas: index, item: item)
      let place = localResources[key, default: []].place { $0.canvas <= index }
      localResources[key, default: []].insert(resource, at: place)
    }
    for key in former.localResources.map(\.key) where localResources[key]?.isEmpty == true {
      localResources[key] = nil
    }
  }
}

/// The actors at the ends of flows.
private func actors(of flows: [ResolvedFlow]) -> Set<Catalogue.Index> {
  var actors: Set<Catalogue.Index> = []
  for flow in flows {
    for case .actor(let actor) in [flow.from, flow.to] { actors.insert(actor) }
  }
  return actors
}

extension TypedDocument {
  /// The title and former names, by which links may mean the document.
  fileprivate var names: [String] {
    [title] + (head.metadata.entry(.formerName)?.values ?? []).map(\.text.plain)
  }

  /// The names by which flows and texts mean the document; none unless it is an actor.
  fileprivate var actorNames: [String] {
    guard case .actor(let facts) = facts else { return [] }
    return [title] + facts.aliases
  }
}

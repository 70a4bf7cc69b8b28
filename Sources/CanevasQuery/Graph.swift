package import CanevasLink
import CanevasModel
import CanevasRender
import CanevasSource
import CanevasSyntax

/// Documents, and the groups that flows name, with what ties them. Nodes and edges are in an order
/// that depends on the catalogue alone.
package struct Graph: Sendable {
  struct Node: Sendable {
    /// As the command line names a document, `fiche/angel-me`; a group under `groupe/`.
    let id: String
    let label: String
    /// `nil` for a group without a document.
    let document: DocumentID?
  }

  enum Tie: Hashable, Sendable {
    /// The document that `to` is plays this part in the one that `from` is.
    case role(LinkRole)
    case flow(label: String, FlowNature?, isOptional: Bool, canvas: Catalogue.Index)
  }

  struct Edge: Hashable, Sendable {
    let from: Int
    let to: Int
    let tie: Tie
  }

  fileprivate(set) var nodes: [Node] = []
  fileprivate(set) var edges: [Edge] = []

  /// The part of the graph within `depth` steps of a node, edges taken in either direction.
  fileprivate func around(_ centre: Int, depth: Int) -> Graph {
    var neighbours = Array(repeating: [Int](), count: nodes.count)
    for edge in edges {
      neighbours[edge.from].append(edge.to)
      neighbours[edge.to].append(edge.from)
    }
    var reached: Set<Int> = [centre]
    var front = [centre]
    for _ in 0..<depth {
      front = front.flatMap { neighbours[$0] }.filter { reached.insert($0).inserted }
      if front.isEmpty { break }
    }
    return keeping(reached)
  }

  private func keeping(_ kept: Set<Int>) -> Graph {
    let order = nodes.indices.filter(kept.contains)
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    var graph = Graph()
    graph.nodes = order.map { nodes[$0] }
    graph.edges = edges.compactMap { edge in
      guard let from = places[edge.from], let to = places[edge.to] else { return nil }
      return Edge(from: from, to: to, tie: edge.tie)
    }
    return graph
  }
}

extension Query {
  /// What a graph is drawn of.
  package enum GraphSubject: Sendable {
    /// All documents but the catalogue's own sheet, with the parts that they play in each other.
    case links
    /// Actors, groups and canvases, with what flows between them.
    case flows
  }

  /// The whole graph, or what lies within `depth` steps of a document.
  package func graph(
    of subject: GraphSubject, around centre: (document: Catalogue.Index, depth: Int)? = nil
  ) -> Graph {
    var builder = GraphBuilder(query: self)
    if let centre { builder.add(centre.document) }
    switch subject {
    case .links: builder.addLinks()
    case .flows: builder.addFlows()
    }
    let graph = builder.sorted
    guard let centre,
      let place = graph.nodes.firstIndex(where: { $0.id == identifier(centre.document) })
    else { return graph }
    return graph.around(place, depth: centre.depth)
  }
}

private struct GraphBuilder {
  let query: Query
  private var graph = Graph()
  private var places: [String: Int] = [:]

  init(query: Query) {
    self.query = query
  }

  /// The graph with documents by kind and slug, then groups in the order of their first flows.
  var sorted: Graph {
    let order = graph.nodes.indices.sorted { a, b in
      switch (graph.nodes[a].document, graph.nodes[b].document) {
      case (let one?, let other?): one < other
      case (_?, nil): true
      case (nil, _?): false
      case (nil, nil): a < b
      }
    }
    var rank = Array(repeating: 0, count: order.count)
    for (place, node) in order.enumerated() { rank[node] = place }
    var result = Graph()
    result.nodes = order.map { graph.nodes[$0] }
    result.edges = graph.edges.map { Graph.Edge(from: rank[$0.from], to: rank[$0.to], tie: $0.tie) }
    return result
  }

  @discardableResult
  mutating func add(_ index: Catalogue.Index) -> Int {
    let document = query.catalogue.documents[index]
    return add(
      Graph.Node(id: query.identifier(index), label: document.title, document: document.id))
  }

  private mutating func add(_ node: Graph.Node) -> Int {
    if let place = places[node.id] { return place }
    places[node.id] = graph.nodes.count
    graph.nodes.append(node)
    return graph.nodes.count - 1
  }

  mutating func addLinks() {
    let catalogue = query.catalogue
    let shown = query.documents(of: nil).sorted()
    for index in shown { add(index) }
    let isShown = Set(shown)
    for index in shown {
      var roles: [Catalogue.Index: [LinkRole]] = [:]
      for (link, target) in zip(catalogue.documents[index].links, catalogue.targets[index]) {
        guard case .document(let other, _) = target, other != index, isShown.contains(other),
          link.role != .review
        else { continue }
        roles[other, default: []].append(link.role)
      }
      for (other, roles) in roles.sorted(by: { $0.key < $1.key }) {
        for role in roles.telling {
          graph.edges.append(Graph.Edge(from: add(index), to: add(other), tie: .role(role)))
        }
      }
    }
  }

  mutating func addFlows() {
    for flow in query.catalogue.flows where query.site.isPublished(flow.canvas) {
      guard let route = flow.flow.route.value else { continue }
      let from = add(flow.from, route.from, in: flow.canvas)
      let to = add(flow.to, route.to, in: flow.canvas)
      let tie = Graph.Tie.flow(
        label: route.label.plain, route.nature, isOptional: flow.flow.isOptional,
        canvas: flow.canvas)
      graph.edges.append(Graph.Edge(from: from, to: to, tie: tie))
    }
  }

  /// The node of a flow's end: a group is the same in whatever canvas it is named.
  private mutating func add(
    _ party: FlowParty, _ end: Flow.End, in canvas: Catalogue.Index
  ) -> Int {
    switch party {
    case .service: return add(canvas)
    case .actor(let actor) where query.site.isPublished(actor): return add(actor)
    case .actor, .group, .unknown:
      let name = query.site.name(of: party, end, in: canvas)
      return add(Graph.Node(id: "groupe/" + nameKey(name), label: name, document: nil))
    }
  }
}

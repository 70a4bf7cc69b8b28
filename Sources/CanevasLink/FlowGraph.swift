package import CanevasModel
import CanevasSource
import CanevasSyntax

/// A flow of a canvas with both ends resolved.
package struct ResolvedFlow: Sendable {
  package let canvas: Catalogue.Index
  package let flow: Flow
  package let from: FlowParty
  package let to: FlowParty
}

/// Who stands at the end of a flow.
package enum FlowParty: Hashable, Sendable {
  /// The service that the canvas describes.
  case service
  /// An actor with a document of its own.
  case actor(Catalogue.Index)
  /// A customer or partner without one, by the name of its item.
  case group(String)
  /// None of these: the name as written.
  case unknown(String)
}

/// One whom a canvas names among its customers or partners.
package struct CanvasParty: Sendable {
  package let party: FlowParty
  /// The section that names the party.
  package let section: SectionName
  package let item: Item
}

/// The flows of one document, their ends resolved against the names that its sections give.
func resolveFlows(
  of index: Catalogue.Index, _ documents: [TypedDocument], _ targets: [Catalogue.Target],
  _ actors: [String: [Catalogue.Index]]
) -> [ResolvedFlow] {
  let resolver = PartyResolver(document: documents[index], targets: targets, actors: actors)
  guard let list = resolver.flows else { return [] }
  var parties: [String: FlowParty] = [:]
  for named in resolver.parties {
    let key = nameKey(named.item.calledName)
    if parties[key] == nil { parties[key] = named.party }
  }
  for label in resolver.groupLabels {
    let key = nameKey(label)
    if parties[key] == nil { parties[key] = .group(label) }
  }
  let service = Set([nameKey(documents[index].title), nameKey("le service")])
  func party(_ end: Flow.End) -> FlowParty {
    if let target = end.link.flatMap(resolver.actor) { return .actor(target) }
    let name = end.plain
    let key = nameKey(name)
    if service.contains(key) { return .service }
    if let party = parties[key] { return party }
    if let actor = resolver.actor(named: key) { return .actor(actor) }
    return .unknown(name)
  }
  return list.compactMap { flow in
    guard let route = flow.route.value else { return nil }
    return ResolvedFlow(
      canvas: index, flow: flow, from: party(route.from), to: party(route.to))
  }
}

/// Finds out whom a canvas's names and links stand for.
struct PartyResolver {
  let document: TypedDocument
  let targets: [Catalogue.Target]
  let actors: [String: [Catalogue.Index]]

  /// The lines of the map; `nil` for a document without one.
  var flows: [Flow]? {
    guard case .flows(let list) = document.section(.systemMap)?.content else { return nil }
    return list.values
  }

  /// The customers and partners, in the author's order. One who is an actor by name alone is
  /// that actor if the map links to it.
  var parties: [CanvasParty] {
    let ends = (flows ?? []).compactMap(\.route.value).flatMap { [$0.from, $0.to] }
    let linked = Set(ends.compactMap(\.link).compactMap(actor))
    func party(_ item: Item) -> FlowParty {
      if let target = item.name?.link.flatMap(actor) { return .actor(target) }
      let name = item.calledName
      guard !linked.isEmpty, let actor = actor(named: nameKey(name)), linked.contains(actor)
      else { return .group(name) }
      return .actor(actor)
    }
    return Self.sections.flatMap { section in
      (document.section(section)?.items ?? []).map {
        CanvasParty(party: party($0), section: section, item: $0)
      }
    }
  }

  /// What opens the lists in which several customers or partners stand together.
  var groupLabels: [String] {
    Self.sections.flatMap { section -> [String] in
      guard case .items(let list) = document.section(section)?.content else { return [] }
      return list.parts.compactMap { part in
        guard case .items(let group?, _, _) = part else { return nil }
        return group.plain
      }
    }
  }

  /// The sections that say who the customers and partners are.
  private static let sections: [SectionName] = [
    .customers, .partners, .customerSegments, .keyPartners,
  ]

  func actor(_ link: Inline) -> Catalogue.Index? {
    guard let place = document.link(for: link), case .document(let target, _) = targets[place]
    else { return nil }
    return target
  }

  /// The one actor of a name.
  func actor(named key: String) -> Catalogue.Index? {
    guard let named = actors[key], named.count == 1 else { return nil }
    return named[0]
  }
}

extension Item {
  /// What flows call the item by.
  fileprivate var calledName: String { name?.plain ?? text.plain }
}

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

/// The flows of one document, their ends resolved against the names that its sections give.
func resolveFlows(
  of index: Catalogue.Index, _ documents: [TypedDocument], _ targets: [Catalogue.Target],
  _ actors: [String: [Catalogue.Index]]
) -> [ResolvedFlow] {
  let document = documents[index]
  guard case .flows(let list) = document.section(.systemMap)?.content else { return [] }
  func actor(_ link: Inline) -> Catalogue.Index? {
    guard let place = document.link(for: link), case .document(let target, _) = targets[place]
    else { return nil }
    return target
  }
  var parties: [String: FlowParty] = [:]
  for section in [SectionName.customers, .partners, .customerSegments, .keyPartners] {
    for item in document.section(section)?.items ?? [] {
      let name = item.name?.plain ?? item.text.plain
      let party = item.name?.link.flatMap(actor).map(FlowParty.actor) ?? .group(name)
      let key = nameKey(name)
      if parties[key] == nil { parties[key] = party }
    }
  }
  let service = Set([nameKey(document.title), nameKey("le service")])
  func party(_ end: Flow.End) -> FlowParty {
    if let target = end.link.flatMap(actor) { return .actor(target) }
    let name = end.plain
    let key = nameKey(name)
    if service.contains(key) { return .service }
    if let party = parties[key] { return party }
    if let named = actors[key], named.count == 1 { return .actor(named[0]) }
    return .unknown(name)
  }
  return list.values.compactMap { flow in
    guard let route = flow.route.value else { return nil }
    return ResolvedFlow(
      canvas: index, flow: flow, from: party(route.from), to: party(route.to))
  }
}

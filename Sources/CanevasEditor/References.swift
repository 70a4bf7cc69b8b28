import CanevasCheck
import CanevasLink
import CanevasModel
package import CanevasSource
import CanevasSyntax

extension EditorQuery {
  /// The places that use the thing at an offset, by file and place: the links to a document or to
  /// a heading, and for an actor also the flows and texts that name it. Everything else in a head
  /// stands for its document. `includingDeclaration` adds where the thing is written down.
  package func references(at offset: Int, includingDeclaration: Bool) -> [Location] {
    let place = place(offset)
    let subject = subject(at: place)
    switch subject?.thing {
    case .link(let number):
      guard case .document(let target, let anchor) = catalogue.targets[index][number] else {
        return []
      }
      return references(to: target, anchor: anchor, includingDeclaration)
    case .party(.actor(let actor), _), .mention(let actor, _):
      return references(to: actor, anchor: nil, includingDeclaration)
    case .party(.group(let name), _):
      let ends = ends(named: name).map { Location(path: file.path, range: $0) }
      let items = items(named: name).map {
        Location(path: file.path, range: $0.name?.text.range ?? $0.text.range)
      }
      return includingDeclaration ? (items + ends).inOrder : ends.inOrder
    case .heading(let heading):
      return references(to: index, anchor: document.anchor(of: heading), includingDeclaration)
    case .topic(let topic) where topic.section != nil:
      let heading = document.anchors.first { $0.heading.range.touches(place) }
      return references(to: index, anchor: heading?.id, includingDeclaration)
    case .title, .alias, .party(.service, _):
      return references(to: index, anchor: nil, includingDeclaration)
    case .topic, .word, .party(.unknown, _), .mechanism, .nature, .amount, .rule, nil:
      let isInHead = place < document.sections.first?.heading.range.lowerBound ?? .max
      return isInHead ? references(to: index, anchor: nil, includingDeclaration) : []
    }
  }

  private func references(
    to target: Catalogue.Index, anchor: String?, _ includingDeclaration: Bool
  ) -> [Location] {
    let document = catalogue.documents[target]
    var found = catalogue.links(to: target, anchor: anchor)
    if anchor == nil, document.id.kind == .actor {
      found += catalogue.namedEnds(of: target) + catalogue.mentions(of: target)
    }
    if includingDeclaration {
      let range = anchor.flatMap(document.heading)?.text.range ?? document.titleRange
      found.append(Location(path: document.file.path, range: range))
    }
    return found.inOrder
  }

  /// Where flows of this canvas name a customer or partner.
  func ends(named name: String) -> [ByteRange] {
    let key = nameKey(name)
    return catalogue.flows(of: index).flatMap { resolved in
      [
        (resolved.flow.route.value?.from, resolved.from),
        (resolved.flow.route.value?.to, resolved.to),
      ]
      .compactMap { end, party -> ByteRange? in
        guard let end, case .group(let group) = party, nameKey(group) == key else { return nil }
        return end.text.range
      }
    }
  }
}

extension Catalogue {
  /// The documents that have a link to `target`, records of reviews and itself among them.
  func sources(linkingTo target: Index) -> [Index] {
    Set(backlinks[target].map(\.source) + reviewers(of: target) + [target]).sorted()
  }

  /// The links to a document or, with `anchor`, to one of its headings; records of reviews say
  /// nothing of it.
  func links(to target: Index, anchor: String? = nil) -> [Location] {
    sources(linkingTo: target).flatMap { source in
      zip(documents[source].links, targets[source]).compactMap { link, leadsTo -> Location? in
        guard case .document(target, let wanted) = leadsTo, anchor == nil || wanted == anchor,
          link.role != .review
        else { return nil }
        return Location(path: documents[source].file.path, range: link.range)
      }
    }
  }

  /// Where flows name an actor without a link.
  func namedEnds(of actor: Index) -> [Location] {
    flows(with: actor).flatMap { resolved -> [Location] in
      guard let route = resolved.flow.route.value else { return [] }
      let ends = [(route.from, resolved.from), (route.to, resolved.to)]
      return ends.filter { $0.link == nil && $1 == .actor(actor) }.map { end, _ in
        Location(path: documents[resolved.canvas].file.path, range: end.text.range)
      }
    }
  }

  /// Where the texts of other documents name an actor without a link.
  func mentions(of actor: Index) -> [Location] {
    documents.indices.filter { $0 != actor }.flatMap { source -> [Location] in
      let document = documents[source]
      return actorNames.mentions(in: document.file.bytes[...]).compactMap { mention in
        guard mention.actor == actor, document.isText(ByteRange(mention.range)) else { return nil }
        return Location(path: document.file.path, range: ByteRange(mention.range))
      }
    }
  }
}

extension [Location] {
  /// The locations by file and place, without those that lie in another.
  var inOrder: [Location] {
    let sorted = sorted {
      ($0.path, $0.range.lowerBound, $1.range.upperBound)
        < ($1.path, $1.range.lowerBound, $0.range.upperBound)
    }
    var kept: [Location] = []
    for location in sorted {
      if let last = kept.last, last.path == location.path, last.range.contains(location.range) {
        continue
      }
      kept.append(location)
    }
    return kept
  }
}

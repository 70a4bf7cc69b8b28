package import CanevasLink
package import CanevasModel
import CanevasSource
import CanevasSyntax

extension DocumentData {
  /// A section by its shape.
  func section(_ section: Section, _ writer: inout JSONWriter) {
    writer.member("name", ifAny: section.name?.heading)
    if section.name == nil { writer.member("heading", section.heading.text.plain) }
    writer.member("anchor", ifAny: document.anchor(of: section.heading))
    writer.member("shape", section.content.shape)
    switch section.content {
    case .challenge(let challenge):
      writer.member("opening", listOf: challenge.opening) { writer, sentence in
        writer.object { writer in
          switch sentence {
          case .question(let text): writer.member("question", text.plain)
          case .statement(let text): writer.member("statement", text.plain)
          }
        }
      }
      member("solution", challenge.solution, &writer)
    case .prose(let blocks): member("prose", blocks, &writer)
    case .items(let list): items(list, \.self, &writer)
    case .propositions(let list):
      items(list, \.item, &writer) { $1.member("beneficiary", ifAny: $0.beneficiary?.text) }
    case .revenue(let list):
      items(list, \.item, &writer) { stream, writer in
        writer.member("mechanism", ifAny: stream.mechanism)
        writer.member("beneficiary", ifAny: stream.beneficiary?.text)
        writer.member("amounts", listOf: stream.amounts, in: document.file)
      }
    case .indicators(let list): items(list, \.item, &writer, indicator)
    case .flows(let list): flows(list, &writer)
    case .offering(let offering):
      writer.member("core", ifAny: offering.core)
      writer.member("mainValue", ifAny: offering.mainValue)
      writer.member("identity", ifAny: offering.identity)
      items(offering.further, \.self, &writer)
    case .forces(let parts):
      items(parts, \.item, isKnown: { $0.side != nil }, &writer) { force, writer in
        writer.member("side", ifAny: force.side)
        writer.member("nature", ifAny: force.nature)
      }
    case .evaluation(let parts):
      items(parts, \.item, isKnown: { $0.side != nil }, &writer) { effect, writer in
        writer.member("side", ifAny: effect.side)
        writer.member("sign", ifAny: effect.sign)
      }
    case .steps(let list): steps(list, &writer)
    case .votes(let list):
      items(list, \.item, &writer) { vote, writer in
        if let count = vote.count { writer.member("count", count) }
      }
    }
  }

  private func indicator(_ indicator: Indicator, _ writer: inout JSONWriter) {
    switch indicator.measure {
    case .count: writer.member("measure", "count")
    case .unit(let unit, let period):
      writer.member("measure", "unit")
      writer.member("unit", unit.rawValue)
      if let period { writer.member("per", period.rawValue) }
    case nil: break
    }
    writer.member("amounts", listOf: indicator.amounts, in: document.file)
  }

  /// The lines that are flows, then what else the section says.
  private func flows(_ list: ItemList<Flow>, _ writer: inout JSONWriter) {
    var flows: [(group: String?, flow: ResolvedFlow)] = []
    var others: [(group: String?, item: Item)] = []
    var rest = catalogue.flows(of: index)
    for entry in list.entries {
      if let next = rest.first, next.flow.item.range == entry.value.item.range {
        flows.append((entry.group, next))
        rest.removeFirst()
      } else {
        others.append((entry.group, entry.value.item))
      }
    }
    writer.member("flows", listOf: flows) { writer, entry in
      writer.object { self.flow(entry.flow, group: entry.group, &$0) }
    }
    writer.member("items", listOf: others) { writer, entry in
      writer.object { members(of: entry.item, group: entry.group, &$0) }
    }
    member("prose", list.prose, &writer)
  }

  private func flow(_ flow: ResolvedFlow, group: String?, _ writer: inout JSONWriter) {
    let route = flow.flow.route.value
    writer.member("group", ifAny: group)
    writer.member("from") { party(flow.from, route?.from, &$0) }
    writer.member("to") { party(flow.to, route?.to, &$0) }
    writer.member("label", ifAny: route?.label)
    writer.member("nature", ifAny: route?.nature)
    writer.member("isOptional", ifSet: flow.flow.isOptional)
    writer.member("details", ifAny: plainText(flow.flow.item.details))
  }

  private func party(_ party: FlowParty, _ end: Flow.End?, _ writer: inout JSONWriter) {
    let name = site.name(of: party, end, in: index)
    writer.object { writer in
      switch party {
      case .service: writer.member("party", "service")
      case .actor(let actor) where site.isPublished(actor):
        let id = catalogue.documents[actor].id
        writer.member("party", "document")
        writer.member("kind", id.kind.rawValue)
        writer.member("slug", id.slug)
      case .group, .actor: writer.member("party", "group")
      case .unknown: writer.member("party", "unknown")
      }
      writer.member("name", ifAny: name)
    }
  }

  private func steps(_ list: ItemList<Step>, _ writer: inout JSONWriter) {
    writer.member("items", listOf: list.entries) { writer, entry in
      let step = entry.value
      writer.object { writer in
        writer.member("group", ifAny: entry.group)
        writer.member("name", ifAny: step.name)
        writer.member("duration", ifAny: step.duration?.value)
        writer.member("text", ifAny: step.text)
        writer.member("details", ifAny: plainText(step.item.details))
      }
    }
    member("prose", list.prose, &writer)
  }
}

extension Site {
  /// What the end of a canvas's flow is called: the title of its page, or, where it has none, what
  /// the canvas calls it.
  package func name(of party: FlowParty, _ end: Flow.End?, in canvas: Catalogue.Index) -> String {
    switch party {
    case .service: catalogue.documents[canvas].title
    case .actor(let actor) where isPublished(actor): catalogue.documents[actor].title
    case .actor: end?.plain ?? ""
    case .group(let name), .unknown(let name): name
    }
  }
}

extension SectionContent {
  /// The shape's name: what tells the kinds of sections from each other.
  fileprivate var shape: String {
    switch self {
    case .challenge: "challenge"
    case .items: "items"
    case .propositions: "propositions"
    case .revenue: "revenue"
    case .indicators: "indicators"
    case .flows: "flows"
    case .offering: "offering"
    case .forces: "forces"
    case .evaluation: "evaluation"
    case .steps: "steps"
    case .votes: "votes"
    case .prose: "prose"
    }
  }
}

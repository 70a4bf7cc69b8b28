import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

/// Who gives what to whom on a canvas's SYSTEM MAP: what the rules on maps look at, read once a
/// document.
///
/// There is none where the map cannot be judged yet: a flow or heading that cannot be read, or a
/// missing list of customers, has its own finding.
struct MapReading: Sendable {
  let section: Section
  let flows: [ResolvedFlow]
  /// All customers and partners, those without a name in bold or a link included.
  let parties: [CanvasParty]
  private let given: [FlowParty: [Int]]
  private let received: [FlowParty: [Int]]
  private let streams: [RevenueStream]
  /// The service, and the actors who carry it.
  private let runners: Set<FlowParty>

  init?(_ index: Catalogue.Index, of catalogue: Catalogue) {
    let document = catalogue.documents[index]
    let flows = catalogue.flows(of: index)
    guard document.id.kind == .canvas, !flows.isEmpty, document.head.title.value != nil,
      let section = document.section(.systemMap),
      !document.defects.contains(where: { $0.hidesParts(of: document) })
    else { return nil }
    self.section = section
    self.flows = flows
    let parties = catalogue.parties(of: index).filter { catalogue.isActorOrGroup($0.party) }
    self.parties = parties
    given = Dictionary(grouping: flows.indices) { parties.meant(by: flows[$0].from) }
    received = Dictionary(grouping: flows.indices) { parties.meant(by: flows[$0].to) }
    streams = document.revenueStreams
    let carriers = zip(document.links, catalogue.targets[index]).compactMap { link, target in
      if link.role == .carrier, case .document(let actor, _) = target { actor } else { nil }
    }
    runners = Set([.service] + carriers.map(FlowParty.actor))
  }

  /// The customers with a name in bold or a link, each once.
  var customers: [NamedParty] { named(in: .customers) }

  /// The partners with a name in bold or a link, each once, save those who are customers too.
  var partners: [NamedParty] {
    let customers = Set(parties.filter { $0.section == .customers }.map(\.party))
    return named(in: .partners).filter { !customers.contains($0.party) }
  }

  private func named(in section: SectionName) -> [NamedParty] {
    var seen: Set<FlowParty> = []
    return parties.compactMap { party in
      guard party.section == section, let name = party.item.name, seen.insert(party.party).inserted
      else { return nil }
      return NamedParty(party: party.party, name: name)
    }
  }

  func given(by party: FlowParty) -> [ResolvedFlow] { (given[party] ?? []).map { flows[$0] } }

  func received(by party: FlowParty) -> [ResolvedFlow] { (received[party] ?? []).map { flows[$0] } }

  /// Whether no money reaches the service, its carrier or a partner who supplies it, though some
  /// is meant to.
  var isUnpaid: Bool {
    let clients = Set(parties.filter { $0.section == .customers }.map(\.party))
    let partners = Set(parties.filter { $0.section == .partners }.map(\.party))
    let suppliers = Set(received(by: .service).map(\.from))
      .subtracting(clients.subtracting(partners))
    let isPaid = runners.union(suppliers).contains {
      received(by: $0).contains(where: \.carriesMoney)
    }
    let revenue = streams.filter { $0.mechanism != .charge }
    let needsNone = !revenue.isEmpty && revenue.allSatisfy { $0.mechanism?.needsNoMoney ?? false }
    return !isPaid && !needsNone
  }

  /// Whether money leaves the service or its carrier.
  var isPaying: Bool {
    runners.contains { given(by: $0).contains(where: \.carriesMoney) }
  }

  /// Whether the offer is free for somebody.
  var isFree: Bool { streams.contains { $0.mechanism == .free } }

  /// What the customers pay for, in a flow's words: « abonnement ».
  var payment: String {
    let mechanisms = streams.compactMap(\.mechanism)
    let paid = mechanisms.first { $0 != .charge && !$0.needsNoMoney }
    return paid?.rawValue.lowercased() ?? "paiement"
  }

  /// The end of the map, where another flow is written.
  func adding(_ line: String, _ safety: Fix.Safety) -> Fix {
    Fix(
      Bilingual("ajouter le flux", "add the flow"), safety,
      [TextEdit(ByteRange(at: section.range.upperBound), "\n" + line)])
  }

  /// The words SYSTEM MAP, which findings on what the map lacks mark.
  var headingRange: ByteRange { section.heading.text.range }
}

extension [CanvasParty] {
  /// The names by which flows can call the service and those whom the canvas names.
  var names: [(name: String, party: FlowParty)] {
    [("le service", .service)]
      + compactMap { party in party.item.name.map { ($0.plain, party.party) } }
  }

  /// Whom an end stands for: a misspelt name, which has its own finding, for whoever it is near.
  fileprivate func meant(by end: FlowParty) -> FlowParty {
    guard case .unknown(let written) = end else { return end }
    let names = names
    let near = nearest(to: written, among: names.map(\.name), limit: 1).first
    return names.first { $0.name == near }?.party ?? end
  }
}

/// A customer or partner whom other sections can call by a name.
struct NamedParty: Sendable {
  let party: FlowParty
  let name: ItemName

  var plain: String { name.plain }
}

extension ResolvedFlow {
  /// Whether the flow brings money; one whose nature is not told may.
  var carriesMoney: Bool { isOf(.economic) }

  /// Whether the flow is of a nature, or of none that is told.
  func isOf(_ nature: FlowNature) -> Bool {
    let own = flow.route.value?.nature
    return own == nature || own == nil
  }
}

extension Catalogue {
  /// Whether a party is what may stand in a map; a link of the wrong kind has its own finding.
  fileprivate func isActorOrGroup(_ party: FlowParty) -> Bool {
    guard case .actor(let index) = party else { return true }
    return documents[index].id.kind == .actor
  }
}

extension Mechanism {
  /// Whether the mechanism works without a flow of money.
  var needsNoMoney: Bool {
    switch self {
    case .saving, .exchange, .free: true
    case .subscription, .sale, .commission, .rental, .service, .entryFee, .usageFee,
      .contribution, .publicFunding, .gainSharing, .tax, .charge:
      false
    }
  }
}

extension RuleContext {
  /// The end of a flow as an author types it: a link for an actor, else the name.
  func typed(_ party: NamedParty) -> String {
    guard case .actor(let actor) = party.party else { return party.plain }
    let path = relativePath(to: catalogue.documents[actor].file.path, from: file.path)
    return "[\(party.plain)](\(path))"
  }
}

extension Defect {
  /// Whether a part of the document that its map stands on could not be read.
  fileprivate func hidesParts(of document: TypedDocument) -> Bool {
    let parts: [SectionName] = [.customers, .partners, .revenue, .systemMap]
    switch kind {
    case .unknownHeading, .headingAtWrongLevel, .headingWithoutSpace, .duplicateHeading,
      .malformedFlow:
      return true
    case .missingSection(let name, _), .emptySection(let name, _),
      .proseWhereItemsAreUsual(let name):
      return parts.contains { $0.heading == name }
    case .typedBullet:
      let section = document.section(at: range.lowerBound)?.name
      return section.map(parts.contains) ?? false
    default: return false
    }
  }
}

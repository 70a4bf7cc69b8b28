import CanevasLink
import CanevasModel
import CanevasSource
import CanevasTemplate

extension Site {
  /// Whether there is anything to show on the territory map.
  var hasTerritory: Bool { catalogue.flows.contains { isPublished($0.canvas) } }

  /// The territory map: actors and flows of all canvases merged.
  func territoryPage(at address: String) -> PageContent {
    let flows = catalogue.flows.filter { isPublished($0.canvas) }
    let territory = Territory(self, flows, address: address)
    let title = PictureName(
      id: "territoire", title: strings["territory"], description: strings["territory.text"])
    let picture = territory.map.picture(title, legend: flowWords)
    let rows = flows.map { flow -> TemplateValue in
      let view = DocumentView(site: self, index: flow.canvas, address: address)
      return ["canvas": link(flow.canvas, from: address), "flow": view.flowRow(flow)]
    }
    return page(
      "territory",
      [
        ("title", .html(typeset(strings["territory"]))),
        ("lead", .html(typeset(strings["territory.lead"]))),
        ("summary", .html(typeset(territory.summary))),
        ("picture", .html(picture.svg)), ("flows", .list(rows)),
      ], at: address)
  }
}

/// The flows of all canvases merged into one map: an actor is the same wherever it is named.
private struct Territory {
  static let mostActors = 60
  static let mostCanvases = 40

  private enum Key: Hashable {
    case actor(Catalogue.Index)
    case name(String)
  }

  let map: TerritoryMap
  let summary: String

  init(_ site: Site, _ flows: [ResolvedFlow], address: String) {
    func key(_ party: FlowParty) -> Key? {
      switch party {
      case .service: nil
      case .actor(let index): .actor(index)
      case .group(let name), .unknown(let name): .name(nameKey(name))
      }
    }
    var seen: [Key: (name: String, href: String?, flows: Int)] = [:]
    var order: [Key] = []
    for flow in flows {
      let view = DocumentView(site: site, index: flow.canvas, address: address)
      for party in Set([flow.from, flow.to]).count == 1 ? [flow.from] : [flow.from, flow.to] {
        guard let key = key(party) else { continue }
        if seen[key] == nil {
          order.append(key)
          seen[key] = (view.name(of: party), view.pageAddress(of: party), 0)
        }
        seen[key]?.flows += 1
      }
    }
    let ranks = order.enumerated().sorted {
      (-(seen[$0.element]?.flows ?? 0), $0.offset) < (-(seen[$1.element]?.flows ?? 0), $1.offset)
    }
    let drawn = ranks.prefix(Self.mostActors).map(\.element)
    let places = Dictionary(uniqueKeysWithValues: drawn.enumerated().map { ($1, $0) })
    func place(_ party: FlowParty) -> Int? { key(party).flatMap { places[$0] } }

    let (groups, seats) = Self.groups(site, flows, address: address) {
      place($0.from) != nil || place($0.to) != nil
    }
    var ties = OrderedSet<TerritoryMap.Tie>()
    var exchanges = OrderedSet<TerritoryMap.Exchange>()
    for flow in flows {
      let nature = flow.flow.route.value?.nature
      let (from, to) = (place(flow.from), place(flow.to))
      if let from, let to {
        exchanges.insert(.init(from: from, to: to, nature: nature))
      } else if let actor = from ?? to, flow.from == .service || flow.to == .service,
        let seat = seats[flow.canvas]
      {
        ties.insert(.init(actor: actor, group: seat.group, canvas: seat.place, nature: nature))
      }
    }
    map = TerritoryMap(
      actors: drawn.compactMap { seen[$0] }.map { .init($0.name, href: $0.href, flows: $0.flows) },
      groups: groups, ties: ties.elements, exchanges: exchanges.elements)
    summary = [
      site.strings.count(order.count, "territory.actors"),
      site.strings.count(flows.count, "territory.flows"),
      site.strings.count(Set(flows.map(\.canvas)).count, "canvases"),
    ].joined(separator: " · ")
  }

  /// The canvases with most flows that the map shows, by theme and title, and where each stands.
  private static func groups(
    _ site: Site, _ flows: [ResolvedFlow], address: String, where isShown: (ResolvedFlow) -> Bool
  ) -> (
    groups: [TerritoryMap.Group], seats: [Catalogue.Index: (group: Int, place: Int)]
  ) {
    var counts: [Catalogue.Index: Int] = [:]
    for flow in flows where isShown(flow) { counts[flow.canvas, default: 0] += 1 }
    let most = counts.keys.sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }
    var rest = Set(most.prefix(mostCanvases))
    var groups: [TerritoryMap.Group] = []
    var seats: [Catalogue.Index: (group: Int, place: Int)] = [:]
    func add(_ canvases: [Catalogue.Index], _ name: String, _ colour: String) {
      guard !canvases.isEmpty else { return }
      for (place, canvas) in canvases.enumerated() { seats[canvas] = (groups.count, place) }
      rest.subtract(canvases)
      let nodes = canvases.map { canvas in
        let document = site.catalogue.documents[canvas]
        return TerritoryMap.Node(
          document.title, href: href(to: document.id.address, from: address),
          flows: counts[canvas] ?? 0)
      }
      groups.append(.init(name, colour: colour, canvases: nodes))
    }
    for theme in site.published(.theme) {
      let members = site.canvases(of: theme).filter(rest.contains)
      add(members, site.catalogue.documents[theme].title, site.colourClass(of: theme))
    }
    add(site.byTitle(Array(rest)), site.strings["territory.noTheme"], "lines")
    return (groups, seats)
  }
}

/// Elements without doubles, in the order in which they came.
private struct OrderedSet<Element: Hashable> {
  private(set) var elements: [Element] = []
  private var known: Set<Element> = []

  mutating func insert(_ element: Element) {
    if known.insert(element).inserted { elements.append(element) }
  }
}

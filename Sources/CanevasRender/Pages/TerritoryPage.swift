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
        ("picture", Self.view(picture)), ("flows", .list(rows)),
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

  /// The canvases by theme and title, and where each stands. Where they are too many to be read,
  /// each theme's stand together.
  private static func groups(
    _ site: Site, _ flows: [ResolvedFlow], address: String, where isShown: (ResolvedFlow) -> Bool
  ) -> (
    groups: [TerritoryMap.Group], seats: [Catalogue.Index: (group: Int, place: Int)]
  ) {
    var counts: [Catalogue.Index: Int] = [:]
    for flow in flows where isShown(flow) { counts[flow.canvas, default: 0] += 1 }
    var rest = Set(counts.keys)
    let isCrowded = rest.count > mostCanvases
    var groups: [TerritoryMap.Group] = []
    var seats: [Catalogue.Index: (group: Int, place: Int)] = [:]
    func node(_ index: Catalogue.Index, _ name: String, _ flows: Int) -> TerritoryMap.Node {
      let page = site.catalogue.documents[index].id.address
      return .init(name, href: href(to: page, from: address), flows: flows)
    }
    func add(_ members: [Catalogue.Index], of theme: Catalogue.Index?) {
      guard !members.isEmpty else { return }
      for (place, canvas) in members.enumerated() {
        seats[canvas] = (groups.count, isCrowded ? 0 : place)
      }
      rest.subtract(members)
      let flows = members.map { counts[$0] ?? 0 }
      let documents = site.catalogue.documents
      var nodes = zip(members, flows).map { node($0, documents[$0].title, $1) }
      if isCrowded {
        let words = site.strings.count(members.count, "canvases")
        let total = flows.reduce(0, +)
        nodes = [theme.map { node($0, words, total) } ?? .init(words, flows: total)]
      }
      groups.append(
        .init(
          theme.map { documents[$0].title } ?? site.strings["territory.noTheme"],
          colour: theme.map(site.colourClass) ?? "", canvases: nodes))
    }
    for theme in site.published(.theme) {
      add(site.canvases(of: theme).filter(rest.contains), of: theme)
    }
    add(site.byTitle(Array(rest)), of: nil)
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

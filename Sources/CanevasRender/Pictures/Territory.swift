import CanevasLink
import CanevasModel
import CanevasSource

/// The flows of all canvases merged: an actor is the same wherever it is named.
struct Territory {
  /// The map draws no more actors than can be read, those with most flows.
  private static let mostActors = 60
  /// Where there are more canvases, those of a theme stand together.
  private static let mostCanvases = 40
  /// With how many themes an actor is tied then, those with which it has most flows.
  private static let mostThemes = 2

  private let site: Site
  private let flows: [ResolvedFlow]
  private let address: String
  private let actors: [Actor]
  private let canvases: Set<Catalogue.Index>

  private enum Key: Hashable {
    case actor(Catalogue.Index)
    case name(String)
  }

  private struct Actor {
    let key: Key
    let name: String
    let href: String?
    var flows = 0
  }

  init(_ site: Site, _ flows: [ResolvedFlow], address: String) {
    self.site = site
    self.flows = flows
    self.address = address
    canvases = Set(flows.map(\.canvas))
    var actors: [Actor] = []
    var places: [Key: Int] = [:]
    for flow in flows {
      let view = DocumentView(site: site, index: flow.canvas, address: address)
      let route = flow.flow.route.value
      let ends = [(flow.from, route?.from), (flow.to, route?.to)]
      for (party, end) in flow.from == flow.to ? [ends[0]] : ends {
        guard let key = Self.key(party) else { continue }
        let place = places[key] ?? actors.count
        if place == actors.count {
          places[key] = place
          actors.append(
            Actor(
              key: key, name: site.name(of: party, end, in: flow.canvas),
              href: view.pageAddress(of: party)))
        }
        actors[place].flows += 1
      }
    }
    self.actors = actors.enumerated().sorted {
      (-$0.element.flows, $0.offset) < (-$1.element.flows, $1.offset)
    }.map(\.element)
  }

  private static func key(_ party: FlowParty) -> Key? {
    switch party {
    case .service: nil
    case .actor(let index): .actor(index)
    case .group(let name), .unknown(let name): .name(nameKey(name))
    }
  }

  /// How much there is, in words.
  var summary: String {
    [
      site.strings.count(actors.count, "territory.actors"),
      site.strings.count(flows.count, "territory.flows"),
      site.strings.count(canvases.count, "canvases"),
    ].joined(separator: " · ")
  }

  /// What the map draws.
  var map: TerritoryMap {
    let drawn = actors.prefix(Self.mostActors)
    let places = Dictionary(uniqueKeysWithValues: drawn.enumerated().map { ($1.key, $0) })
    func place(_ party: FlowParty) -> Int? { Self.key(party).flatMap { places[$0] } }

    let shown = flows.filter { place($0.from) != nil || place($0.to) != nil }
    let (groups, seats) = groups(of: shown)
    var ties: [TerritoryMap.Tie: Int] = [:]
    var exchanges: Set<TerritoryMap.Exchange> = []
    for flow in shown {
      let nature = flow.flow.route.value?.nature
      let (from, to) = (place(flow.from), place(flow.to))
      if let from, let to {
        exchanges.insert(.init(from: from, to: to, nature: nature))
      } else if let actor = from ?? to, [flow.from, flow.to].contains(.service),
        let seat = seats[flow.canvas]
      {
        let tie = TerritoryMap.Tie(
          actor: actor, group: seat.group, canvas: seat.place, nature: nature)
        ties[tie, default: 0] += 1
      }
    }
    return TerritoryMap(
      actors: drawn.map { .init($0.name, href: $0.href, flows: $0.flows) }, groups: groups,
      ties: isCrowded ? strongest(ties) : Array(ties.keys), exchanges: Array(exchanges))
  }

  /// Whether there are too many canvases to draw each.
  var isCrowded: Bool { canvases.count > Self.mostCanvases }

  /// The ties of each actor with the themes with which it has most flows.
  private func strongest(_ ties: [TerritoryMap.Tie: Int]) -> [TerritoryMap.Tie] {
    var sums: [Int: [Int: Int]] = [:]
    for (tie, flows) in ties { sums[tie.actor, default: [:]][tie.group, default: 0] += flows }
    let strongest = sums.mapValues { groups in
      groups.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.prefix(Self.mostThemes)
        .map(\.key)
    }
    return ties.keys.filter { strongest[$0.actor]?.contains($0.group) == true }
  }

  private typealias Seats = [Catalogue.Index: (group: Int, place: Int)]

  /// The canvases of flows by theme and title, and where each stands.
  private func groups(of shown: [ResolvedFlow]) -> (groups: [TerritoryMap.Group], seats: Seats) {
    var rest = Set(shown.map(\.canvas))
    var groups: [TerritoryMap.Group] = []
    var seats: Seats = [:]
    func add(_ canvases: [Catalogue.Index], of theme: Catalogue.Index?) {
      guard !canvases.isEmpty else { return }
      for (place, canvas) in canvases.enumerated() {
        seats[canvas] = (groups.count, isCrowded ? 0 : place)
      }
      rest.subtract(canvases)
      groups.append(group(canvases, of: theme))
    }
    for theme in site.published(.theme) {
      add(site.canvases(of: theme).filter(rest.contains), of: theme)
    }
    add(site.byTitle(Array(rest)), of: nil)
    return (groups, seats)
  }

  private func group(
    _ canvases: [Catalogue.Index], of theme: Catalogue.Index?
  ) -> TerritoryMap.Group {
    func title(_ index: Catalogue.Index) -> String { site.catalogue.documents[index].title }
    func page(_ index: Catalogue.Index) -> String {
      href(to: site.catalogue.documents[index].id.address, from: address)
    }
    let all = TerritoryMap.Node(
      site.strings.count(canvases.count, "canvases"), href: theme.map(page))
    return TerritoryMap.Group(
      theme.map(title) ?? site.strings["territory.noTheme"],
      colour: theme.map(site.colourClass) ?? "",
      canvases: isCrowded ? [all] : canvases.map { .init(title($0), href: page($0)) })
  }
}

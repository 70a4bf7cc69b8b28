package import CanevasLink
package import CanevasModel
import CanevasSource

/// A property that canvases share, by which their list is narrowed.
package enum Facet: Hashable, Sendable {
  case theme(Catalogue.Index)
  case status(Status)
  /// A mechanism of FLUX DE REVENUS.
  case revenue(Mechanism)
  /// An actor that the canvas links to in whatever role, or that its flows name.
  case actor(Catalogue.Index)

  /// What facets are facets of; the raw value names their folder and their key in an address.
  package enum Group: String, CaseIterable, Sendable {
    case theme, status = "statut", revenue = "revenu", actor = "acteur"
  }

  package var group: Group {
    switch self {
    case .theme: .theme
    case .status: .status
    case .revenue: .revenue
    case .actor: .actor
    }
  }
}

/// The published canvases by their facets and the facets by canvas, found in one walk.
package struct FacetIndex: Sendable {
  /// The canvases of each facet, by title.
  private var members: [Facet: [Catalogue.Index]] = [:]
  private var ofCanvas: [Catalogue.Index: [Facet]] = [:]
  /// The canvases without a theme, by title.
  package private(set) var withoutTheme: [Catalogue.Index] = []
  /// The facets of a group that canvases have: themes in the catalogue's order, statuses in that
  /// of an idea's life, mechanisms and actors by the number of their canvases.
  private var ofGroup: [Facet.Group: [Facet]] = [:]

  /// `themes`, `actors` and `canvases` are the published ones, in the order of their lists.
  init(
    _ catalogue: Catalogue, canvases: [Catalogue.Index], themes: [Catalogue.Index],
    actors: [Catalogue.Index]
  ) {
    let known = Set(themes + actors)
    for canvas in canvases {
      var seen: Set<Facet> = []
      let facets = Self.facets(of: canvas, in: catalogue).filter { facet in
        switch facet {
        case .theme(let document), .actor(let document):
          known.contains(document) && seen.insert(facet).inserted
        case .status, .revenue: seen.insert(facet).inserted
        }
      }
      ofCanvas[canvas] = facets
      if !facets.contains(where: { $0.group == .theme }) { withoutTheme.append(canvas) }
      for facet in facets { members[facet, default: []].append(canvas) }
    }
    let all: [Facet.Group: [Facet]] = [
      .theme: themes.map(Facet.theme), .status: Status.allCases.map(Facet.status),
      .revenue: byCount(Mechanism.allCases.map(Facet.revenue)),
      .actor: byCount(actors.map(Facet.actor)),
    ]
    ofGroup = all.mapValues { $0.filter { members[$0] != nil } }
  }

  package func canvases(with facet: Facet) -> [Catalogue.Index] { members[facet] ?? [] }
  package func facets(of canvas: Catalogue.Index) -> [Facet] { ofCanvas[canvas] ?? [] }
  package func facets(in group: Facet.Group) -> [Facet] { ofGroup[group] ?? [] }

  /// The facets, those with most canvases first.
  private func byCount(_ facets: [Facet]) -> [Facet] {
    facets.enumerated().sorted { a, b in
      let counts = (canvases(with: a.element).count, canvases(with: b.element).count)
      return counts.0 == counts.1 ? a.offset < b.offset : counts.0 > counts.1
    }.map(\.element)
  }

  /// What a canvas says of itself; a facet may come twice.
  private static func facets(of index: Catalogue.Index, in catalogue: Catalogue) -> [Facet] {
    let canvas = catalogue.documents[index]
    guard case .canvas(let facts) = canvas.facts else { return [] }
    var facets = facts.themes.compactMap { catalogue.document($0, in: index) }.map(Facet.theme)
    if let status = facts.status.value { facets.append(.status(status)) }
    for section in canvas.sections {
      guard case .revenue(let list) = section.content else { continue }
      facets += list.values.compactMap(\.mechanism).map(Facet.revenue)
    }
    for target in catalogue.mentionedDocuments(in: index)
    where catalogue.documents[target].id.kind == .actor {
      facets.append(.actor(target))
    }
    for flow in catalogue.flows(of: index) {
      for case .actor(let actor) in [flow.from, flow.to] { facets.append(.actor(actor)) }
    }
    return facets
  }
}

extension Site {
  /// What a facet is called in addresses: `angel-me`, `droit-d-entree`.
  func name(of facet: Facet) -> String {
    switch facet {
    case .theme(let index), .actor(let index): catalogue.documents[index].id.slug
    case .status(let status): slug(status.rawValue)
    case .revenue(let mechanism): slug(mechanism.rawValue)
    }
  }

  /// A facet as scripts and addresses name it: `statut=idee`.
  func key(of facet: Facet) -> String { facet.group.rawValue + "=" + name(of: facet) }

  /// A facet in words.
  package func words(_ facet: Facet) -> String {
    switch facet {
    case .theme(let index), .actor(let index): catalogue.documents[index].title
    case .status(let status): strings[status]
    case .revenue(let mechanism): strings[mechanism]
    }
  }
}

import CanevasLink
import CanevasModel
import CanevasSource
import CanevasTemplate

/// Documents that a list shows under one heading.
struct ListGroup {
  enum Heading {
    case none, theme(Catalogue.Index), noTheme
  }

  let heading: Heading
  let documents: [Catalogue.Index]
}

extension Site {
  /// The pages of a kind's list.
  func listPages(of kind: Kind) -> [Page] {
    guard !published(kind).isEmpty else { return [] }
    return (1...Paging.pages(of: length(groups(of: kind)))).map { .list(kind, page: $0) }
  }

  /// The list of a kind's documents. Canvases are shown by theme, guide pages by phase.
  func listPage(of kind: Kind, page number: Int, at address: String) -> PageContent {
    let groups = groups(of: kind)
    let pages = Paging.pages(of: length(groups))
    let count = published(kind).count
    let withFacets = kind == .canvas && facetsCombine
    var fields: [(String, TemplateValue)] = [
      ("title", title(strings["kinds." + kind.rawValue], page: number, of: pages)),
      ("lead", .html(typeset(strings.count(count, "count." + kind.rawValue)))),
      ("groups", .list(shown(groups, on: number, from: address, withFacets: withFacets))),
      ("pager", pager(number, of: pages, from: address) { .list(kind, page: $0) }),
      ("seeAlso", .list(seeAlso(kind, from: address))),
    ]
    if kind == .canvas {
      fields += facetPanel(chosen: nil, isWhole: number == 1, from: address)
    }
    return page("list", fields, at: address)
  }

  /// What a kind's list shows: a canvas stands under each of its themes.
  private func groups(of kind: Kind) -> [ListGroup] {
    switch kind {
    case .canvas: canvasesByTheme
    case .guidePage: [ListGroup(heading: .none, documents: byPhase(published(kind)))]
    default: [ListGroup(heading: .none, documents: published(kind))]
    }
  }

  /// The canvases under their themes, and at the end those that have none.
  var canvasesByTheme: [ListGroup] {
    let themes = published(.theme).map {
      ListGroup(heading: .theme($0), documents: canvases(of: $0))
    }
    let rest = facets.withoutTheme
    guard !rest.isEmpty else { return themes }
    return themes + [ListGroup(heading: themes.isEmpty ? .none : .noTheme, documents: rest)]
  }

  /// Whether a script can narrow the list of canvases: it must see the whole of it.
  var facetsCombine: Bool { Paging.pages(of: length(canvasesByTheme)) == 1 }

  private func length(_ groups: [ListGroup]) -> Int {
    groups.reduce(0) { $0 + $1.documents.count }
  }

  /// What a page shows of a list, `withFacets` with what a script needs to narrow it.
  func shown(
    _ groups: [ListGroup], on page: Int, from address: String, withFacets: Bool = false
  ) -> [TemplateValue] {
    let length = length(groups)
    let places = Paging.places(on: page, of: length)
    var start = 0
    return groups.compactMap { group in
      let own = start..<start + group.documents.count
      start = own.upperBound
      let here = own.clamped(to: places)
      // A theme without canvases stands where they would, the last page's end with it.
      let isHere =
        places.contains(own.lowerBound)
        || own.lowerBound == length && places.upperBound == length
      guard !here.isEmpty || own.isEmpty && isHere else { return nil }
      let documents = group.documents[(here.lowerBound - own.lowerBound)...].prefix(here.count)
      return [
        "heading": heading(group.heading, from: address),
        "isWithoutTheme": .bool({ if case .noTheme = group.heading { true } else { false } }()),
        "documents": .list(
          documents.map { index in
            guard withFacets else { return card(index, from: address) }
            let keys = facets.facets(of: index).map(key).joined(separator: " ")
            return card(index, from: address, [("facetKeys", .text(keys))])
          }),
      ]
    }
  }

  private func heading(_ heading: ListGroup.Heading, from address: String) -> TemplateValue {
    switch heading {
    case .theme(let theme): card(theme, from: address)
    case .none, .noTheme: .absent
    }
  }

  /// The pages that show a kind's documents in another way.
  private func seeAlso(_ kind: Kind, from address: String) -> [TemplateValue] {
    let shown: [Page] =
      switch kind {
      case .canvas: overviews
      case .theme, .diagnosis, .workshop, .experiment: overviews.filter { $0 == .coverage }
      case .guidePage: [.topics, .rules] + overviews.filter { $0 == .coverage }
      case .actor, .inspiringCase, .actionSheet, .source, .catalogue: []
      }
    return shown.map { page in
      let target = self.address(of: page)
      return [
        "href": .text(href(to: target, from: address)),
        "label": .html(typeset(strings["overview." + target.dropLast(".html".utf8.count)])),
      ]
    }
  }
}

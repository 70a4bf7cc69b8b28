import CanevasLink
import CanevasModel
import CanevasSource
import CanevasTemplate

// Every facet has a page of its own, so that a narrowed list has an address and needs no script.
// `facets.js` combines facets on the list of all canvases, where each card carries its facets.
// A list that is cut into pages carries none of them, and no script: a browser sees but one page
// of it. There the panel's links lead to the facets' pages, which are cut into pages themselves.

extension Site {
  /// How many actors the panel shows at once: those that most canvases name.
  private static let actorsShown = 12

  /// The pages of all facets.
  var facetPages: [Page] {
    Facet.Group.allCases.flatMap(facets.facets).flatMap { facet in
      let count = Paging.pages(of: facets.canvases(with: facet).count)
      return (1...count).map { Page.facet(facet, page: $0) }
    }
  }

  func address(of facet: Facet, page: Int) -> String {
    let name = "\(Kind.canvas.siteFolder)/\(facet.group.rawValue)/\(name(of: facet))"
    return page == 1 ? name + ".html" : "\(name)/\(page).html"
  }

  /// The list of the canvases that have a facet.
  func facetPage(_ facet: Facet, page number: Int, at address: String) -> PageContent {
    let canvases = facets.canvases(with: facet)
    let pages = Paging.pages(of: canvases.count)
    let name = strings.fill("facet.\(facet.group.rawValue).title", words(facet))
    var fields: [(String, TemplateValue)] = [
      ("title", title(name, page: number, of: pages)),
      ("kicker", .html(typeset(strings["kinds.canvas"]))),
      ("all", .text(href(to: self.address(of: .list(.canvas)), from: address))),
      ("lead", .html(typeset(strings.count(canvases.count, "canvases")))),
      (
        "groups",
        .list(
          shown([ListGroup(heading: .none, documents: canvases)], on: number, from: address))
      ),
      ("pager", pager(number, of: pages, from: address) { .facet(facet, page: $0) }),
    ]
    switch facet {
    case .theme(let theme):
      fields.append(("colour", .text(colourClass(of: theme))))
      fields.append(("about", about(theme, "themePage", from: address)))
    case .actor(let actor): fields.append(("about", about(actor, "actorPage", from: address)))
    case .status, .revenue: break
    }
    return page(
      "list", fields + facetPanel(chosen: facet, isWhole: false, from: address), at: address)
  }

  /// The way to the page of a theme or actor.
  private func about(
    _ index: Catalogue.Index, _ key: String, from address: String
  ) -> TemplateValue {
    [
      "href": .text(href(to: catalogue.documents[index].id.address, from: address)),
      "label": .html(typeset(strings[key])),
    ]
  }

  /// The panel of facets. Only a whole one names every actor: the others lead to it, so that a
  /// page does not grow with the catalogue.
  func facetPanel(
    chosen: Facet?, isWhole: Bool, from address: String
  ) -> [(String, TemplateValue)] {
    let list = self.address(of: .list(.canvas))
    let groups = Facet.Group.allCases.compactMap { group -> TemplateValue? in
      var shown = facets.facets(in: group)[...]
      guard !shown.isEmpty else { return nil }
      var rest: ArraySlice<Facet> = []
      if group == .actor, shown.count > Self.actorsShown {
        (shown, rest) = (shown.prefix(Self.actorsShown), shown.dropFirst(Self.actorsShown))
        if let chosen, !isWhole, chosen.group == group, !shown.contains(chosen) {
          shown.append(chosen)
        }
      }
      let more = strings.count(rest.count, "moreActors")
      return [
        "id": .text("facette-" + group.rawValue),
        "label": .html(typeset(strings["facet." + group.rawValue])),
        "links": .list(shown.map { facetLink($0, chosen: chosen, from: address) }),
        "rest": .list(isWhole ? rest.map { facetLink($0, chosen: chosen, from: address) } : []),
        "hasRest": .bool(isWhole && !rest.isEmpty),
        "hasMore": .bool(!isWhole && !rest.isEmpty), "more": .html(typeset(more)),
      ]
    }
    return [
      ("facets", .list(groups)), ("list", .text(href(to: list, from: address))),
      ("combines", .bool(facetsCombine)), ("isNarrowed", .bool(chosen != nil)),
      ("noResult", .html(typeset(strings["results.none"]))),
      ("oneResult", .html(typeset(strings["results.one"]))),
      ("manyResults", .html(typeset(strings["results.many"]))),
    ]
  }

  private func facetLink(_ facet: Facet, chosen: Facet?, from address: String) -> TemplateValue {
    var colour = ""
    if case .theme(let theme) = facet { colour = colourClass(of: theme) }
    return [
      "href": .text(href(to: self.address(of: facet, page: 1), from: address)),
      "key": .text(key(of: facet)), "label": .html(typeset(words(facet))),
      "count": .text(String(facets.canvases(with: facet).count)),
      "colour": .text(colour), "isChosen": .bool(facet == chosen),
      "isTitle": .bool(facet.group == .theme || facet.group == .actor),
    ]
  }
}

import CanevasLink
import CanevasModel
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
        ("crowded", .bool(territory.isCrowded)), ("picture", Self.view(picture)),
        ("flows", .list(rows)),
      ], at: address)
  }
}

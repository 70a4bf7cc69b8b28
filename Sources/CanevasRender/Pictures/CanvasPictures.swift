package import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax
import CanevasTemplate

extension DocumentView {
  /// The system map of a canvas as a picture; `nil` without a flow.
  var mapPicture: Picture? {
    guard let map = systemMap else { return nil }
    let title = PictureName(
      id: document.id.slug + "_carte",
      title: "\(site.strings["systemMap"]) – \(document.title)",
      description: site.strings.count(map.flows.count, "systemMap.flows"))
    return map.picture(title, legend: site.flowWords)
  }

  /// Who gives what to whom around a canvas's service; `nil` without a flow.
  var systemMap: SystemMap? {
    let resolved = catalogue.flows(of: index)
    guard !resolved.isEmpty else { return nil }
    var places: [FlowParty: Int] = [:]
    var parties: [SystemMap.Party] = []
    let customers = customerNames
    func place(_ party: FlowParty, _ end: Flow.End?) -> Int? {
      if case .service = party { return nil }
      if let place = places[party] { return place }
      let name = site.name(of: party, end, in: index)
      places[party] = parties.count
      parties.append(
        .init(
          name, href: pageAddress(of: party), isCustomer: customers.contains(nameKey(name))))
      return parties.count - 1
    }
    let flows = resolved.map { flow in
      let route = flow.flow.route.value
      let label = route?.label.plain ?? ""
      let word = route?.nature.map { site.strings[$0] } ?? ""
      return SystemMap.Flow(
        from: place(flow.from, route?.from), to: place(flow.to, route?.to),
        label.isEmpty ? word : label, route?.nature,
        isOptional: flow.flow.isOptional)
    }
    return SystemMap(service: document.title, parties: parties, flows: flows)
  }

  /// The offering diagram of a canvas; `nil` with nothing to stand around its core.
  func picture(of offering: Offering) -> Picture? {
    let rings: [OfferingDiagram.Ring] = [
      (offering.core, "offeringCore"), (offering.mainValue, "offeringValue"),
      (offering.identity, "offeringIdentity"),
    ].compactMap { text, caption in
      guard let text, !text.isEmpty else { return nil }
      return .init(site.strings[caption], text.plain)
    }
    let satellites = offering.further.values.map {
      OfferingDiagram.Satellite($0.plain, isOptional: $0.isOptional)
    }
    guard !rings.isEmpty, rings.count + satellites.count > 1 else { return nil }
    let name = PictureName(
      id: document.id.slug + "_offre",
      title: "\(site.strings["offering"]) – \(document.title)",
      description: site.strings["offering.text"])
    return OfferingDiagram(rings: rings, satellites: satellites).picture(name)
  }

  /// The customers that the canvas names, by `nameKey`.
  private var customerNames: Set<String> {
    var names: Set<String> = []
    for section in [SectionName.customers, .customerSegments] {
      for item in document.section(section)?.items ?? [] {
        names.insert(nameKey(item.name?.plain ?? item.text.plain))
      }
    }
    return names
  }

  /// The page of a flow's end, if it has one of its own.
  func pageAddress(of party: FlowParty) -> String? {
    guard case .actor(let actor) = party, site.isPublished(actor) else { return nil }
    return href(to: catalogue.documents[actor].id.address, from: address)
  }
}

extension Site {
  /// A picture as templates show it.
  static func view(_ picture: Picture?) -> TemplateValue {
    guard let picture else { return .absent }
    return ["svg": .html(picture.svg), "label": .html(typeset(picture.title))]
  }

  /// The system map of a canvas, as its page shows it.
  package func systemMap(of canvas: Catalogue.Index) -> SystemMap? {
    let address = catalogue.documents[canvas].id.address
    return DocumentView(site: self, index: canvas, address: address).systemMap
  }

  var flowWords: FlowWords {
    FlowWords(
      material: strings[FlowNature.material], information: strings[FlowNature.information],
      economic: strings[FlowNature.economic], optional: strings["optional"])
  }
}

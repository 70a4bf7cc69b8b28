import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension Site {
  /// The entries that a feed has at most.
  private static let feedLength = 50

  /// The published documents that say their date, the newest first, then by title.
  func newestFirst(_ documents: [Catalogue.Index]) -> [Catalogue.Index] {
    let dated = byTitle(documents.filter(isPublished)).enumerated().compactMap { place, index in
      date(of: index).map { (date: $0, place: place, index: index) }
    }
    return dated.sorted { ($1.date, $0.place) < ($0.date, $1.place) }.map(\.index)
  }

  /// The date that a document says of itself.
  func date(of index: Catalogue.Index) -> PartialDate? {
    switch catalogue.documents[index].facts {
    case .canvas(let facts): facts.date
    case .diagnosis(let facts): facts.date
    case .workshop(let facts): facts.date
    case .experiment(let facts): facts.date
    case .catalogue, .theme, .actor, .inspiringCase, .actionSheet, .guidePage, .source: nil
    }
  }

  /// What is new on a theme: its canvases, their experiments, its workshops.
  func news(of theme: Catalogue.Index) -> [Catalogue.Index] {
    let canvases = canvases(of: theme)
    let experiments = canvases.flatMap {
      catalogue.linking(to: $0, as: .testedCanvas, kind: .experiment)
    }
    let workshops = catalogue.linking(to: theme, as: .theme, kind: .workshop)
    return newestFirst(Array(Set(canvases + experiments + workshops)))
  }

  func hasNews(_ theme: Catalogue.Index) -> Bool { !news(of: theme).isEmpty }

  /// Documents as an Atom feed (RFC 4287).
  func feed(of documents: [Catalogue.Index], at address: String, title: String) -> [UInt8] {
    let newest = documents.first.flatMap(date)
    return feed(at: address, title: title, updated: newest?.firstMoment) { writer in
      for index in documents.prefix(Self.feedLength) { entry(index, &writer) }
    }
  }

  /// An Atom feed with any entries; `updated` is when the newest of them changed.
  func feed(
    at address: String, title: String, page: String? = nil, updated: String?,
    _ entries: (inout XMLWriter) -> Void
  ) -> [UInt8] {
    var writer = XMLWriter()
    let own = url(of: address) ?? address
    writer.element(
      "feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": strings.language.rawValue]
    ) { writer in
      writer.element("title", text: title)
      if let tagline = catalogue.sheet?.head.tagline {
        writer.element("subtitle", text: tagline.plain)
      }
      writer.element("id", text: own)
      writer.empty("link", ["rel": "self", "type": "application/atom+xml", "href": own])
      writer.empty(
        "link", ["rel": "alternate", "type": "text/html", "href": page ?? baseURL ?? ""])
      if let updated { writer.element("updated", text: updated) }
      writer.element("author") { $0.element("name", text: settings?.publisher ?? siteTitle) }
      if let licence = settings?.licence { writer.element("rights", text: licence.text.plain) }
      entries(&writer)
    }
    return writer.bytes
  }

  private func entry(_ index: Catalogue.Index, _ writer: inout XMLWriter) {
    let document = catalogue.documents[index]
    guard let date = date(of: index), let address = url(of: document.id.address) else { return }
    writer.element("entry") { writer in
      writer.element("title", text: document.title)
      writer.element("id", text: address)
      writer.empty("link", ["rel": "alternate", "type": "text/html", "href": address])
      writer.element("published", text: date.firstMoment)
      writer.element("updated", text: date.firstMoment)
      writer.empty(
        "category",
        [
          "term": document.id.kind.rawValue,
          "label": strings["kinds." + document.id.kind.rawValue],
        ])
      writer.element("summary", text: summary(of: index))
    }
  }
}

extension PartialDate {
  /// The first moment of the date, as RFC 3339 writes it.
  fileprivate var firstMoment: String {
    func two(_ number: Int?) -> String { (number ?? 1) < 10 ? "0\(number ?? 1)" : "\(number ?? 1)" }
    return "\(year)-\(two(month))-\(two(day))T00:00:00Z"
  }
}

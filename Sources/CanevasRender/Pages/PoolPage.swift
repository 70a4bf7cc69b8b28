import CanevasLink
import CanevasModel
import CanevasSource
import CanevasTemplate

extension Site {
  /// A column of more cards is set twice as wide.
  private static let longColumn = 6

  /// The ideas as a board: one column a status in the life of an idea, what is archived apart.
  func poolPage(at address: String) -> PageContent {
    // A canvas that does not say where it stands is an idea.
    let canvases = Dictionary(grouping: published(.canvas)) { index -> Status in
      guard case .canvas(let facts) = catalogue.documents[index].facts else { return .idea }
      return facts.status.value ?? .idea
    }
    func column(_ status: Status) -> TemplateValue {
      self.column(status, canvases[status] ?? [], from: address)
    }
    let seeking = published(.canvas).count(where: seeksCarrier)
    return page(
      "pool",
      [
        ("title", .html(typeset(strings["overview.idees"]))),
        ("lead", .html(typeset(strings["pool.lead"]))),
        ("seeking", .html(typeset(seeking > 0 ? strings.count(seeking, "pool.seeking") : ""))),
        ("contact", seeking > 0 ? contact(from: address) : .absent),
        ("columns", .list(Status.allCases.filter { $0 != .archived }.map(column))),
        ("archived", canvases[.archived] == nil ? .absent : column(.archived)),
      ], at: address)
  }

  /// A status with its canvases: those that look for a carrier first. A column that would be
  /// longer than a page of a list leads to the list.
  private func column(
    _ status: Status, _ canvases: [Catalogue.Index], from address: String
  ) -> TemplateValue {
    let name = slug(status.rawValue)
    let sorted = canvases.filter(seeksCarrier) + canvases.filter { !seeksCarrier($0) }
    var more = TemplateValue.absent
    if canvases.count > Paging.length {
      more = [
        "href": .text(href(to: self.address(of: .status(status), page: 1), from: address)),
        "label": .html(typeset(strings.count(canvases.count, "allCanvases"))),
      ]
    }
    return [
      "id": .text("vivier-" + name), "heading": .html(typeset(strings[status])),
      "class": .text("status-" + name), "number": .text(String(canvases.count)),
      "about": .html(typeset(strings["pool.about." + name])),
      "empty": .html(typeset(strings["pool.empty." + name])),
      "cards": .list(sorted.prefix(Paging.length).map { idea($0, from: address) }),
      "hasCards": .bool(!canvases.isEmpty),
      "isLong": .bool(canvases.count > Self.longColumn), "more": more,
    ]
  }

  private func idea(_ index: Catalogue.Index, from address: String) -> TemplateValue {
    let seeks = seeksCarrier(index)
    let carry = seeks ? carryHref(index, from: address) : nil
    return card(
      index, from: address,
      [("isSeeking", .bool(seeks)), ("carry", carry.map { .text($0) } ?? .absent)])
  }

  /// The catalogue's sheet and whom it names to write to in order to carry an idea.
  private var contactValue: (sheet: Catalogue.Index, value: LinkedValue)? {
    guard let sheet = catalogue.index(of: DocumentID(.catalogue, "catalogue")),
      case .catalogue(let facts) = catalogue.documents[sheet].facts, let contact = facts.contact
    else { return nil }
    return (sheet, contact)
  }

  /// Whom to write to in order to carry an idea.
  func contact(from address: String) -> TemplateValue {
    guard let (sheet, value) = contactValue else { return .absent }
    return DocumentView(site: self, index: sheet, address: address).html(value)
  }

  /// The address that a wish to carry an idea goes to; a mail has the idea's name as its subject.
  /// `nil` where the contact is words.
  private func carryHref(_ index: Catalogue.Index, from address: String) -> String? {
    guard let (sheet, value) = contactValue, let link = value.link else { return nil }
    let view = DocumentView(site: self, index: sheet, address: address)
    guard let target = view.destination(of: link) else { return nil }
    guard case .external = catalogue.target(of: link, in: sheet) else { return target }
    let scheme = folded(target.prefix { $0 != ":" }.utf8)
    if scheme.elementsEqual("mailto".utf8) {
      let sign = target.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
      return target + sign + "subject=" + percentEncoded(catalogue.documents[index].title)
    }
    return scheme.starts(with: "http".utf8) ? target : nil
  }
}

import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax
import CanevasTemplate

extension Site {
  /// The home page: what the catalogue is, its themes and canvases, its figures.
  func homePage(at address: String) -> PageContent {
    let sheet = catalogue.index(of: DocumentID(.catalogue, "catalogue"))
    let view = sheet.map { DocumentView(site: self, index: $0, address: address) }
    let canvases = published(.canvas)
    let newest = self.newest(canvases)
    let seeking = canvases.filter(seeksCarrier)
    let figures: [(Int, String, Page)] = [
      (canvases.count, "canvases", .list(.canvas)),
      (published(.theme).count, "themes", .list(.theme)),
      (published(.actor).count, "actors", .list(.actor)),
      (published(.inspiringCase).count, "cases", .list(.inspiringCase)),
      (seeking.count, "seeking", .pool),
    ]
    return page(
      "home",
      [
        ("title", .html(typeset(catalogue.sheet?.title ?? ""))),
        ("isHome", .bool(true)),
        ("tagline", view.map { $0.html($0.document.head.tagline) } ?? .absent),
        ("introduction", view.map { $0.html($0.document.head.introduction) } ?? .absent),
        ("sections", view?.sections() ?? .absent),
        ("themes", cards(published(.theme), from: address)),
        ("canvases", cards(newest, from: address)),
        (
          "allCanvases",
          allCanvases(canvases.count, shown: newest.count, on: .list(.canvas), from: address)
        ),
        ("phases", .list(phases(from: address))),
        ("guide", links(guide(in: nil), from: address)),
        ("figures", .list(figures.filter { $0.0 > 0 }.map { figure($0.0, $0.1, $0.2) })),
      ], at: address)
  }

  /// The canvases that the home page shows: the newest first, then those without a date, by title.
  private func newest(_ canvases: [Catalogue.Index]) -> [Catalogue.Index] {
    let dated = news.filter { catalogue.documents[$0].id.kind == .canvas }
    return Array((dated + canvases.filter { date(of: $0) == nil }).prefix(18))
  }

  /// The way to the whole list of canvases, where a page shows but its beginning.
  func allCanvases(
    _ count: Int, shown: Int, on list: Page, from address: String
  ) -> TemplateValue {
    guard shown < count else { return .absent }
    return [
      "href": .text(href(to: self.address(of: list), from: address)),
      "label": .html(typeset(strings.count(count, "allCanvases"))),
    ]
  }

  /// A number with its label, leading from the top of the site to the page that counts it.
  private func figure(_ number: Int, _ key: String, _ page: Page) -> TemplateValue {
    [
      "href": .text(self.address(of: page)),
      "number": .text(String(number)),
      "label": .html(typeset(strings["figure." + key + strings.form(of: number)])),
    ]
  }

  /// The method's phases, each with its pages.
  private func phases(from address: String) -> [TemplateValue] {
    Phase.allCases.compactMap { phase in
      let pages = guide(in: phase)
      guard !pages.isEmpty else { return nil }
      return ["number": .text(phase.rawValue), "pages": links(pages, from: address)]
    }
  }

  /// The pages of a phase, its own first, then its tools; those of no phase for `nil`.
  private func guide(in phase: Phase?) -> [Catalogue.Index] {
    byPhase(published(.guidePage)).filter { index in
      guard case .guidePage(let facts) = catalogue.documents[index].facts else { return false }
      return facts.phase == phase
    }
  }

  /// Guide pages by phase; those of no phase come first.
  func byPhase(_ pages: [Catalogue.Index]) -> [Catalogue.Index] {
    func phase(_ index: Catalogue.Index) -> String {
      guard case .guidePage(let facts) = catalogue.documents[index].facts else { return "" }
      return facts.phase?.rawValue ?? ""
    }
    // A phase's own page, named after it, comes before its tools.
    return pages.sorted {
      (phase($0), catalogue.documents[$0].id.slug.hasPrefix("phase-") ? 0 : 1)
        < (phase($1), catalogue.documents[$1].id.slug.hasPrefix("phase-") ? 0 : 1)
    }
  }
}

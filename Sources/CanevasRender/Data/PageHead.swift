import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax
import CanevasTemplate

extension Site {
  /// What a page's head says of it to other programs: its description, the same content in other
  /// forms, what shared links show, structured data.
  /// A page that does not describe itself is described by its lead, else as the catalogue is.
  func headFields(
    of page: Page, at address: String, lead: TemplateValue?
  ) -> [(String, TemplateValue)] {
    var fields: [(String, TemplateValue)] = [
      ("alternates", .list(alternates(of: page, from: address))),
      ("openGraphLocale", .text(strings["openGraphLocale"])),
      ("openGraphType", .text("website")),
    ]
    if case .document(let index) = page {
      fields[2].1 = .text("article")
      let id = catalogue.documents[index].id
      fields.append(("markdownHref", .text(href(to: id.address(ending: "md"), from: address))))
      fields.append(("dataHref", .text(href(to: id.address(ending: "json"), from: address))))
    }
    if let data = structuredData(of: page, at: address) {
      fields.append(("structuredData", .html(data)))
    }
    if case .html(let text) = lead, !text.contains(UInt8(ascii: "<")) {
      fields.append(("description", .html(text)))
    }
    if let sheet = catalogue.index(of: DocumentID(.catalogue, "catalogue")) {
      fields.append(("description", .html(typeset(summary(of: sheet)))))
      let view = DocumentView(site: self, index: sheet, address: address)
      fields.append(("licence", settings?.licence.map { view.html($0) } ?? .absent))
    }
    return fields
  }

  private func alternates(of page: Page, from address: String) -> [TemplateValue] {
    // No relative link holds at every depth.
    guard page != .notFound else { return [] }
    var all: [TemplateValue] = []
    func add(_ type: String, _ title: String, _ target: String) {
      all.append([
        "type": .text(type), "title": .html(typeset(title)),
        "href": .text(href(to: target, from: address)),
      ])
    }
    if case .document(let index) = page {
      let id = catalogue.documents[index].id
      add("text/markdown", "Markdown", id.address(ending: "md"))
      add("application/json", "JSON", id.address(ending: "json"))
      if id.kind == .theme, baseURL != nil, hasNews(index) {
        let title = catalogue.documents[index].title
        add("application/atom+xml", title, self.address(of: .themeNews(index)))
      }
    }
    if page == .home { add("application/json", "JSON", self.address(of: .catalogue)) }
    if baseURL != nil, !news.isEmpty {
      add("application/atom+xml", strings["newsTitle"], self.address(of: .news))
    }
    if baseURL != nil, page == .home || page == .changes, hasHistory {
      add("application/atom+xml", strings["changes.title"], self.address(of: .dailyNews))
    }
    return all
  }

  /// A sentence for search engines, feeds and shared links: the tagline, or the first paragraph.
  func summary(of index: Catalogue.Index) -> String {
    let document = catalogue.documents[index]
    if let tagline = document.head.tagline { return tagline.plain }
    let texts = [document.head.introduction] + document.sections.map(\.content.prose)
    let paragraph = texts.joined().first { $0.kind == .paragraph && !$0.text.isEmpty }
    return paragraph.map { shortened($0.text.plain, to: 220) } ?? document.title
  }
}

extension SectionContent {
  /// The section's blocks, where it is prose.
  fileprivate var prose: [Block] { if case .prose(let blocks) = self { blocks } else { [] } }
}

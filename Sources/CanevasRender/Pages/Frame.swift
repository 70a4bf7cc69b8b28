import CanevasLink
import CanevasModel
import CanevasSource
import CanevasTemplate

// What stands around every page: the navigation, the footer, the interface's words.
extension Site {
  /// The attribute of an element that holds an author's words: documents are French, whatever the
  /// interface speaks (WCAG 2.2, 3.1.2).
  var french: TemplateValue {
    .html(strings.language == .french ? [] : Array(#" lang="fr""#.utf8))
  }

  /// A page's values with what every page needs: the interface's words, the navigation, the way
  /// to the style sheets.
  func page(
    _ template: String, _ fields: [(String, TemplateValue)], at address: String
  ) -> PageContent {
    let up = String(repeating: "../", count: address.split(separator: "/").count - 1)
    var all = fields
    all += [
      ("t", words), ("root", .text(up)),
      ("navigation", navigation(Self.mainPages, at: address)),
      ("contents", navigation(Self.lists, at: address)),
      ("ways", navigation(Self.ways, at: address)),
      ("takeAway", navigation([.topics, .rules, .booklet, .dataIndex], at: address)),
      ("language", .text(strings.language.rawValue)), ("french", french),
      ("site", .html(typeset(catalogue.sheet?.title ?? ""))),
      ("programme", .html(typeset(settings?.programme ?? ""))),
      ("catalogueTerritory", .html(typeset(settings?.territory ?? ""))),
      ("publisher", .html(typeset(settings?.publisher ?? ""))),
    ]
    if let url = url(of: address) { all.append(("canonical", .text(url))) }
    return PageContent(template: template, fields: all)
  }

  private static let lists = Kind.allCases.filter { $0 != .catalogue }.map { Page.list($0) }
  /// The pages that lead through the whole catalogue.
  private static let ways: [Page] = [
    .pool, .territory, .coverage, .compare, .changes, .search, .alphabet,
  ]
  /// What most readers look for.
  private static let mainPages: [Page] = [
    .list(.canvas), .list(.theme), .list(.actor), .list(.inspiringCase), .pool, .territory,
    .list(.guidePage), .search,
  ]

  /// Links to those of the pages that the site has, their addresses from the site's top.
  private func navigation(_ pages: [Page], at address: String) -> TemplateValue {
    let folder = address.split(separator: "/").dropLast().first
    return .list(
      pages.filter(has).map { page in
        let target = self.address(of: page)
        let isAround = folder != nil && target.split(separator: "/").dropLast().first == folder
        return [
          "target": .text(target), "label": .html(typeset(label(of: page))),
          "isPage": .bool(target == address), "isAround": .bool(isAround && target != address),
          "isSearch": .bool(page == .search),
        ]
      })
  }

  private func has(_ page: Page) -> Bool {
    switch page {
    case .list(let kind, _): !published(kind).isEmpty
    case .territory: hasTerritory
    case .booklet: options.booklet
    case .pool, .compare, .coverage, .changes: overviews.contains(page)
    default: true
    }
  }

  private func label(of page: Page) -> String {
    if case .list(let kind, _) = page { return strings["kinds." + kind.rawValue] }
    return strings["nav." + address(of: page).dropLast(".html".utf8.count)]
  }
}

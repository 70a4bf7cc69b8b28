import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax
import CanevasTemplate

extension Site {
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
    let facts = settings
    let up = String(repeating: "../", count: address.split(separator: "/").count - 1)
    let navigation = Kind.allCases.filter { $0 != .catalogue && !published($0).isEmpty }.map {
      kind in
      let target = self.address(of: .list(kind))
      let here = kind.siteFolder == address.split(separator: "/").first.map(String.init)
      return [
        "href": .text(href(to: target, from: address)),
        "label": .html(typeset(strings["kinds." + kind.rawValue])), "isCurrent": .bool(here),
        "isPage": .bool(target == address),
      ] as TemplateValue
    }
    var all = fields
    all += [
      ("t", words), ("root", .text(up)), ("navigation", .list(navigation)),
      ("language", .text(strings.language.rawValue)),
      ("french", french),
      ("site", .html(typeset(catalogue.sheet?.title ?? ""))),
      ("programme", .html(typeset(facts?.programme ?? ""))),
      ("catalogueTerritory", .html(typeset(facts?.territory ?? ""))),
      ("publisher", .html(typeset(facts?.publisher ?? ""))),
    ]
    if let url = url(of: address) { all.append(("canonical", .text(url))) }
    return PageContent(template: template, fields: all)
  }
}

package import CanevasLink
package import CanevasModel
package import CanevasRender
package import CanevasSource

/// A catalogue that is asked about. Every question is about the documents that its site holds:
/// drafts are among them only where the site includes them.
package struct Query: Sendable {
  package let site: Site
  /// What the rules say of the catalogue, in the order of files and places.
  let diagnostics: [Diagnostic]
  /// The language of the answers; the site's words are in the same one.
  package let language: MessageLanguage

  package init(_ site: Site, _ diagnostics: [Diagnostic], _ language: MessageLanguage) {
    self.site = site
    self.diagnostics = diagnostics
    self.language = language
  }

  var catalogue: Catalogue { site.catalogue }

  /// The same questions with drafts among the documents if one of them, `index`, is a draft.
  package func including(_ index: Catalogue.Index) -> Query {
    site.isPublished(index) ? self : Query(site.includingDrafts(), diagnostics, language)
  }

  /// A document as its `.json` file has it.
  package func data(of index: Catalogue.Index) -> [UInt8] { bytes(of: .documentData(index)) }

  /// A document's Markdown as it is published.
  package func source(of index: Catalogue.Index) -> [UInt8] { bytes(of: .documentSource(index)) }

  private func bytes(of page: Page) -> [UInt8] {
    switch site.render(page).content {
    case .bytes(let bytes): bytes
    case .copy: []
    }
  }

  /// The documents of a kind in the order of its list; of all kinds one after the other for `nil`.
  /// The catalogue's own sheet is no part of a list.
  func documents(of kind: Kind?) -> [Catalogue.Index] {
    let kinds = kind.map { [$0] } ?? Kind.allCases.filter { $0 != .catalogue }
    return kinds.flatMap(site.published)
  }
}

extension MessageLanguage {
  /// The same language as one of a site's interface.
  package var siteLanguage: SiteLanguage {
    switch self {
    case .french: .french
    case .english: .english
    }
  }
}

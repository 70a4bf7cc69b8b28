package import CanevasLink
import CanevasModel

/// A file of the site that other programs read.
package enum DataFile: Hashable, Sendable {
  /// All documents, as JSON.
  case catalogue
  /// The JSON Schema that the catalogue follows.
  case schema
  /// The JSON Schema that the checker's report follows.
  case findingsSchema
  /// The JSON Schema that comparisons of documents follow.
  case comparisonSchema
  /// The JSON Schema that a changelog follows.
  case changesSchema
  /// The canvases, the actors and the flows as tables.
  case canvases, actors, flows
  /// The newest dated documents, as an Atom feed.
  case news
  /// Those of one theme.
  case themeNews(Catalogue.Index)
  /// What each day brought, as an Atom feed.
  case dailyNews
  /// The addresses of the pages; where they are too many for one file, those of its parts.
  case sitemap
  /// A part of the sitemap, counted from 1.
  case sitemapPart(Int)
}

extension Site {
  /// The data files that the catalogue has, but for the parts of a long sitemap. Feeds and sitemaps
  /// need absolute addresses, and a feed a dated document.
  var dataFiles: [DataFile] {
    var files: [DataFile] = [
      .catalogue, .schema, .findingsSchema, .comparisonSchema, .changesSchema,
    ]
    if !published(.canvas).isEmpty { files.append(.canvases) }
    if !published(.actor).isEmpty { files.append(.actors) }
    if catalogue.flows.contains(where: { isPublished($0.canvas) }) { files.append(.flows) }
    guard baseURL != nil else { return files }
    if !news.isEmpty { files.append(.news) }
    if hasHistory { files.append(.dailyNews) }
    return files + published(.theme).filter(hasNews).map(DataFile.themeNews) + [.sitemap]
  }

  /// The address of a data file inside the site.
  func address(of file: DataFile) -> String {
    switch file {
    case .catalogue: "catalogue.json"
    case .schema: "catalogue.schema.json"
    case .findingsSchema: "constats.schema.json"
    case .comparisonSchema: "comparaison.schema.json"
    case .changesSchema: "changements.schema.json"
    case .canvases: "fiches.csv"
    case .actors: "acteurs.csv"
    case .flows: "flux.csv"
    case .news: "nouveautes.atom"
    case .themeNews(let theme): catalogue.documents[theme].id.address(ending: "atom")
    case .dailyNews: "changements.atom"
    case .sitemap: "sitemap.xml"
    case .sitemapPart(let number): "sitemap-\(number).xml"
    }
  }

  /// The bytes of a data file.
  func bytes(of file: DataFile) -> [UInt8] {
    switch file {
    case .catalogue: catalogueData
    case .schema: templates.schema
    case .findingsSchema: templates.findingsSchema
    case .comparisonSchema: templates.comparisonSchema
    case .changesSchema: templates.changesSchema
    case .canvases: canvasTable
    case .actors: actorTable
    case .flows: flowTable
    case .news: feed(of: news, at: address(of: file), title: siteTitle)
    case .themeNews(let theme):
      feed(
        of: news(of: theme), at: address(of: file),
        title: siteTitle + " – " + catalogue.documents[theme].title)
    case .dailyNews: feedOfDays
    case .sitemap: sitemap.bytes { url(of: address(of: .sitemapPart($0))) ?? "" }
    case .sitemapPart(let number): sitemap.part(number)
    }
  }
}

extension DocumentID {
  /// The address of a file that belongs to the document's page: its data, its source, its feed.
  func address(ending: String) -> String {
    kind == .catalogue ? "\(slug).\(ending)" : "\(kind.siteFolder)/\(slug).\(ending)"
  }
}

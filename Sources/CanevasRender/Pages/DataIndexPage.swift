import CanevasLink
import CanevasModel
import CanevasSource
import CanevasTemplate

extension Site {
  /// The page that explains each file that other programs read.
  func dataIndexPage(at address: String) -> PageContent {
    let files = dataFiles.map { file -> TemplateValue in
      [
        "href": .text(href(to: self.address(of: file), from: address)),
        "name": .text(self.address(of: file)),
        "text": .html(typeset(explanation(of: file))),
      ]
    }
    return page(
      "data-index",
      [
        ("title", .html(typeset(strings["dataTitle"]))),
        ("description", .html(typeset(strings["dataLead"]))),
        ("files", .list(files)),
      ], at: address)
  }

  private func explanation(of file: DataFile) -> String {
    switch file {
    case .catalogue: strings["data.catalogue"]
    case .schema: strings["data.schema"]
    case .findingsSchema: strings["data.findingsSchema"]
    case .comparisonSchema: strings["data.comparisonSchema"]
    case .changesSchema: strings["data.changesSchema"]
    case .canvases: strings["data.canvases"]
    case .actors: strings["data.actors"]
    case .flows: strings["data.flows"]
    case .news: strings["data.news"]
    case .themeNews(let theme):
      strings["data.themeNews"] + " " + catalogue.documents[theme].title
    case .dailyNews: strings["data.changes"]
    case .sitemap, .sitemapPart: strings["data.sitemap"]
    }
  }
}

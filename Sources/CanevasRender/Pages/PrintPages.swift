import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax
import CanevasTemplate

extension Site {
  /// What is made for paper alone.
  var paperPages: [Page] {
    published(.canvas).flatMap { [Page.printVersion($0), .poster($0)] }
      + (options.booklet ? [.booklet] : [])
  }

  func paperAddress(of canvas: Catalogue.Index, in folder: String) -> String {
    let id = catalogue.documents[canvas].id
    return "\(id.kind.siteFolder)/\(folder)/\(id.slug).html"
  }

  /// The sheet of a canvas without the site around it.
  func printPage(of canvas: Catalogue.Index, at address: String) -> PageContent {
    let view = DocumentView(site: self, index: canvas, address: address)
    guard case .canvas(let facts) = view.document.facts else {
      preconditionFailure("only a canvas has a print version")
    }
    return page("print", view.head() + view.sheetFields(facts) + [view.back], at: address)
  }
}

extension DocumentView {
  /// The way back from what is printed to the document's own page.
  var back: (String, TemplateValue) {
    (
      "back",
      [
        "href": .text(href(to: document.id.address, from: address)),
        "title": .html(typeset(site.strings["backToSheet"])),
      ]
    )
  }
}

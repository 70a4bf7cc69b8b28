import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax
import CanevasTemplate

extension Site {
  /// A canvas as the nine blocks of the Business Model Canvas, on one A3 page. A block that the
  /// canvas does not tell is room to write on.
  func posterPage(of canvas: Catalogue.Index, at address: String) -> PageContent {
    let view = DocumentView(site: self, index: canvas, address: address)
    guard case .canvas(let facts) = view.document.facts else {
      preconditionFailure("only a canvas has a poster")
    }
    let size = PosterFit(view.document).settingSize
    return page(
      "poster",
      view.head() + view.sheetFields(facts) + [
        view.back, ("typeSize", .text(String(size))), ("questions", view.posterQuestions),
        (
          "columns",
          .list(PosterBlock.columns.map { ["blocks": .list($0.map(view.posterBlock))] })
        ),
        ("base", .list(PosterBlock.base.map(view.posterBlock))),
      ], at: address)
  }
}

extension DocumentView {
  fileprivate var posterQuestions: TemplateValue {
    guard case .challenge(let challenge) = document.section(.challenge)?.content else {
      return .absent
    }
    return .list(challenge.questions.map { ["html": html($0)] })
  }

  fileprivate func posterBlock(_ block: PosterBlock) -> TemplateValue {
    [
      "id": .text("bloc-" + block.rawValue),
      "name": .html(typeset(site.strings["block." + block.rawValue])),
      "sections": .list(document.sections(in: block).map(posterSection)),
    ]
  }

  /// A section in its block: its own heading only where the block's title does not say the same.
  private func posterSection(_ section: Section) -> TemplateValue {
    let name = section.name
    let isNamed = name == .challenge || name?.namesItsBlock == true
    return sectionRecord(
      section, heading: isNamed ? .absent : .html(typeset(name?.heading ?? "")),
      hidesQuestions: true)
  }
}

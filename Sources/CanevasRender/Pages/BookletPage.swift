import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax
import CanevasTemplate

extension Site {
  /// The whole catalogue as one document to print: cover, contents, themes with their sheets, the
  /// actors' index. Page numbers are counted here, for print has no way to look them up.
  func bookletPage(at address: String) -> PageContent {
    let plan = BookletPlan(self, at: address)
    let sheet = catalogue.index(of: DocumentID(.catalogue, "catalogue"))
    let view = sheet.map { DocumentView(site: self, index: $0, address: address) }
    var facts: CatalogueFacts?
    if case .catalogue(let found) = catalogue.sheet?.facts { facts = found }
    let contents = contentLines(plan)
    return page(
      "booklet",
      [
        ("title", .html(typeset(strings["booklet"]))),
        ("tagline", view.map { $0.html($0.document.head.tagline) } ?? .absent),
        ("introduction", view.map { $0.html($0.document.head.introduction) } ?? .absent),
        ("insidePages", .text(String(plan.insidePages))),
        ("themes", .list(plan.parts.map { partLine($0) })),
        ("figures", .list(bookletFigures)),
        ("contents", leaves(plan.contents, from: plan.contentsPage, of: contents)),
        ("insideBlank", .bool(plan.insidePages % 2 == 0)),
        ("contentsBlank", .bool(plan.contents.count % 2 == 1)),
        ("parts", .list(plan.parts.map { part($0, in: plan, at: address) })),
        ("index", leaves(plan.index, from: plan.indexPage, of: indexLines(plan))),
        ("contact", facts?.contact.flatMap { value in view?.html(value) } ?? .absent),
        ("licence", facts?.licence.flatMap { value in view?.html(value) } ?? .absent),
        (
          "back",
          [
            "href": .text("index.html"),
            "title": .html(typeset(catalogue.sheet?.title ?? "")),
          ]
        ),
      ], at: address)
  }

  private var bookletFigures: [TemplateValue] {
    let figures: [(Kind, String)] = [(.canvas, "canvases"), (.theme, "themes"), (.actor, "actors")]
    return figures.filter { !published($0.0).isEmpty }.map { kind, key in
      let number = published(kind).count
      return [
        "number": .text(String(number)),
        "label": .html(typeset(strings["figure." + key + strings.form(of: number)])),
      ]
    }
  }

  /// Pages of lines, each with its number.
  private func leaves(
    _ pages: [Range<Int>], from first: Int, of lines: [TemplateValue]
  ) -> TemplateValue {
    .list(
      pages.enumerated().map { number, range in
        [
          "isFirst": .bool(number == 0), "folio": .text(String(first + number)),
          "lines": .list(Array(lines[range])),
        ]
      })
  }

  private func contentLines(_ plan: BookletPlan) -> [TemplateValue] {
    let index = line(
      strings["actorIndex"], "index-des-acteurs", String(plan.indexPage), class: "part")
    return plan.parts.flatMap { part in
      [partLine(part)] + part.sheets.map { sheetLine($0.canvas, $0.page) }
    } + (plan.actors.isEmpty ? [] : [index])
  }

  private func partLine(_ part: BookletPlan.Part) -> TemplateValue {
    let colour = part.theme.map(colourClass) ?? ""
    return line(
      part.title, bookletID(of: part.theme), String(part.page),
      class: colour.isEmpty ? "part" : "part " + colour, colour: colour)
  }

  private func sheetLine(_ canvas: Catalogue.Index, _ page: Int) -> TemplateValue {
    line(catalogue.documents[canvas].title, bookletID(of: canvas), String(page))
  }

  private func indexLines(_ plan: BookletPlan) -> [TemplateValue] {
    plan.actors.map { line(catalogue.documents[$0.actor].title, "", numbers($0.pages)) }
  }

  private func line(
    _ title: String, _ id: String, _ page: String, class name: String = "", colour: String = ""
  ) -> TemplateValue {
    [
      "title": .html(typeset(title)), "id": .text(id), "page": .text(page), "class": .text(name),
      "colour": .text(colour),
    ]
  }

  /// The identifier of a document's part of the booklet.
  private func bookletID(of index: Catalogue.Index?) -> String {
    guard let index else { return "autres" }
    let id = catalogue.documents[index].id
    return id.kind.siteFolder + "-" + id.slug
  }

  private func part(
    _ part: BookletPlan.Part, in plan: BookletPlan, at address: String
  ) -> TemplateValue {
    let id = bookletID(of: part.theme)
    let view = part.theme.map {
      DocumentView(site: self, index: $0, address: address, idPrefix: id + "-")
    }
    let lines = part.sheets.map { sheetLine($0.canvas, $0.page) }
    return [
      "id": .text(id), "title": .html(typeset(part.title)),
      "kind": .html(typeset(part.theme == nil ? "" : strings["theme"])),
      "colour": .text(part.theme.map(colourClass) ?? ""), "pages": .text(String(part.pages)),
      "sections": view?.sections() ?? .absent, "lines": .list(lines),
      "folio": .text(String(part.page)), "isOdd": .bool(part.pages % 2 == 1),
      "sheets": .list(part.sheets.map { self.sheet($0, at: address) }),
    ]
  }

  private func sheet(_ sheet: BookletPlan.Sheet, at address: String) -> TemplateValue {
    let id = bookletID(of: sheet.canvas)
    let view = DocumentView(
      site: self, index: sheet.canvas, address: address, idPrefix: id + "-")
    guard case .canvas(let facts) = view.document.facts else { return .absent }
    return record(
      answeringFor: ["introduction"],
      view.head() + view.sheetFields(facts) + [
        ("anchor", .text(id)), ("isOdd", .bool(sheet.pages % 2 == 1)),
        (
          "folios",
          ["recto": .text(String(sheet.page)), "verso": .text(String(sheet.verso))]
        ),
      ])
  }
}

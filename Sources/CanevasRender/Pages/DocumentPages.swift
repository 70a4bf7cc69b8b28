import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax
import CanevasTemplate

// The pages of the kinds other than canvases. All but themes and actors are made from one
// template: a head, a table of facts, the sections, and who links here.

extension DocumentView {
  func themePage(_ facts: ThemeFacts) -> PageContent {
    let canvases = site.canvases(of: index)
    return site.page(
      "theme",
      head() + [
        ("colour", .text(site.colourClass(of: index))),
        ("diagnoses", html(facts.diagnoses)),
        ("sections", sections()),
        ("canvases", site.cards(Array(canvases.prefix(Paging.length)), from: address)),
        (
          "allCanvases",
          site.allCanvases(
            canvases.count, shown: Paging.length, on: .facet(.theme(index)), from: address)
        ),
        ("cases", site.cards(linking(.inspiringCase), from: address)),
        ("mentions", mentions(except: [.canvas, .inspiringCase])),
      ], at: address)
  }

  func actorPage(_ facts: ActorFacts) -> PageContent {
    let roles = self.roles
    let flows = catalogue.flows(with: index).filter { site.isPublished($0.canvas) }
    let rows = flows.map { flow -> TemplateValue in
      let view = DocumentView(site: site, index: flow.canvas, address: address)
      return ["flow": view.flowRow(flow), "canvas": site.link(flow.canvas, from: address)]
    }
    return site.page(
      "actor",
      head() + [
        (
          "facts",
          .list(
            factRows([
              ("type", .html(typeset(facts.type.value.map { site.strings[$0] } ?? ""))),
              ("aliases", .html(typeset(facts.aliases.joined(separator: ", ")))),
              ("site", facts.site.map { html($0) } ?? .absent),
              ("territory", .html(typeset(facts.territory ?? ""))),
            ]))
        ),
        ("sections", sections()),
        ("roles", .list(roles.prefix(Paging.length).map { card(of: $0.canvas, parts: $0.parts) })),
        (
          "allCanvases",
          site.allCanvases(
            roles.count, shown: Paging.length, on: .facet(.actor(index)), from: address)
        ),
        ("flows", .list(rows)),
        ("mentions", mentions(except: [.canvas])),
      ], at: address)
  }

  /// The canvases that name the actor, by title, each with the parts that it plays there.
  private var roles: [(canvas: Catalogue.Index, parts: [LinkRole])] {
    let order: [LinkRole] = [
      .carrier, .customer, .partner, .channel, .policyMaker, .flowEnd, .mention,
    ]
    var parts: [Catalogue.Index: [LinkRole]] = [:]
    for role in order {
      for canvas in linking(.canvas, as: role) {
        // A flow or a bare mention says nothing new of a canvas that named the part already.
        guard parts[canvas] == nil || role != .flowEnd && role != .mention else { continue }
        parts[canvas, default: []].append(role)
      }
    }
    return site.byTitle(Array(parts.keys)).map { ($0, parts[$0, default: []]) }
  }

  /// A canvas's card with the parts that the actor plays there.
  private func card(of canvas: Catalogue.Index, parts: [LinkRole]) -> TemplateValue {
    let words = parts.map { site.strings["role." + $0.rawValue] }
    return site.card(
      canvas, from: address, [("roles", .html(typeset(words.joined(separator: ", "))))])
  }

  func casePage(_ facts: CaseFacts) -> PageContent {
    plainPage(
      [
        ("place", .html(typeset(facts.place ?? ""))),
        ("site", facts.site.map { html($0) } ?? .absent),
        ("themes", html(facts.themes)), ("model", .html(typeset(facts.model ?? ""))),
      ], theme: theme(of: facts.themes))
  }

  func actionPage(_ facts: ActionFacts) -> PageContent {
    plainPage([
      ("project", facts.project.map { html($0) } ?? .absent),
      ("duration", .html(typeset(facts.duration.map(site.words) ?? ""))),
      ("start", .html(typeset(facts.start.map(site.strings.date) ?? ""))),
      ("end", .html(typeset(facts.end.map(site.strings.date) ?? ""))),
      ("territory", .html(typeset(facts.territory ?? ""))),
      ("topic", .html(typeset(facts.topic ?? ""))), ("lines", html(facts.lines)),
      ("funders", html(facts.funders)), ("contacts", html(facts.contacts)),
    ])
  }

  func diagnosisPage(_ facts: DiagnosisFacts) -> PageContent {
    plainPage([
      ("territory", .html(typeset(facts.territory ?? ""))),
      ("approach", .html(typeset(facts.approach.map { site.strings[$0] } ?? ""))),
      ("date", .html(typeset(facts.date.map(site.strings.date) ?? ""))),
    ])
  }

  func workshopPage(_ facts: WorkshopFacts) -> PageContent {
    plainPage(
      [
        ("themes", html(facts.themes)),
        ("date", .html(typeset(facts.date.map(site.strings.date) ?? ""))),
        ("duration", .html(typeset(facts.duration.map(site.words) ?? ""))),
        ("place", .html(typeset(facts.place ?? ""))),
      ], theme: theme(of: facts.themes))
  }

  func experimentPage(_ facts: ExperimentFacts) -> PageContent {
    plainPage(
      [
        ("canvases", html(facts.canvases)),
        ("tool", .html(typeset(facts.tool.value.map { site.strings[$0] } ?? ""))),
        ("date", .html(typeset(facts.date.map(site.strings.date) ?? ""))),
        ("place", .html(typeset(facts.place ?? ""))),
      ], theme: themeOfCanvas(facts.canvases))
  }

  func guidePage(_ facts: GuideFacts) -> PageContent {
    plainPage([("phase", .html(typeset(facts.phase?.rawValue ?? "")))])
  }

  func sourcePage(_ facts: SourceFacts) -> PageContent {
    plainPage(
      [
        ("publisher", .html(typeset(facts.publisher ?? ""))),
        ("year", .html(typeset(facts.year.map(site.strings.date) ?? ""))),
        ("language", .html(typeset(facts.language ?? ""))),
        ("file", .html(typeset(facts.file ?? ""))),
      ])
  }

  /// The theme whose colour the page takes.
  private func theme(of values: [LinkedValue]) -> Catalogue.Index? {
    values.lazy.compactMap { catalogue.document($0, in: index) }.first
  }

  /// The theme of the first canvas that the values link to.
  private func themeOfCanvas(_ values: [LinkedValue]) -> Catalogue.Index? {
    guard let canvas = values.lazy.compactMap({ catalogue.document($0, in: index) }).first,
      case .canvas(let facts) = catalogue.documents[canvas].facts
    else { return nil }
    return facts.themes.lazy.compactMap { catalogue.document($0, in: canvas) }.first
  }

  /// A page that shows its facts as a list, then its sections, then who links to it.
  private func plainPage(
    _ facts: [(String, TemplateValue)], theme: Catalogue.Index? = nil
  ) -> PageContent {
    var sourceRows: [(String, TemplateValue)] = []
    if let sources = document.head.metadata.entry(.source)?.values {
      sourceRows.append(("sources", html(sources)))
    }
    return site.page(
      "document",
      head() + [
        ("colour", .text(theme.map(site.colourClass) ?? "")),
        ("facts", .list(factRows(facts + sourceRows))),
        ("sections", sections()),
        ("mentions", mentions()),
      ], at: address)
  }

  /// The facts that the document tells, each with its label.
  private func factRows(_ facts: [(String, TemplateValue)]) -> [TemplateValue] {
    facts.filter { !$0.1.isFalsy }.map { key, value in
      var fields: [(String, TemplateValue)] = [
        ("label", .html(typeset(site.strings["fact." + key])))
      ]
      if case .list = value {
        fields.append(("values", value))
      } else {
        fields.append(("values", .list([["html": value]])))
      }
      return TemplateValue(record: fields)
    }
  }

  /// Who links to the document, by kind, without the kinds and documents that the page shows in
  /// another place.
  func mentions(
    except hidden: Set<Kind> = [], hiding shown: Set<Catalogue.Index> = []
  ) -> TemplateValue {
    .list(
      Kind.allCases.filter { $0 != .catalogue && !hidden.contains($0) }.compactMap { kind in
        let documents = linking(kind).filter { !shown.contains($0) }
        guard !documents.isEmpty else { return nil }
        return [
          "name": .html(typeset(site.strings["kinds." + kind.rawValue])),
          "documents": site.links(documents, from: address),
        ]
      })
  }

  /// What the head of every document's page shows.
  func head() -> [(String, TemplateValue)] {
    [
      ("title", .html(typeset(document.title))), ("tagline", html(document.head.tagline)),
      ("description", .html(typeset(site.summary(of: index)))),
      ("introduction", html(document.head.introduction)),
      ("path", .text(document.file.path)),
      ("kind", .html(typeset(site.strings["kinds." + document.id.kind.rawValue]))),
      ("list", .text(href(to: site.address(of: .list(document.id.kind)), from: address))),
    ]
  }
}

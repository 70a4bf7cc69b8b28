import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax
import CanevasTemplate

extension DocumentView {
  /// The sheet of a canvas: the heart of the site.
  func canvasPage(_ facts: CanvasFacts) -> PageContent {
    var fields =
      head() + sheetFields(facts) + [
        ("mentions", mentions(except: [.experiment, .inspiringCase], hiding: citedSources)),
        ("compareHref", compareHref),
        ("printHref", .text(href(to: site.address(of: .printVersion(index)), from: address))),
        ("posterHref", .text(href(to: site.address(of: .poster(index)), from: address))),
      ]
    let themes = facts.themes.compactMap { catalogue.document($0, in: index) }
    fields += neighbours(in: themes.first)
    return site.page("canvas", fields, at: address)
  }

  /// What the two sides of the sheet show besides the head.
  func sheetFields(_ facts: CanvasFacts) -> [(String, TemplateValue)] {
    let themes = facts.themes.compactMap { catalogue.document($0, in: index) }
    return [
      ("status", site.status(facts.status)),
      ("colour", .text(themes.first.map(site.colourClass) ?? "")),
      ("themes", html(facts.themes)), ("territory", .html(typeset(facts.territory ?? ""))),
      ("date", .html(typeset(facts.date.map(site.strings.date) ?? ""))),
      ("reviewed", reviewed(facts)),
      ("carriers", html(facts.carriers)),
      ("seeksCarrier", .bool(site.seeksCarrier(index))), ("contact", site.contact(from: address)),
      ("stories", .list(document.head.stories.map(story))),
      ("challenge", section(.challenge)),
      ("sections", sections(on: .recto)), ("versoSections", sections(on: .verso)),
      ("figures", .list(figures)),
      ("inspirations", site.links(inspirations, from: address)),
      ("experiments", .list(linking(.experiment).map(experiment))),
      (
        "companions",
        .list(
          companions.map {
            [
              "canvas": site.link($0.canvas, from: address),
              "actors": site.links($0.actors, from: address),
            ]
          })
      ), ("sources", html(facts.sources)),
      ("idPrefix", .text(idPrefix)),
    ] + sheetSetting.fields
  }

  /// When the canvas was last reviewed.
  private func reviewed(_ facts: CanvasFacts) -> TemplateValue {
    guard let date = facts.reviewed?.date else { return .absent }
    return .html(typeset(site.strings["sheet.reviewed"] + " " + site.strings.date(date)))
  }

  func story(_ story: Head.Story) -> TemplateValue {
    ["html": html(story.paragraphs), "teller": html(story.teller)]
  }

  /// An experiment with what it taught.
  private func experiment(_ index: Catalogue.Index) -> TemplateValue {
    let view = DocumentView(site: site, index: index, address: address)
    guard case .prose(let lessons) = view.document.section(.lessons)?.content else {
      return site.card(index, from: address)
    }
    return site.card(index, from: address, [("lessons", view.html(lessons))])
  }

  /// The canvas's key figures, each with the section that it stands in; one that is told twice is
  /// shown once.
  private var figures: [TemplateValue] {
    var shown: Set<String> = []
    return document.amounts.compactMap { amount in
      let text = document.file.text(amount.range)
      guard shown.insert(text).inserted,
        let section = document.section(at: amount.range.lowerBound)
      else { return nil }
      return [
        "amount": .html(typeset(text)), "id": .text(anchor(of: section.heading)),
        "heading": html(section.heading.text),
      ]
    }
  }

  /// The sources that the sheet names already.
  private var citedSources: Set<Catalogue.Index> {
    guard case .canvas(let facts) = document.facts else { return [] }
    return Set(facts.sources.compactMap { catalogue.document($0, in: index) })
  }

  /// The cases that the canvas names as its inspiration or links to anywhere, and those that say
  /// of themselves that they inspired it.
  var inspirations: [Catalogue.Index] {
    var seen: Set<Catalogue.Index> = []
    let named = catalogue.mentionedDocuments(in: index).filter {
      catalogue.documents[$0].id.kind == .inspiringCase
    }
    return (named + linking(.inspiringCase)).filter { seen.insert($0).inserted }
  }

  func linking(_ kind: Kind, as role: LinkRole? = nil) -> [Catalogue.Index] {
    catalogue.linking(to: index, as: role, kind: kind).filter(site.isPublished)
  }

  /// The other canvases that name the same actors, with the actors that they share.
  var companions: [(canvas: Catalogue.Index, actors: [Catalogue.Index])] {
    var shared: [Catalogue.Index: [Catalogue.Index]] = [:]
    var seen: Set<Catalogue.Index> = []
    for actor in catalogue.mentionedDocuments(in: index)
    where catalogue.documents[actor].id.kind == .actor && seen.insert(actor).inserted {
      for other in catalogue.linking(to: actor, kind: .canvas)
      where other != index && site.isPublished(other) {
        shared[other, default: []].append(actor)
      }
    }
    let best = site.byTitle(Array(shared.keys)).sorted {
      shared[$0]!.count > shared[$1]!.count
    }.prefix(6)
    return best.map { ($0, site.byTitle(shared[$0]!)) }
  }

  /// The canvases before and after this one in its theme.
  private func neighbours(in theme: Catalogue.Index?) -> [(String, TemplateValue)] {
    guard let theme else { return [] }
    let list = site.canvases(of: theme)
    guard let place = site.place(of: index, in: list) else { return [] }
    var fields: [(String, TemplateValue)] = []
    if place > 0 { fields.append(("previous", site.link(list[place - 1], from: address))) }
    if place + 1 < list.count {
      fields.append(("next", site.link(list[place + 1], from: address)))
    }
    return fields
  }
}

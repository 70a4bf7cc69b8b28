import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax
import CanevasTemplate

extension Site {
  /// Two canvases side by side. A script puts them there; without one the page lists the sheets.
  func comparePage(at address: String) -> PageContent {
    var seen: Set<Catalogue.Index> = []
    let groups = canvasesByTheme.compactMap { group -> TemplateValue? in
      let canvases = group.documents.filter { seen.insert($0).inserted }
      guard !canvases.isEmpty else { return nil }
      let label =
        switch group.heading {
        case .theme(let theme): catalogue.documents[theme].title
        case .noTheme: strings["noTheme"]
        case .none: strings["kinds.canvas"]
        }
      return [
        "label": .html(typeset(label)),
        "canvases": .list(
          canvases.map { index in
            [
              "slug": .text(catalogue.documents[index].id.slug),
              "sheet": link(index, from: address),
            ]
          }),
      ]
    }
    return page(
      "compare",
      [
        ("title", .html(typeset(strings["overview.comparer"]))),
        ("lead", .html(typeset(strings["compare.lead"]))),
        ("shown", .html(typeset(strings["compare.shown"]))),
        ("groups", .list(groups)),
      ], at: address)
  }

  /// What a comparison needs of one canvas: a call of one function, for a page that was opened
  /// from a disk may load scripts and nothing else.
  func comparable(_ index: Catalogue.Index) -> [UInt8] {
    let view = DocumentView(site: self, index: index, address: address(of: .compare))
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("title") { $0.string(html: typeset(view.document.title)) }
      writer.member("colour", view.colour)
      writer.member("head") { $0.string(html: render("compare-head", view.comparedHead)) }
      writer.member("sections") { writer in
        writer.array(view.comparedSections) { writer, section in
          writer.object { writer in
            writer.member("key", section.key)
            writer.member("place", section.place)
            writer.member("heading") { $0.string(html: typeset(section.heading)) }
            writer.member("html") { $0.string(html: render(section.template, section.values)) }
          }
        }
      }
    }
    let name = catalogue.documents[index].id.slug
    var call = JSONWriter()
    call.string(name)
    return Array("compared(".utf8) + call.bytes + Array(", ".utf8) + writer.bytes
      + Array(");\n".utf8)
  }

  /// A part of a page on its own.
  private func render(_ template: String, _ fields: [(String, TemplateValue)]) -> [UInt8] {
    var html: [UInt8] = []
    let all: [(String, TemplateValue)] = [
      ("t", words), ("french", french), ("language", .text(strings.language.rawValue)),
    ]
    templates.set.render(template, TemplateValue(record: withPresence(fields) + all), into: &html)
    return html
  }
}

/// A section as it stands in a comparison.
private struct ComparedSection {
  /// What tells that two canvases' sections are the same.
  let key: String
  /// Where it stands in the method's order.
  let place: Int
  let heading: String
  let template: String
  let values: [(String, TemplateValue)]
}

/// The places of the sections in the order of the method, those of the Business Model Canvas after
/// its own.
private let places: [SectionName: Int] = {
  let names = CanvasModel.allCases.flatMap(\.sections)
  return Dictionary(zip(names, 1...)) { first, _ in first }
}()

extension DocumentView {
  /// The address at which the canvas is compared with another.
  var compareHref: TemplateValue {
    guard site.overviews.contains(.compare) else { return .absent }
    return .text(
      href(to: site.address(of: .compare), from: address) + "?a=" + document.id.slug)
  }

  fileprivate var colour: String {
    guard case .canvas(let facts) = document.facts else { return "" }
    let theme = facts.themes.lazy.compactMap { catalogue.document($0, in: index) }.first
    return theme.map(site.colourClass) ?? ""
  }

  fileprivate var comparedHead: [(String, TemplateValue)] {
    guard case .canvas(let facts) = document.facts else { return [] }
    return [
      ("title", .html(typeset(document.title))), ("tagline", html(document.head.tagline)),
      ("href", .text(href(to: document.id.address, from: address))),
      ("themes", html(facts.themes)), ("status", site.status(facts.status)),
      ("territory", .html(typeset(facts.territory ?? ""))), ("carriers", html(facts.carriers)),
    ]
  }

  fileprivate var comparedSections: [ComparedSection] {
    var sections: [ComparedSection] = []
    if !document.head.stories.isEmpty {
      sections.append(
        ComparedSection(
          key: "", place: 0, heading: site.strings["compare.story"], template: "compare-story",
          values: [("stories", .list(document.head.stories.map(story)))]))
    }
    for section in shownSections {
      let heading = section.name?.heading ?? section.heading.text.plain
      sections.append(
        ComparedSection(
          key: slug(heading), place: section.name.flatMap { places[$0] } ?? places.count + 1,
          heading: heading, template: "compare-section", values: [("part", view(section))]))
    }
    return sections
  }
}

extension JSONWriter {
  fileprivate mutating func string(html: [UInt8]) { string(String(decoding: html, as: UTF8.self)) }
}

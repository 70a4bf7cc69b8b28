import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

// What a page says to search engines in schema.org's words, as JSON-LD. Its identifiers are
// absolute addresses: without a base address there is none.
extension Site {
  /// The content of a page's `script` element of data; `nil` for a page that has none. A `<` is
  /// written as `\u003c`, so that no text can end the element.
  func structuredData(of page: Page, at address: String) -> [UInt8]? {
    guard let url = url(of: address) else { return nil }
    var writer = JSONWriter(isCompact: true)
    switch page {
    case .home: writer.object { website(url, &$0) }
    case .list(let kind, _): writer.object { list(of: kind, url, &$0) }
    case .document(let index): writer.object { document(index, url, &$0) }
    default: return nil
    }
    var escaped: [UInt8] = []
    for byte in writer.bytes {
      if byte == UInt8(ascii: "<") { escaped += #"\u003c"#.utf8 } else { escaped.append(byte) }
    }
    return escaped
  }

  private func website(_ url: String, _ writer: inout JSONWriter) {
    writer.member("@context", schemaOrg)
    members("WebSite", url, siteTitle, &writer)
    writer.member("description", ifAny: catalogue.sheet?.head.tagline.map { brief($0.plain) })
    writer.member("publisher", named: settings?.publisher, as: "Organization")
    writer.member("license", ifAny: licenceURL)
    writer.member("potentialAction") { writer in
      writer.object { writer in
        writer.member("@type", "SearchAction")
        writer.member("target", url + "recherche.html?q={search_term_string}")
        writer.member("query-input", "required name=search_term_string")
      }
    }
  }

  private func list(of kind: Kind, _ url: String, _ writer: inout JSONWriter) {
    graph(&writer, trail: [(title(of: kind), url)]) { writer in
      members("CollectionPage", url, title(of: kind), &writer)
      itemList(of: published(kind).count, &writer)
    }
  }

  private func document(_ index: Catalogue.Index, _ url: String, _ writer: inout JSONWriter) {
    let document = catalogue.documents[index]
    let kind = document.id.kind
    let trail = [
      (title(of: kind), self.url(of: address(of: .list(kind))) ?? ""), (document.title, url),
    ]
    graph(&writer, trail: trail) { writer in
      if case .actor(let facts) = document.facts {
        actor(index, facts, url, &writer)
      } else {
        members(kind.schemaType, url, document.title, &writer)
        writer.member("description", brief(summary(of: index)))
        facts(of: index, &writer)
      }
    }
  }

  private func actor(
    _ index: Catalogue.Index, _ facts: ActorFacts, _ url: String, _ writer: inout JSONWriter
  ) {
    // An organisation is not its page.
    let type = facts.type.value == .citizens ? "Thing" : "Organization"
    members(type, url + "#acteur", catalogue.documents[index].title, &writer)
    writer.member("mainEntityOfPage", url)
    writer.member("alternateName", listOf: Array(facts.aliases.prefix(3))) { $0.string(brief($1)) }
    writer.member("url", ifAny: externalURL(facts.site, in: index))
    if type == "Organization" { writer.member("areaServed", ifAny: facts.territory.map(brief)) }
  }

  /// What a document's facts say beyond its name.
  private func facts(of index: Catalogue.Index, _ writer: inout JSONWriter) {
    let date = date(of: index)?.iso
    switch catalogue.documents[index].facts {
    case .canvas(let facts):
      writer.member("about", listOf: Array(facts.themes.prefix(3))) {
        $0.string(brief($1.text.plain))
      }
      writer.member("spatialCoverage", ifAny: facts.territory.map(brief))
      writer.member("dateCreated", ifAny: date)
      writer.member("license", ifAny: licenceURL)
    case .theme: itemList(of: canvases(of: index).count, &writer)
    case .inspiringCase(let facts): writer.member("spatialCoverage", ifAny: facts.place.map(brief))
    case .diagnosis(let facts):
      writer.member("spatialCoverage", ifAny: facts.territory.map(brief))
      writer.member("dateCreated", ifAny: date)
    case .workshop(let facts):
      writer.member("startDate", ifAny: date)
      writer.member("location", named: facts.place, as: "Place")
    case .experiment(let facts):
      writer.member("dateCreated", ifAny: date)
      writer.member("locationCreated", named: facts.place, as: "Place")
    case .source(let facts):
      writer.member("publisher", named: facts.publisher, as: "Organization")
      writer.member("datePublished", ifAny: facts.year?.iso)
    case .actionSheet(let facts):
      writer.member("spatialCoverage", ifAny: facts.territory.map(brief))
    case .actor, .guidePage, .catalogue: break
    }
  }

  private func members(
    _ type: String, _ id: String, _ name: String, _ writer: inout JSONWriter
  ) {
    writer.member("@type", type)
    writer.member("@id", id)
    writer.member("name", brief(name))
    if type != "Thing", type != "Organization" {
      writer.member("inLanguage", strings.language.rawValue)
    }
  }

  /// A thing and the way to its page from the home page.
  private func graph(
    _ writer: inout JSONWriter, trail: [(name: String, url: String)],
    _ thing: (inout JSONWriter) -> Void
  ) {
    writer.member("@context", schemaOrg)
    writer.member("@graph") { writer in
      writer.array([true, false]) { writer, isThing in
        writer.object { writer in
          guard !isThing else { return thing(&writer) }
          writer.member("@type", "BreadcrumbList")
          let steps = [(name: siteTitle, url: baseURL ?? "")] + trail
          writer.member("itemListElement", listOf: Array(steps.enumerated())) { writer, step in
            writer.object { writer in
              writer.member("@type", "ListItem")
              writer.member("position", step.offset + 1)
              writer.member("name", brief(step.element.name))
              writer.member("item", step.element.url)
            }
          }
        }
      }
    }
  }

  private func itemList(of count: Int, _ writer: inout JSONWriter) {
    writer.member("mainEntity") { writer in
      writer.object { writer in
        writer.member("@type", "ItemList")
        writer.member("numberOfItems", count)
      }
    }
  }

  private func title(of kind: Kind) -> String { strings["kinds." + kind.rawValue] }

  /// Where the catalogue's licence is found on the web.
  private var licenceURL: String? {
    catalogue.index(of: DocumentID(.catalogue, "catalogue")).flatMap {
      externalURL(settings?.licence, in: $0)
    }
  }

  private func externalURL(_ value: LinkedValue?, in index: Catalogue.Index) -> String? {
    guard let link = value?.link, case .external = catalogue.target(of: link, in: index)
    else { return nil }
    return String(decoding: link.destination, as: UTF8.self)
  }
}

private let schemaOrg = "https://schema.org"

/// Texts are cut so that a page's data stay near a kilobyte.
private func brief(_ text: String) -> String { shortened(text, to: 110) }

extension Kind {
  /// What schema.org calls a document of the kind.
  fileprivate var schemaType: String {
    switch self {
    case .catalogue: "WebSite"
    case .theme: "CollectionPage"
    case .actor: "Organization"
    case .diagnosis: "Report"
    case .workshop: "Event"
    case .guidePage: "Article"
    case .canvas, .inspiringCase, .actionSheet, .experiment, .source: "CreativeWork"
    }
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ key: String, named name: String?, as type: String) {
    guard let name, !name.isEmpty else { return }
    member(key) { writer in
      writer.object { writer in
        writer.member("@type", type)
        writer.member("name", brief(name))
      }
    }
  }
}

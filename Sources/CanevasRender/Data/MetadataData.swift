import CanevasModel
import CanevasSource
import CanevasSyntax

extension DocumentData {
  /// What the metadata say, by the document's kind; of the catalogue's own, what its readers need.
  func metadata(_ writer: inout JSONWriter) {
    switch document.facts {
    case .catalogue(let facts): members(facts, &writer)
    case .canvas(let facts): members(facts, &writer)
    case .theme(let facts):
      writer.member("colour", ifAny: facts.colour)
      member("diagnoses", facts.diagnoses, &writer)
    case .actor(let facts):
      writer.member("type", ifAny: facts.type.value)
      writer.member("aliases", listOf: facts.aliases) { $0.string($1) }
      member("site", facts.site, &writer)
      writer.member("territory", ifAny: facts.territory)
    case .inspiringCase(let facts):
      writer.member("place", ifAny: facts.place)
      member("site", facts.site, &writer)
      member("themes", facts.themes, &writer)
      writer.member("model", ifAny: facts.model)
    case .actionSheet(let facts): members(facts, &writer)
    case .diagnosis(let facts):
      writer.member("territory", ifAny: facts.territory)
      writer.member("approach", ifAny: facts.approach)
      writer.member("date", ifAny: facts.date)
    case .workshop(let facts):
      member("themes", facts.themes, &writer)
      writer.member("date", ifAny: facts.date)
      writer.member("duration", ifAny: facts.duration)
      writer.member("place", ifAny: facts.place)
    case .experiment(let facts):
      member("canvases", facts.canvases, &writer)
      writer.member("tool", ifAny: facts.tool.value)
      writer.member("date", ifAny: facts.date)
      writer.member("place", ifAny: facts.place)
    case .guidePage(let facts): writer.member("phase", ifAny: facts.phase)
    case .source(let facts):
      writer.member("publisher", ifAny: facts.publisher)
      writer.member("year", ifAny: facts.year)
      writer.member("language", ifAny: facts.language)
      writer.member("file", ifAny: facts.file)
    }
    member("sources", document.head.metadata.entry(.source)?.values ?? [], &writer)
  }

  private func members(_ facts: CatalogueFacts, _ writer: inout JSONWriter) {
    writer.member("territory", ifAny: facts.territory)
    writer.member("programme", ifAny: facts.programme)
    writer.member("language", ifAny: facts.language)
    writer.member("publisher", ifAny: facts.publisher)
    member("contact", facts.contact, &writer)
    member("licence", facts.licence, &writer)
  }

  private func members(_ facts: CanvasFacts, _ writer: inout JSONWriter) {
    member("themes", facts.themes, &writer)
    writer.member("status", ifAny: facts.status.value)
    writer.member("territory", ifAny: facts.territory)
    member("carriers", facts.carriers, &writer)
    member("inspirations", facts.inspirations, &writer)
    writer.member("date", ifAny: facts.date)
    writer.member("model", ifAny: facts.model)
    writer.member("reviewed", ifAny: facts.reviewed?.date)
  }

  private func members(_ facts: ActionFacts, _ writer: inout JSONWriter) {
    member("project", facts.project, &writer)
    writer.member("duration", ifAny: facts.duration)
    writer.member("start", ifAny: facts.start)
    writer.member("end", ifAny: facts.end)
    writer.member("territory", ifAny: facts.territory)
    writer.member("topic", ifAny: facts.topic)
    member("lines", facts.lines, &writer)
    member("funders", facts.funders, &writer)
    member("contacts", facts.contacts, &writer)
  }

  private func member(_ key: String, _ value: LinkedValue?, _ writer: inout JSONWriter) {
    guard let value else { return }
    writer.member(key) { writer in writer.object { members(of: value, &$0) } }
  }

  private func member(_ key: String, _ values: [LinkedValue], _ writer: inout JSONWriter) {
    writer.member(key, listOf: values) { writer, value in
      writer.object { members(of: value, &$0) }
    }
  }

  private func members(of value: LinkedValue, _ writer: inout JSONWriter) {
    writer.member("text", value.text.plain)
    writer.member("note", ifAny: value.note)
    member(targetOf: value.link, &writer)
  }
}

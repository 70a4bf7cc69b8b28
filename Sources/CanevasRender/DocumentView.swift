import CanevasLink
package import CanevasModel
import CanevasSource
import CanevasSyntax
import CanevasTemplate

/// A document as its page shows it: texts rendered with their links resolved, seen from the
/// page's address.
struct DocumentView {
  let site: Site
  let index: Catalogue.Index
  /// The address of the page that shows the text, which links are relative to.
  let address: String
  /// What opens the identifiers of headings, where one page shows several documents.
  var idPrefix = ""

  var catalogue: Catalogue { site.catalogue }
  var document: TypedDocument { catalogue.documents[index] }

  private var renderer: HTMLRenderer {
    var renderer = HTMLRenderer()
    renderer.rawHTML = .asText
    renderer.destination = { destination(of: $0) }
    renderer.appendText = appendTypeset
    return renderer
  }

  /// A text as HTML.
  func html(_ text: RichText) -> TemplateValue {
    guard !text.isEmpty else { return .absent }
    var bytes: [UInt8] = []
    renderer.render(text, into: &bytes)
    return .html(bytes)
  }

  func html(_ text: RichText?) -> TemplateValue {
    text.map { html($0) } ?? .absent
  }

  /// Blocks as HTML.
  func html(_ blocks: [Block]) -> TemplateValue {
    guard !blocks.isEmpty else { return .absent }
    var bytes: [UInt8] = []
    for block in blocks { renderer.render(block, into: &bytes) }
    return bytes.isEmpty ? .absent : .html(bytes)
  }

  /// A metadata value: a link to a page of the site or to the web, or words.
  func html(_ value: LinkedValue) -> TemplateValue {
    var bytes: [UInt8] = []
    if let link = value.link {
      renderer.render(RichText(InlineSequence(of: link), clip: link.range), into: &bytes)
    } else {
      renderer.render(value.text, into: &bytes)
    }
    if let note = value.note {
      bytes += " (".utf8
      renderer.render(note, into: &bytes)
      bytes.append(UInt8(ascii: ")"))
    }
    return .html(bytes)
  }

  func html(_ values: [LinkedValue]) -> TemplateValue {
    .list(values.map { ["html": html($0)] })
  }

  /// Where a link leads from this page; `nil` for a link that leads nowhere.
  func destination(of inline: Inline) -> String? {
    switch catalogue.target(of: inline, in: index) {
    case .document(let target, let anchor):
      guard site.isPublished(target) else { return nil }
      let page = href(to: catalogue.documents[target].id.address, from: address)
      guard let anchor else { return page }
      return catalogue.documents[target].id.address == address
        ? "#" + anchor : page + "#" + anchor
    case .asset(let path): return href(to: site.address(of: .asset(path)), from: address)
    case .external: return String(decoding: inline.destination, as: UTF8.self)
    case .broken: return nil
    }
  }

  /// The identifier of a heading on the page.
  func anchor(of heading: Block) -> String {
    idPrefix + (document.anchor(of: heading) ?? "")
  }
}

extension Site {
  /// A link to a document's page: its address, its title, and a word on it.
  func link(_ index: Catalogue.Index, from address: String) -> TemplateValue {
    record(answeringFor: ["note"], linkFields(index, from: address))
  }

  func links(_ indices: [Catalogue.Index], from address: String) -> TemplateValue {
    .list(indices.filter(isPublished).map { link($0, from: address) })
  }

  private func linkFields(
    _ index: Catalogue.Index, from address: String
  ) -> [(String, TemplateValue)] {
    let document = catalogue.documents[index]
    var fields: [(String, TemplateValue)] = [
      ("href", .text(href(to: document.id.address, from: address))),
      ("title", .html(typeset(document.title))),
    ]
    if let note = note(on: document) { fields.append(("note", .html(typeset(note)))) }
    return fields
  }

  /// A word that tells a document from others of its kind.
  package func note(on document: TypedDocument) -> String? {
    switch document.facts {
    case .actor(let facts): facts.type.value.map { strings[$0] }
    case .inspiringCase(let facts): facts.place
    case .experiment(let facts): facts.tool.value.map { strings[$0] }
    case .guidePage(let facts): facts.phase.map { "\(strings["phase"]) \($0.rawValue)" }
    case .source(let facts): facts.publisher
    case .canvas, .theme, .catalogue, .actionSheet, .diagnosis, .workshop: nil
    }
  }

  /// A link with what a card shows besides: tagline, status, theme, question, opportunity; and
  /// `more` of what the list around it is about.
  func card(
    _ index: Catalogue.Index, from address: String, _ more: [(String, TemplateValue)] = []
  ) -> TemplateValue {
    let document = catalogue.documents[index]
    let view = DocumentView(site: self, index: index, address: address)
    var fields = linkFields(index, from: address) + more
    fields.append(("tagline", view.html(document.head.tagline)))
    switch document.facts {
    case .canvas(let facts):
      fields.append(("status", status(facts.status)))
      if let theme = facts.themes.first.flatMap({ catalogue.document($0, in: index) }) {
        fields.append(("theme", .html(typeset(catalogue.documents[theme].title))))
        fields.append(("colour", .text(colourClass(of: theme))))
      }
      if case .challenge(let challenge) = document.section(.challenge)?.content {
        fields.append(("question", view.html(challenge.questions.first)))
      }
    case .theme:
      fields.append(("colour", .text(colourClass(of: index))))
      fields.append(
        ("count", .html(typeset(strings.count(canvases(of: index).count, "canvases")))))
      if case .prose(let blocks) = document.section(.opportunity)?.content {
        fields.append(("summary", view.html(blocks)))
      }
    case .actor:
      let canvases = catalogue.linking(to: index, kind: .canvas).count(where: isPublished)
      guard canvases > 0 else { break }
      fields.append(("count", .html(typeset(strings.count(canvases, "canvases")))))
    case .inspiringCase(let facts):
      if let theme = facts.themes.lazy.compactMap({ self.catalogue.document($0, in: index) }).first
      {
        fields.append(("colour", .text(colourClass(of: theme))))
      }
    case .experiment, .guidePage, .source, .catalogue, .actionSheet, .diagnosis, .workshop:
      break
    }
    return record(
      answeringFor: [
        "note", "theme", "status", "question", "summary", "count", "colour", "roles", "lessons",
      ], fields)
  }

  func cards(_ indices: [Catalogue.Index], from address: String) -> TemplateValue {
    .list(indices.filter(isPublished).map { card($0, from: address) })
  }

  /// A status with its word and a class of its own.
  func status(_ status: Found<Status>) -> TemplateValue {
    guard let status = status.value else { return .absent }
    return [
      "word": .html(typeset(strings[status])), "class": .text("status-" + slug(status.rawValue)),
    ]
  }
}

import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

/// A document as data: what `catalogue.schema.json` calls a document.
struct DocumentData {
  let site: Site
  let index: Catalogue.Index
  let source: PublishedSource

  init(_ index: Catalogue.Index, of site: Site) {
    self.site = site
    self.index = index
    source = PublishedSource(index, of: site)
  }

  var catalogue: Catalogue { site.catalogue }
  var document: TypedDocument { catalogue.documents[index] }

  /// The document as a JSON object; the catalogue's file has one a line.
  func json(isCompact: Bool) -> [UInt8] {
    var writer = JSONWriter(isCompact: isCompact)
    writer.object(members)
    return writer.bytes
  }

  private func members(_ writer: inout JSONWriter) {
    let id = document.id
    writer.member("kind", id.kind.rawValue)
    writer.member("slug", id.slug)
    writer.member("title", document.title)
    writer.member("tagline", ifAny: document.head.tagline)
    writer.member("page", id.address)
    writer.member("source", id.address(ending: "md"))
    writer.member("path", document.file.path)
    writer.member("isDraft", ifSet: document.isDraft)
    writer.member("metadata") { writer in writer.object(metadata) }
    writer.member("stories", listOf: document.head.stories) { writer, story in
      writer.object { writer in
        writer.member("text", plainText(story.paragraphs))
        writer.member("teller", ifAny: story.teller)
      }
    }
    member("introduction", document.head.introduction, &writer)
    let sections = document.sections.filter { $0.name != .unsorted && !$0.isEmpty }
    writer.member("sections", listOf: sections) { writer, section in
      writer.object { self.section(section, &$0) }
    }
    writer.member("figures", listOf: document.amounts) { writer, amount in
      writer.object { writer in
        writer.members(of: amount, in: document.file)
        let section = document.section(at: amount.range.lowerBound)
        writer.member("section", ifAny: section.flatMap { document.anchor(of: $0.heading) })
      }
    }
    links(&writer)
  }

  /// The links that lead somewhere, in the author's order.
  private func links(_ writer: inout JSONWriter) {
    let shown = zip(document.links, catalogue.targets[index]).filter { isShown($0.1) }
    writer.member("links", listOf: shown) { writer, shown in
      let (link, target) = shown
      writer.object { writer in
        writer.member("role", link.role.rawValue)
        writer.member("text", link.inline.plain)
        member(target, of: link.inline, &writer)
      }
    }
  }

  private func isShown(_ target: Catalogue.Target) -> Bool {
    switch target {
    case .document(let index, _): site.isPublished(index)
    case .asset, .external: true
    case .broken: false
    }
  }

  /// Where a link leads, as a member `target`.
  private func member(_ target: Catalogue.Target, of link: Inline, _ writer: inout JSONWriter) {
    guard isShown(target) else { return }
    writer.member("target") { writer in
      writer.object { writer in
        switch target {
        case .document(let index, let anchor):
          let id = catalogue.documents[index].id
          writer.member("kind", id.kind.rawValue)
          writer.member("slug", id.slug)
          writer.member("anchor", ifAny: anchor)
        case .asset(let path): writer.member("file", site.address(of: .asset(path)))
        case .external: writer.member("url", String(decoding: link.destination, as: UTF8.self))
        case .broken: break
        }
      }
    }
  }

  func member(targetOf link: Inline?, _ writer: inout JSONWriter) {
    guard let link else { return }
    member(catalogue.target(of: link, in: index), of: link, &writer)
  }

  /// Blocks as text and as Markdown.
  func member(_ key: String, _ blocks: [Block], _ writer: inout JSONWriter) {
    let blocks = blocks.filter { !$0.isComment }
    guard !blocks.isEmpty else { return }
    writer.member(key) { writer in
      writer.object { writer in
        writer.member("text", plainText(blocks))
        let markdown = blocks.map { source.bytes(in: $0.range) }.joined(separator: "\n\n".utf8)
        writer.member("markdown", String(decoding: Array(markdown), as: UTF8.self))
      }
    }
  }
}

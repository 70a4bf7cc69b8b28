import CanevasSource
package import CanevasSyntax

/// What the typed reading of a document tells of its blocks: which are pieces of their own kind,
/// and what they are called.
struct PieceNames: Sendable {
  /// The sections that headings open, by the heading's range.
  private(set) var sections: [ByteRange: SectionName?] = [:]
  /// The headings that are recognised however they are spelt, by their range.
  let fixedHeadings: [ByteRange: String]
  /// The blocks of the head that are something else than text and items.
  private(set) var kinds: [ByteRange: Piece.Kind] = [:]
  private(set) var entries: [ByteRange: Metadata.Entry] = [:]
  /// What flows and steps are called by: a flow by both its ends.
  private var items: [ByteRange: [RichText]] = [:]

  init(_ document: TypedDocument) {
    fixedHeadings = FixedHeadings(document).names
    readHead(of: document)
    for section in document.sections {
      sections[section.heading.range] = section.name
      switch section.content {
      case .flows(let list):
        for flow in list.values {
          guard let route = flow.route.value else { continue }
          items[flow.item.range] = [route.from.text, route.to.text]
        }
      case .steps(let list):
        for step in list.values { items[step.item.range] = [step.name] }
      case .challenge, .items, .propositions, .revenue, .indicators, .offering, .forces,
        .evaluation, .votes, .prose:
        break
      }
    }
  }

  private mutating func readHead(of document: TypedDocument) {
    let head = document.head
    for entry in head.metadata.entries { entries[entry.range] = entry }
    let sectionStart = document.sections.first?.heading.range.lowerBound ?? Int.max
    for block in document.document.blocks where block.range.lowerBound < sectionStart {
      if case .heading(1) = block.kind, kinds.isEmpty {
        kinds[block.range] = .title
      } else if block.isList, head.metadata.range?.contains(block.range) == true {
        for item in block.children { kinds[item.range] = .entry(entries[item.range]?.key) }
      } else if block.kind == .blockQuote, document.id.kind == .canvas {
        kinds[block.range] = .story
      } else if block.kind == .paragraph, let tagline = head.tagline,
        block.range.contains(tagline.range)
      {
        kinds[block.range] = .tagline
      }
    }
  }

  /// What a block is called among its siblings, folded.
  func name(of block: Block, _ kind: Piece.Kind) -> String? {
    switch kind {
    case .document, .title, .tagline, .story, .block, .comment: return nil
    case .entry(let key?): return key.rawValue
    case .section(let name?): return name.rawValue
    case .section(nil), .subsection: return headingKey(block.text.plain)
    case .entry(nil), .item:
      if let parts = items[block.range] {
        return parts.map { nameKey($0.plain) }.joined(separator: " → ")
      }
      guard let text = block.firstParagraph?.text else { return nil }
      if let name = ItemName.read(text)?.name { return nameKey(name.plain) }
      return keyAndValue(text).map { nameKey($0.key.plain) }
    }
  }
}

extension Block {
  /// The text that opens an item.
  package var firstParagraph: Block? {
    guard let first = children.first(where: { !$0.isComment }), first.kind == .paragraph else {
      return nil
    }
    return first
  }
}

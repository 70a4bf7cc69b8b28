import CanevasCheck
import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

/// A thing of a document that a cursor may stand on, with its place.
struct Subject {
  enum Thing {
    /// A link or image, by its place among the document's links.
    case link(Int)
    case title
    case topic(Topic)
    /// A heading that is none of the fixed ones.
    case heading(Block)
    /// One of the words that a key's value is taken from.
    case word(MetadataKey)
    /// Another name of the actor that the document is about.
    case alias(String)
    /// One who is named among the customers, partners or ends of flows.
    case party(FlowParty, name: String)
    /// An actor's name in a text.
    case mention(Catalogue.Index, name: String)
    case mechanism(Mechanism)
    case nature(FlowNature)
    case amount(Amount)
    /// The code of a rule in a waiver or a setting.
    case rule(String)
  }

  let range: ByteRange
  let thing: Thing
}

extension EditorQuery {
  /// What stands at a place; the smallest thing where several lie in each other.
  func subject(at place: Int) -> Subject? {
    link(at: place) ?? waiver(at: place) ?? heading(at: place) ?? metadata(at: place)
      ?? flowPart(at: place) ?? itemPart(at: place) ?? amount(at: place) ?? mention(at: place)
  }

  private func link(at place: Int) -> Subject? {
    // An image may stand in a link: the last one to start is the inner one.
    let links = document.links
    let end = links.place { $0.range.lowerBound <= place }
    for number in links[..<end].indices.reversed().prefix(8)
    where links[number].range.contains(place) {
      return Subject(range: links[number].range, thing: .link(number))
    }
    return nil
  }

  private func waiver(at place: Int) -> Subject? {
    let waiver = document.waivers.first { !$0.code.isEmpty && $0.codeRange.touches(place) }
    return waiver.map { Subject(range: $0.codeRange, thing: .rule($0.code)) }
  }

  private func heading(at place: Int) -> Subject? {
    guard let anchor = document.anchors.first(where: { $0.heading.range.touches(place) })
    else { return nil }
    let heading = anchor.heading
    let range = heading.text.range.touches(place) ? heading.text.range : heading.range
    if document.head.title.value?.range == heading.text.range {
      return Subject(range: range, thing: .title)
    }
    return Subject(range: range, thing: topic(of: heading).map { .topic($0) } ?? .heading(heading))
  }

  /// What a fixed heading stands for.
  func topic(of heading: Block) -> Topic? {
    let sections = document.sections
    let place = sections.place { $0.heading.range.lowerBound <= heading.range.lowerBound }
    guard place > 0 else { return nil }
    let section = sections[place - 1]
    guard let name = section.name else { return nil }
    if section.heading.range == heading.range { return .section(name) }
    let key = headingKey(heading.text.plain)
    return SectionPart.all(of: name).first { headingKey($0.heading) == key }.map(Topic.part)
  }

  private func metadata(at place: Int) -> Subject? {
    let entries = document.head.metadata.entries
    guard let entry = entries.first(where: { $0.range.touches(place) }) else { return nil }
    if entry.keyRange.touches(place) {
      return Subject(range: entry.keyRange, thing: .topic(.key(entry.key)))
    }
    guard let value = entry.values.first(where: { $0.text.range.touches(place) }) else {
      return nil
    }
    let range = value.text.range
    if case .words = entry.key.shape(in: document.id.kind) {
      return Subject(range: range, thing: .word(entry.key))
    }
    switch entry.key {
    case .aliases: return Subject(range: range, thing: .alias(value.text.plain))
    case .rules:
      let code = String(value.text.plain.prefix { $0 != " " })
      return Rule.named(code).map { Subject(range: range, thing: .rule($0.code)) }
    default: return nil
    }
  }

  private func flowPart(at place: Int) -> Subject? {
    for resolved in catalogue.flows(of: index) where resolved.flow.item.range.touches(place) {
      guard let route = resolved.flow.route.value else { continue }
      for (end, party) in [(route.from, resolved.from), (route.to, resolved.to)]
      where end.text.range.touches(place) {
        return Subject(range: end.text.range, thing: .party(party, name: end.plain))
      }
      if let nature = route.nature, let range = resolved.flow.natureRange, range.touches(place) {
        return Subject(range: range, thing: .nature(nature))
      }
    }
    return nil
  }

  private func itemPart(at place: Int) -> Subject? {
    guard let section = document.section(at: place) else { return nil }
    if case .revenue(let streams) = section.content {
      for stream in streams.values {
        guard let name = stream.item.name, name.text.range.touches(place),
          let mechanism = Mechanism(opening: name.plain)
        else { continue }
        return Subject(range: name.text.range, thing: .mechanism(mechanism))
      }
    }
    guard section.name?.namesParties == true else { return nil }
    for party in catalogue.parties(of: index) {
      guard let name = party.item.name, name.text.range.touches(place) else { continue }
      return Subject(range: name.text.range, thing: .party(party.party, name: name.plain))
    }
    return nil
  }

  private func amount(at place: Int) -> Subject? {
    let amount = document.amounts.first { $0.range.touches(place) }
    return amount.map { Subject(range: $0.range, thing: .amount($0)) }
  }

  private func mention(at place: Int) -> Subject? {
    let line = file.bytes[file.lineStart(place)..<file.lineContentEnd(place)]
    let mentions = catalogue.actorNames.mentions(in: line)
    guard let found = mentions.first(where: { ByteRange($0.range).touches(place) }),
      found.actor != index, document.isText(ByteRange(found.range))
    else { return nil }
    let range = ByteRange(found.range)
    return Subject(range: range, thing: .mention(found.actor, name: file.text(range)))
  }
}

extension SectionName {
  /// Whether the section says who the customers and partners are.
  var namesParties: Bool {
    switch self {
    case .customers, .partners, .customerSegments, .keyPartners: true
    default: false
    }
  }
}

extension Flow {
  /// Where the nature stands, without its parentheses.
  var natureRange: ByteRange? {
    guard let route = route.value, route.nature != nil else { return nil }
    let text = (item.block.kind == .paragraph ? item.block : item.block.firstParagraph)?.text
    guard let end = text?.range.upperBound else { return nil }
    let start = max(route.to.text.range.upperBound, route.label.range.upperBound)
    let bytes = item.block.file.bytes
    guard start < end, bytes[end - 1] == UInt8(ascii: ")"),
      let open = bytes[start..<end].lastIndex(of: UInt8(ascii: "("))
    else { return nil }
    return ByteRange(open + 1, end - 1).trimmed(in: bytes)
  }

  /// Where the arrow stands.
  var arrowRange: ByteRange? {
    guard let route = route.value else { return nil }
    let (start, end) = (route.from.text.range.upperBound, route.to.text.range.lowerBound)
    guard start < end else { return nil }
    let range = ByteRange(start, end).trimmed(in: item.block.file.bytes)
    return range.isEmpty ? nil : range
  }
}

extension Block {
  /// An item's first paragraph.
  var firstParagraph: Block? { children.first { $0.kind == .paragraph } }
}

extension ByteRange {
  /// The range without the white space at its ends.
  func trimmed(in bytes: [UInt8]) -> ByteRange {
    var (start, end) = (lowerBound, upperBound)
    while start < end, let count = spaceAtStart(bytes[start..<end]) { start += count }
    while start < end, let count = spaceAtEnd(bytes[start..<end]) { end -= count }
    return ByteRange(start, max(start, end))
  }
}

extension TypedDocument {
  /// The smallest block that holds a range.
  func block(around range: ByteRange) -> Block? {
    var found: Block?
    var next = document.blocks.first { $0.range.contains(range) }
    while let block = next {
      found = block
      next = block.children.first { $0.range.contains(range) }
    }
    return found
  }

  /// Whether a range is words of the document: no markup, link, code or comment.
  func isText(_ range: ByteRange) -> Bool {
    guard let block = block(around: range) else { return false }
    var next = block.inlines.first { $0.range.contains(range) }
    while let inline = next {
      switch inline.kind {
      case .text: return inline.isVerbatim
      case .emphasis, .strong: next = inline.children.first { $0.range.contains(range) }
      case .link, .image, .code, .html, .softBreak, .lineBreak: return false
      }
    }
    return false
  }
}

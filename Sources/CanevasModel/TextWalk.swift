import CanevasSource
import CanevasSyntax

/// Walks all of a document's text once: for its links, amounts and headings, and for slips that
/// can be made anywhere.
struct TextWalk {
  let kind: Kind
  var links: [Link] = []
  var amounts: [Amount] = []
  var headings: [Block] = []
  var defects: [Defect] = []
  /// What `##Titre` without its space was meant to say, by `headingKey`.
  private(set) var typedHeadings: Set<String> = []

  private var isQuoted = false
  private var role = LinkRole.mention
  /// The ordinals of the links that name items or flow ends, and so must lead to the kind of
  /// document that the section's role says.
  private var naming: Set<Int> = []
  private var namesAll = false
  private var countsAmounts = false
  private var collectsAmounts = false

  init(kind: Kind) {
    self.kind = kind
  }

  mutating func visit(head: Head, sections: [Section], outline: Outline) {
    if let title = outline.title { visit(title) }
    visitOpening(outline.opening, metadata: head.metadata)
    for (section, cut) in zip(sections, outline.sections) {
      role = section.name?.role ?? .mention
      naming = namingLinks(of: section)
      collectsAmounts = kind == .canvas
      countsAmounts = section.name?.shape == .revenue || section.name?.shape == .indicators
      visit(cut.heading)
      for block in cut.blocks { visit(block) }
    }
    links.sort { $0.inline.ordinal < $1.inline.ordinal }
  }

  private mutating func visitOpening(_ blocks: [Block], metadata: Metadata) {
    let range = metadata.range
    for block in blocks {
      if block.isList, let range, range.contains(block.range) {
        visitMetadata(block, metadata)
      } else {
        visit(block)
      }
    }
  }

  private mutating func visitMetadata(_ list: Block, _ metadata: Metadata) {
    for item in list.children {
      role = metadata.entries.first { $0.range == item.range }?.key.role ?? .mention
      namesAll = true
      visit(item)
      namesAll = false
    }
    role = .mention
  }

  private mutating func visit(_ block: Block) {
    switch block.kind {
    case .heading:
      headings.append(block)
      visit(text: block.text)
    case .paragraph:
      visit(text: block.text)
      if collectsAmounts { amounts += Amount.all(in: block.text, counts: countsAmounts) }
      checkTypedMarkup(block)
    case .blockQuote:
      let isNested = isQuoted
      isQuoted = true
      for child in block.children { visit(child) }
      isQuoted = isNested
    case .bulletList, .orderedList, .item:
      for child in block.children { visit(child) }
    case .htmlBlock:
      if !block.isComment { defects.append(Defect(.rawHTML, block.range)) }
    case .codeBlock, .thematicBreak: break
    }
  }

  private mutating func visit(text: RichText) {
    for inline in text.inlines { visit(inline) }
    if let place = placeholder(in: text) { defects.append(Defect(.placeholder, place)) }
  }

  private mutating func visit(_ inline: Inline) {
    switch inline.kind {
    case .link, .image:
      links.append(
        Link(
          inline: inline, role: role,
          isNaming: namesAll || naming.contains(inline.ordinal)))
      if inline.kind == .image, inline.plain.utf8.allSatisfy({ $0 == 0x20 }) {
        defects.append(Defect(.imageWithoutAlternative, inline.range))
      }
      for child in inline.children { visit(child) }
    case .emphasis, .strong:
      for child in inline.children { visit(child) }
    case .html:
      // A closing tag is the other half of what its opening tag was reported for.
      let isClosing = inline.literal.starts(with: "</".utf8)
      if !inline.isComment, !isClosing { defects.append(Defect(.rawHTML, inline.range)) }
    case .text, .softBreak, .lineBreak, .code: break
    }
  }

  /// Finds `•`, `–` typed as bullets, and `##Titre` without its space, at line starts.
  private mutating func checkTypedMarkup(_ paragraph: Block) {
    var isLineStart = true
    for inline in paragraph.inlines {
      defer { isLineStart = inline.kind == .softBreak || inline.kind == .lineBreak }
      guard isLineStart, inline.isVerbatim else { continue }
      let literal = inline.literal
      let start = inline.range.lowerBound
      // In a quote, a dash names the teller.
      for bullet in ["•", "–", "‣", "◦", "·", "▪"]
      where literal.starts(with: bullet.utf8) && !(isQuoted && bullet == "–")
        && spaceAtStart(literal.dropFirst(bullet.utf8.count)) != nil
      {
        defects.append(Defect(.typedBullet, ByteRange(start, start + bullet.utf8.count)))
      }
      let marks = literal.prefix { $0 == UInt8(ascii: "#") }.count
      if (2...6).contains(marks), let next = literal.dropFirst(marks).first,
        spaceAtStart([next]) == nil
      {
        defects.append(Defect(.headingWithoutSpace, ByteRange(start, start + marks)))
        let text = String(decoding: literal.dropFirst(marks), as: UTF8.self)
        typedHeadings.insert(headingKey(text))
      }
    }
  }

  /// The place of a blank's « À PRÉCISER » that was left in a text.
  private func placeholder(in text: RichText) -> ByteRange? {
    for inline in text.inlines where inline.isVerbatim {
      let literal = inline.literal
      for mark in ["À PRÉCISER", "A\u{300} PRE\u{301}CISER"] {
        let mark = Array(mark.utf8)
        guard literal.count >= mark.count else { continue }
        for index in literal.startIndex...(literal.endIndex - mark.count)
        where literal[index] == mark[0] && literal[index...].starts(with: mark) {
          let start = inline.range.lowerBound + index - literal.startIndex
          return ByteRange(start, start + mark.count)
        }
      }
    }
    return nil
  }
}

/// The links that name a section's items or the ends of its flows.
private func namingLinks(of section: Section) -> Set<Int> {
  switch section.content {
  case .flows(let list):
    Set(
      list.values.flatMap { flow in
        [flow.route.value?.from.link, flow.route.value?.to.link].compactMap { $0?.ordinal }
      })
  case .votes, .items:
    Set(section.items.compactMap { $0.name?.link?.ordinal })
  default: []
  }
}

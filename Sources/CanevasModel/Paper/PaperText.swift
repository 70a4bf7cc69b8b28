import CanevasSource
import CanevasSyntax

/// One paragraph of a section as paper shows it.
package struct PaperBlock: Sendable {
  package enum Role: Sendable {
    case body, question
    /// Stands above what it names, in the same column.
    case label
    /// Breaks nowhere.
    case row
    /// A picture of a height of its own.
    case picture(Millipoints)
  }

  /// What parts it from the block above.
  package enum Gap: Sendable {
    case none, item, paragraph
  }

  package let text: Paragraph
  package var role = Role.body
  /// How many lists it stands in.
  package var level = 0
  package var gap = Gap.paragraph

  package init(_ text: Paragraph, _ role: Role = .body, level: Int = 0, gap: Gap = .paragraph) {
    self.text = text
    self.role = role
    self.level = level
    self.gap = gap
  }
}

extension Section {
  /// The section's paragraphs as paper shows them, without its heading.
  package var paperBlocks: [PaperBlock] {
    var writer = PaperWriter()
    writer.add(content)
    return writer.blocks
  }
}

/// Lays a section's content out as paragraphs, as the templates do.
struct PaperWriter {
  private(set) var blocks: [PaperBlock] = []
  /// Nothing parts the next block from its label.
  private var follows = false

  mutating func add(_ content: SectionContent) {
    switch content {
    case .challenge(let challenge):
      for sentence in challenge.opening {
        switch sentence {
        case .question(let text): append(PaperBlock(Paragraph(text, .bold), .question))
        case .statement(let text): append(PaperBlock(Paragraph(text)))
        }
      }
      add(challenge.solution)
    case .prose(let blocks): add(blocks)
    case .items(let list): add(list) { $0 }
    case .propositions(let list): addPropositions(list)
    case .revenue(let list): add(list, \.item)
    case .indicators(let list): add(list, \.item)
    case .flows(let list):
      for flow in list.values { add(flow) }
      for case .prose(let block) in list.parts { add(block, level: 0, gap: .paragraph) }
    case .offering(let offering): add(offering)
    case .forces(let parts): for part in parts { add(part, \.item) }
    case .evaluation(let parts): for part in parts { add(part, \.item) }
    case .steps(let list): add(list, \.item)
    case .votes(let list): add(list, \.item)
    }
  }

  private mutating func append(_ block: PaperBlock) {
    var block = block
    if follows { block.gap = .none }
    if case .label = block.role { follows = true } else { follows = false }
    blocks.append(block)
  }

  mutating func add(_ prose: [Block]) {
    for block in prose { add(block, level: 0, gap: .paragraph) }
  }

  private mutating func add(_ block: Block, level: Int, gap: PaperBlock.Gap) {
    switch block.kind {
    case .paragraph, .heading:
      append(PaperBlock(Paragraph(block.text), level: level, gap: gap))
    case .codeBlock, .htmlBlock:
      for line in block.literal.split(separator: UInt8(ascii: "\n")) where !block.isComment {
        let text = Paragraph(String(decoding: line, as: UTF8.self))
        append(PaperBlock(text, level: level, gap: gap))
      }
    case .bulletList, .orderedList:
      var gap = gap
      for item in block.children {
        add(Array(item.children), level: level + 1, gap: gap)
        gap = .item
      }
    case .blockQuote, .item: add(Array(block.children), level: level, gap: gap)
    case .thematicBreak: break
    }
  }

  /// What stands in an item or a quote: its first block opens it.
  private mutating func add(_ children: [Block], level: Int, gap: PaperBlock.Gap) {
    var gap = gap
    for block in children {
      add(block, level: level, gap: gap)
      gap = block.isList ? .paragraph : .none
    }
  }

  private mutating func add<Value>(_ list: ItemList<Value>, _ item: (Value) -> Item) {
    add(list) { $0.add(item($1), gap: $2) }
  }

  private mutating func add<Value>(
    _ list: ItemList<Value>, _ add: (inout Self, Value, PaperBlock.Gap) -> Void
  ) {
    for part in list.parts {
      switch part {
      case .prose(let block): self.add(block, level: 0, gap: .paragraph)
      case .items(let group, _, let values):
        if let group { append(PaperBlock(Paragraph(group, .bold), .label)) }
        var gap = PaperBlock.Gap.paragraph
        for value in values {
          add(&self, value, gap)
          gap = .item
        }
      }
    }
  }

  private mutating func addPropositions(_ list: ItemList<ValueProposition>) {
    add(list) { writer, proposition, gap in
      var lead = Paragraph()
      if let text = proposition.beneficiary?.text, proposition.item.range.contains(text.range) {
        lead.add("Pour ", .bold)
        lead.add(text, .bold)
        lead.add(" : ")
      }
      writer.add(proposition.item, gap: gap, after: lead)
    }
  }

  /// An item: `(optionnel) nom (note) : texte`, then its details.
  private mutating func add(_ item: Item, gap: PaperBlock.Gap, after lead: Paragraph = Paragraph())
  {
    var text = Paragraph()
    if item.isOptional { text.add("(optionnel) ") }
    if let name = item.name {
      text.add(name.text, .bold)
      if let note = name.note {
        text.add(" (")
        text.add(note)
        text.add(")")
      }
      if !item.text.isEmpty { text.add(" : ") }
    }
    text.add(lead)
    text.add(item.text)
    append(PaperBlock(text, level: 1, gap: gap))
    add(item.details, level: 1, gap: .none)
  }

  private mutating func add<Value>(_ part: Subsection<Value>, _ item: (Value) -> Item) {
    if let heading = part.heading {
      append(PaperBlock(Paragraph(heading.text, .bold), .label))
    }
    add(part.items, item)
  }

  private mutating func add(_ offering: Offering) {
    let lines: [(String, RichText?)] = [
      ("Cœur de l'offre", offering.core), ("Valeur principale", offering.mainValue),
      ("Identité", offering.identity),
    ]
    for (label, text) in lines {
      guard let text else { continue }
      var line = Paragraph(label + " : ", .bold)
      line.add(text)
      append(PaperBlock(line))
    }
    add(offering.further) { $0 }
  }

  /// One row of the flows' table: `De → vers : quoi — nature`.
  private mutating func add(_ flow: Flow) {
    guard let route = flow.route.value else { return add(flow.item, gap: .paragraph) }
    var text = Paragraph(route.from.text, .bold)
    text.add(" → ")
    text.add(route.to.text, .bold)
    text.add(" : ")
    text.add(route.label)
    if flow.isOptional { text.add(" (optionnel)") }
    if let nature = route.nature {
      text.add(" ")
      text.addBox(2_500)
      text.add(nature.rawValue)
    }
    append(PaperBlock(text, .row))
    add(flow.item.details, level: 1, gap: .none)
  }
}

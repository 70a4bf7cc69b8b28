import CanevasSource
import CanevasSyntax

extension SectionContent {
  /// Reads the blocks of a section by the shape of its name.
  init(_ section: Outline.Section, name: SectionName, into defects: inout [Defect]) {
    switch name.shape {
    case .challenge: self = .challenge(Challenge(section.blocks))
    case .prose: self = .prose(section.blocks)
    case .forces: self = .forces(readForces(section.blocks, into: &defects))
    case .evaluation: self = .evaluation(readEffects(section.blocks, into: &defects))
    case .items, .propositions, .revenue, .indicators, .flows, .offering, .steps, .votes:
      let (list, isProseOnly) = ItemList.read(section.blocks)
      if isProseOnly, let first = section.blocks.first, let last = section.blocks.last {
        defects.append(
          Defect(
            .proseWhereItemsAreUsual(name: name.heading), first.range.union(last.range)))
      }
      self = SectionContent(list, shape: name.shape, into: &defects)
    }
  }

  private init(
    _ list: ItemList<Item>, shape: SectionShape, into defects: inout [Defect]
  ) {
    switch shape {
    case .propositions: self = .propositions(list.map { ValueProposition($0, group: $1) })
    case .revenue: self = .revenue(list.map { RevenueStream($0, group: $1) })
    case .indicators: self = .indicators(list.map { item, _ in Indicator(item) })
    case .flows:
      var found: [Defect] = []
      self = .flows(list.map { item, _ in Flow(item, into: &found) })
      defects += found
    case .offering: self = .offering(Offering(list))
    case .steps:
      var found: [Defect] = []
      self = .steps(list.map { item, _ in Step(item, into: &found) })
      defects += found
    case .votes: self = .votes(list.map { item, _ in Vote(item) })
    case .items, .challenge, .prose, .forces, .evaluation: self = .items(list)
    }
  }
}

extension ValueProposition {
  init(_ item: Item, group: RichText?) {
    let own = Beneficiary.read(item)
    self.item = own?.rest ?? item
    beneficiary = own?.beneficiary ?? Beneficiary.of(group: group)
  }
}

extension RevenueStream {
  init(_ item: Item, group: RichText?) {
    mechanism =
      item.name.flatMap { Mechanism(opening: $0.plain) }
      ?? group.flatMap { Mechanism(opening: $0.plain) }
    let own = Beneficiary.read(item)
    self.item = item
    beneficiary = own?.beneficiary ?? Beneficiary.of(group: group)
    amounts = Amount.all(in: item.text, counts: true)
  }
}

extension Mechanism {
  /// The mechanism whose word is the name, or opens it: `Abonnement annuel`.
  package init?(opening name: String) {
    if let exact = Self(rawValue: name) {
      self = exact
      return
    }
    let key = folded(name)
    let found = Self.words.first { key == $0.word || key.hasPrefix($0.word + " ") }
    guard let found else { return nil }
    self = found.mechanism
  }

  private static let words = allCases.map { (word: folded($0.rawValue), mechanism: $0) }
}

extension Beneficiary {
  /// Reads `Pour X :` at the start of an item's text or as its name.
  static func read(_ item: Item) -> (beneficiary: Beneficiary, rest: Item)? {
    if let name = item.name, let text = afterPour(name.text) {
      let rest = Item(
        block: item.block, isOptional: item.isOptional, name: nil, text: item.text,
        details: item.details)
      return (Beneficiary(text: text), rest)
    }
    guard let (head, rest) = keyAndValue(item.text), let text = afterPour(head) else { return nil }
    let shorter = Item(
      block: item.block, isOptional: item.isOptional, name: item.name, text: rest,
      details: item.details)
    return (Beneficiary(text: text), shorter)
  }

  static func of(group: RichText?) -> Beneficiary? {
    group.flatMap(afterPour).map { Beneficiary(text: $0) }
  }

  private static func afterPour(_ text: RichText) -> RichText? {
    guard folded(text.plain).hasPrefix("pour ") else { return nil }
    // « Pour » is ASCII, so that its four letters are four bytes.
    return text.clipped(to: ByteRange(text.range.lowerBound + 4, text.range.upperBound))
  }
}

extension Offering {
  init(_ list: ItemList<Item>) {
    var facts: [String: RichText] = [:]
    let keys = ["cœur de l'offre", "valeur principale", "identité"].map { folded($0) }
    func fact(_ item: Item) -> (key: String, value: RichText)? {
      if let name = item.name {
        let key = folded(name.plain)
        return keys.contains(key) ? (key, item.text) : nil
      }
      guard let (key, value) = keyAndValue(item.text) else { return nil }
      let folded = folded(key.plain)
      return keys.contains(folded) ? (folded, value) : nil
    }
    let parts = list.parts.compactMap { part -> ItemList<Item>.Part? in
      guard case .items(let group, let isOrdered, let items) = part else { return part }
      var rest: [Item] = []
      for item in items {
        // A fact is one text; an item that says more stays an item, so that nothing is lost.
        if item.details.isEmpty, let (key, value) = fact(item), facts[key] == nil {
          facts[key] = value
        } else {
          rest.append(item)
        }
      }
      return rest.isEmpty ? nil : .items(group: group, isOrdered: isOrdered, rest)
    }
    core = facts[keys[0]]
    mainValue = facts[keys[1]]
    identity = facts[keys[2]]
    further = ItemList(parts: parts)
  }
}

extension Vote {
  init(_ item: Item) {
    self.item = item
    let digits = item.text.plain.utf8.drop { !(0x30...0x39).contains($0) }
      .prefix { (0x30...0x39).contains($0) }
    count = Int(String(decoding: digits, as: UTF8.self))
  }
}

extension Step {
  init(_ item: Item, into defects: inout [Defect]) {
    self.item = item
    if let named = item.name {
      name = named.text
      text = item.text
      duration = named.note.map { Step.duration($0, into: &defects) }
      return
    }
    guard let (head, rest) = keyAndValue(item.text) else {
      name = item.text
      text = item.text.clipped(to: ByteRange(at: item.text.range.upperBound))
      duration = nil
      defects.append(Defect(.malformedStep, item.text.range))
      return
    }
    text = rest
    let plain = Array(head.plain.utf8)
    guard plain.last == UInt8(ascii: ")"),
      let open = head.inlines.lastParenthesis(in: head)
    else {
      name = head
      duration = nil
      return
    }
    name = head.clipped(to: ByteRange(head.range.lowerBound, open))
    let inside = head.clipped(to: ByteRange(open + 1, head.range.upperBound - 1))
    duration = Step.duration(inside, into: &defects)
  }

  private static func duration(
    _ text: RichText, into defects: inout [Defect]
  ) -> Found<Duration> {
    if let duration = Duration(text.plain) { return .value(duration) }
    defects.append(
      Defect(.unreadableDuration(key: SectionName.agenda.heading, value: text.plain), text.range))
    return .reported
  }
}

extension InlineSequence {
  /// The offset of the last opening parenthesis in the plain texts of `text`.
  func lastParenthesis(in text: RichText) -> Int? {
    var found: Int?
    for inline in text.parts where inline.isVerbatim {
      let literal = text.literal(of: inline)
      if let index = literal.lastIndex(of: UInt8(ascii: "(")) {
        found =
          Swift.max(text.range.lowerBound, inline.range.lowerBound) + index - literal.startIndex
      }
    }
    return found
  }
}

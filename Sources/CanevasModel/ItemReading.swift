import CanevasSource
package import CanevasSyntax

extension ItemList<Item> {
  /// Reads blocks as items and prose. Comments are transparent. Without any list, every paragraph
  /// is an item; `isProseOnly` says so.
  static func read(_ blocks: [Block]) -> (list: ItemList<Item>, isProseOnly: Bool) {
    let blocks = blocks.filter { !$0.isComment }
    guard blocks.contains(where: \.isList) else {
      let parts = blocks.map { block -> Part in
        guard block.kind == .paragraph else { return .prose(block) }
        return .items(group: nil, isOrdered: false, [Item(block, text: block.text, details: [])])
      }
      return (
        ItemList(parts: parts), parts.contains { if case .items = $0 { true } else { false } }
      )
    }
    var parts: [Part] = []
    var pending: Block?
    for block in blocks {
      if block.isList {
        var group: RichText?
        if let label = pending, endsInColon(label.text) {
          group = withoutColon(label.text)
        } else if let pending {
          parts.append(.prose(pending))
        }
        pending = nil
        appendItems(of: block, group: group, to: &parts)
      } else {
        if let pending { parts.append(.prose(pending)) }
        pending = block.kind == .paragraph ? block : nil
        if pending == nil { parts.append(.prose(block)) }
      }
    }
    if let pending { parts.append(.prose(pending)) }
    return (ItemList(parts: parts), false)
  }

  /// Appends a list's items; an item that ends in a colon over a sub-list is a group of its own.
  private static func appendItems(of list: Block, group: RichText?, to parts: inout [Part]) {
    let isOrdered = list.kind != .bulletList
    var items: [Item] = []
    func flush() {
      if !items.isEmpty { parts.append(.items(group: group, isOrdered: isOrdered, items)) }
      items = []
    }
    for entry in list.children {
      let content = entry.children.filter { !$0.isComment }
      guard let first = content.first, first.kind == .paragraph else {
        // An item without a text of its own: its blocks are shown, none is lost.
        let empty = RichText(entry.inlines, clip: ByteRange(at: entry.range.lowerBound))
        if !content.isEmpty { items.append(Item(entry, text: empty, details: content)) }
        continue
      }
      if endsInColon(first.text), content.count == 2, content[1].isList {
        flush()
        appendItems(of: content[1], group: withoutColon(first.text), to: &parts)
      } else {
        items.append(Item(entry, text: first.text, details: Array(content.dropFirst())))
      }
    }
    flush()
  }
}

extension Item {
  /// Reads the first paragraph of an item.
  init(_ block: Block, text: RichText, details: [Block]) {
    self.block = block
    self.details = details
    var text = text
    let optional = optionalMark(at: text)
    isOptional = optional != nil
    if let optional {
      text = text.clipped(to: ByteRange(optional, text.range.upperBound))
    }
    if let (name, rest) = ItemName.read(text) {
      self.name = name
      self.text = rest
    } else {
      name = nil
      self.text = text
    }
  }
}

extension ItemName {
  /// The name that opens a text, and what follows it: a bold run or a link that ends the text or
  /// stands before a colon.
  package static func read(_ text: RichText) -> (name: ItemName, rest: RichText)? {
    var parts = text.parts.makeIterator()
    guard let first = parts.next(), first.kind == .strong || first.kind == .link else {
      return nil
    }
    let link =
      first.kind == .link ? first : first.children.first { $0.kind == .link }
    let nameText = RichText(
      first.kind == .strong ? first.children : single(first), clip: first.range)
    var rest = text.clipped(to: ByteRange(first.range.upperBound, text.range.upperBound))
    var note: RichText?
    if let end = closingParenthesis(of: rest) {
      note = rest.clipped(to: ByteRange(rest.range.lowerBound + 1, end - 1))
      rest = rest.clipped(to: ByteRange(end, text.range.upperBound))
    }
    // A colon may stand inside the bold run: `**Vente :** …`.
    if let start = withoutLeadingColon(rest) {
      rest = rest.clipped(to: ByteRange(start, text.range.upperBound))
    } else if !rest.isEmpty, !endsInColon(nameText) {
      return nil
    }
    let name = ItemName(text: withoutColon(nameText), link: link, note: note)
    return name.text.isEmpty ? nil : (name, rest)
  }
}

/// The sequence of one inline alone.
func single(_ inline: Inline) -> InlineSequence {
  InlineSequence(of: inline)
}

/// Where an « (Optionnel) » that opens a text ends.
func optionalMark(at text: RichText) -> Int? {
  guard let first = text.parts.first(where: { _ in true }), first.isVerbatim,
    let end = closingParenthesis(of: text)
  else { return nil }
  let word = text.clipped(to: ByteRange(text.range.lowerBound + 1, end - 1)).plain
  return folded(word) == "optionnel" ? end : nil
}

/// The offset after the parenthesis that closes the one that opens a text.
func closingParenthesis(of text: RichText) -> Int? {
  guard let first = text.parts.first(where: { _ in true }), first.isVerbatim else { return nil }
  let literal = text.literal(of: first)
  guard literal.first == UInt8(ascii: "("),
    let close = literal.firstIndex(of: UInt8(ascii: ")"))
  else { return nil }
  return text.range.lowerBound + (close - literal.startIndex) + 1
}

/// Where the text after an opening colon starts; `nil` when no colon opens the text.
private func withoutLeadingColon(_ text: RichText) -> Int? {
  guard let first = text.parts.first(where: { _ in true }), first.isVerbatim,
    text.literal(of: first).first == UInt8(ascii: ":")
  else { return nil }
  return text.range.lowerBound + 1
}

/// Whether a text's last byte is a colon.
func endsInColon(_ text: RichText) -> Bool {
  !text.isEmpty && text.plainBytes.last == UInt8(ascii: ":")
}

/// The text without a closing colon.
func withoutColon(_ text: RichText) -> RichText {
  guard endsInColon(text) else { return text }
  return text.clipped(to: ByteRange(text.range.lowerBound, text.range.upperBound - 1))
}

package import CanevasModel
import CanevasSource
import CanevasSyntax

/// The pieces of a version with what its typed reading tells of them: the texts, names and values
/// that a reviewer is told.
package struct PieceReading {
  package let tree: PieceTree
  private var items: [ByteRange: Item] = [:]
  private var flows: [ByteRange: Flow] = [:]
  /// The word of a closed list that an item says.
  private var words: [ByteRange: String] = [:]
  /// The sections in which a number before any word is an amount.
  private var counting: [ByteRange] = []

  /// Reads the sections that `isTold` says something is told of.
  package init(_ tree: PieceTree, where isTold: (Int) -> Bool = { _ in true }) {
    self.tree = tree
    for (section, index) in zip(tree.document.sections, tree.sections) where isTold(index) {
      read(section)
    }
  }

  private mutating func read(_ section: Section) {
    for item in section.items { items[item.range] = item }
    switch section.content {
    case .flows(let list):
      for flow in list.values {
        flows[flow.item.range] = flow
        words[flow.item.range] = flow.route.value?.nature?.rawValue
      }
    case .revenue(let list):
      counting.append(section.range)
      for stream in list.values { words[stream.item.range] = stream.mechanism?.rawValue }
    case .indicators: counting.append(section.range)
    case .forces(let parts):
      for force in parts.flatMap(\.items.values) {
        words[force.item.range] = force.nature?.rawValue
      }
    case .evaluation(let parts):
      for effect in parts.flatMap(\.items.values) {
        words[effect.item.range] = effect.sign?.rawValue
      }
    case .challenge, .items, .propositions, .offering, .steps, .votes, .prose: break
    }
  }

  private func value<Value>(of index: Int, in table: [ByteRange: Value]) -> Value? {
    tree.pieces[index].block.flatMap { table[$0.range] }
  }

  func item(_ index: Int) -> Item? { value(of: index, in: items) }
  package func flow(_ index: Int) -> Flow? { value(of: index, in: flows) }
  func word(_ index: Int) -> String? { value(of: index, in: words) }

  package func entry(_ index: Int) -> Metadata.Entry? {
    guard case .entry(let key?) = tree.pieces[index].kind else { return nil }
    return tree.document.head.metadata.entry(key)
  }

  /// The amounts of a piece's own text.
  func amounts(_ index: Int) -> [Amount] {
    guard let text = tree.text(of: index) else { return [] }
    let place = text.range.lowerBound
    let counts = counting.contains { $0.lowerBound <= place && place < $0.upperBound }
    return Amount.all(in: text, counts: counts)
  }

  /// The links of a piece's own text.
  func links(_ index: Int) -> [Link] {
    guard let block = tree.pieces[index].block else { return [] }
    let range = tree.text(of: index)?.range ?? block.range
    return tree.document.links.filter { range.contains($0.range) }
  }
}

extension PieceReading {
  /// What a piece holds that says something, in document order. The values of an entry are told
  /// with its key.
  func told(inside index: Int) -> [Int] {
    if case .entry(.some) = tree.pieces[index].kind { return [] }
    return tree.children(of: index).filter { tree.pieces[$0].kind != .comment }
  }

  /// What a change of a piece is a change of.
  package func subject(of index: Int) -> Change.Subject {
    let piece = tree.pieces[index]
    switch piece.kind {
    case .title: return .title
    case .tagline: return .tagline
    case .story: return .story
    case .entry(let key?): return .entry(key.rawValue)
    case .entry(nil): return .entry(unknownKey(index) ?? "")
    case .section, .subsection: return .section
    case .item, .block, .comment, .document:
      if flow(index) != nil { return .flow }
      return piece.kind == .item ? .item(itemName(index) ?? "") : .text
    }
  }

  private func itemName(_ index: Int) -> String? {
    if let item = item(index) { return item.name?.plain }
    return tree.text(of: index).flatMap { ItemName.read($0)?.name.plain }
  }

  private func unknownKey(_ index: Int) -> String? {
    guard tree.name(of: index) != nil else { return nil }
    return keyParts(index)?.key
  }

  private func keyParts(_ index: Int) -> (key: String, rest: String)? {
    guard let text = tree.text(of: index)?.plain, let colon = text.firstIndex(of: ":") else {
      return nil
    }
    return (tidy(String(text[..<colon])), tidy(String(text[text.index(after: colon)...])))
  }

  /// The headings that lead to a piece, outermost first.
  func headings(above index: Int) -> [String] {
    var headings: [String] = []
    var parent = tree.pieces[index].parent
    while parent != 0 {
      switch tree.pieces[parent].kind {
      case .section, .subsection: headings.insert(text(of: parent), at: 0)
      default: break
      }
      parent = tree.pieces[parent].parent
    }
    return headings
  }

  /// A piece's own text as a reader sees it: fixed headings as the guide spells them, an entry's
  /// values alone.
  package func text(of index: Int) -> String {
    let piece = tree.pieces[index]
    switch piece.kind {
    case .section(let name?): return name.heading
    case .subsection:
      let words = Force.Side.words + Effect.Side.words
      let name = tree.name(of: index)
      return words.first { headingKey($0) == name } ?? ownText(of: index)
    case .entry(.reviewed):
      // What was reviewed with it is told by itself.
      return entry(index)?.values.first.map(shown) ?? ""
    case .entry(.some):
      return entry(index)?.values.map(shown).joined(separator: " ; ") ?? ""
    case .entry(nil): return unknownKey(index) == nil ? ownText(of: index) : keyParts(index)!.rest
    case .document, .title, .tagline, .story, .section(nil), .item, .block, .comment:
      return ownText(of: index)
    }
  }

  private func ownText(of index: Int) -> String {
    guard let block = tree.pieces[index].block else { return "" }
    guard block.kind == .item else { return tidy(plain(block)) }
    // What stands below the item's first block is told by itself.
    guard let first = block.children.first(where: { _ in true }) else { return "" }
    return tidy(first.isList ? plain(block) : plain(first))
  }

  /// One version of a change; `isTold` says which of the pieces inside it came or went with it.
  func side(_ index: Int, _ isTold: (Int) -> Bool) -> Change.Side {
    let piece = tree.pieces[index]
    let range = piece.block?.range ?? piece.lines
    let end = max(range.lowerBound, min(range.upperBound, piece.ownLines.upperBound))
    var inside: [String] = []
    append(inside: index, depth: 0, isTold, to: &inside)
    return Change.Side(
      location: Location(
        path: tree.document.file.path, range: ByteRange(range.lowerBound, end)),
      text: text(of: index), inside: inside, piece: index)
  }

  private func append(
    inside index: Int, depth: Int, _ isTold: (Int) -> Bool, to lines: inout [String]
  ) {
    for child in told(inside: index) {
      if isTold(child) {
        lines.append(String(repeating: "  ", count: depth) + text(of: child))
      }
      append(inside: child, depth: depth + 1, isTold, to: &lines)
    }
  }
}

/// A value of the metadata with the words in parentheses behind it.
package func shown(_ value: Metadata.Value) -> String {
  tidy(value.text.plain) + (value.note.map { " (\(tidy($0.plain)))" } ?? "")
}

/// What a reader sees of a block, without markup.
private func plain(_ block: Block) -> String {
  switch block.kind {
  case .paragraph, .heading: return block.text.plain
  case .codeBlock, .htmlBlock:
    return block.isComment ? "" : String(decoding: block.literal, as: UTF8.self)
  case .thematicBreak: return "* * *"
  case .blockQuote, .bulletList, .orderedList, .item:
    return block.children.map(plain).filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// A text with single spaces and none at its ends. No-break spaces stay.
func tidy(_ text: String) -> String {
  var last = UInt8(ascii: " ")
  let isTidy = text.utf8.allSatisfy { byte in
    defer { last = byte }
    return byte > 0x20 || byte == 0x20 && last != 0x20
  }
  if isTidy, text.isEmpty || last != 0x20 { return text }
  return text.split { $0.isASCII && $0.isWhitespace }.joined(separator: " ")
}

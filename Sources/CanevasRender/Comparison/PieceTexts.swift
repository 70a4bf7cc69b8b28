import CanevasModel
import CanevasReview
import CanevasSource
import CanevasSyntax

/// What the pieces of one version of a document say, as its readers see them.
struct PieceTexts {
  let tree: PieceTree
  private let lines: LineIndex
  private let routes: [ByteRange: Flow.Route]
  private let entries: [ByteRange: Metadata.Entry]

  init(_ tree: PieceTree) {
    self.tree = tree
    let document = tree.document
    lines = LineIndex(document.file.bytes)
    var routes: [ByteRange: Flow.Route] = [:]
    for case .flows(let list) in document.sections.map(\.content) {
      for flow in list.values { routes[flow.item.range] = flow.route.value }
    }
    self.routes = routes
    entries = Dictionary(
      document.head.metadata.entries.map { ($0.range, $0) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// The line on which a piece starts, from one.
  func line(of index: Int) -> Int {
    lines.line(at: tree.pieces[index].block?.range.lowerBound ?? 0)
  }

  /// A piece's own text; a heading as the guide spells it.
  func text(of index: Int) -> String {
    let piece = tree.pieces[index]
    if case .section(let name?) = piece.kind { return name.heading }
    return piece.block.map { plain($0, withLists: false) } ?? ""
  }

  /// The words in bold, or linked, that open a piece.
  func name(of index: Int) -> String {
    guard let text = tree.text(of: index), let first = text.parts.first(where: { _ in true }),
      first.kind == .strong || first.kind == .link
    else { return "" }
    return first.plain
  }

  /// What flows from whom to whom; `nil` for what is no flow.
  func route(of index: Int) -> Flow.Route? {
    tree.pieces[index].block.flatMap { routes[$0.range] }
  }

  /// An entry's key as the guide spells it, and its values.
  func entry(_ index: Int) -> (key: String, values: [String]) {
    guard let block = tree.pieces[index].block else { return ("", []) }
    if let entry = entries[block.range] {
      return (entry.key.rawValue, entry.values.map(plain))
    }
    let text = plain(block, withLists: true)
    guard let colon = text.firstIndex(of: ":") else { return ("", [text]) }
    let value = text[colon...].dropFirst().drop { $0 == " " }
    return (trimmedAtEnd(text[..<colon]), [String(value)])
  }

  private func plain(_ value: Metadata.Value) -> String {
    value.note.map { value.text.plain + " (" + $0.plain + ")" } ?? value.text.plain
  }

  /// A block's text, its parts on lines of their own.
  private func plain(_ block: Block, withLists: Bool) -> String {
    switch block.kind {
    case .paragraph, .heading: return block.text.plain
    case .codeBlock, .htmlBlock: return trimmedAtEnd(String(decoding: block.literal, as: UTF8.self))
    case .thematicBreak: return "* * *"
    case .item where !withLists:
      return block.firstParagraph?.text.plain ?? plain(block, withLists: true)
    case .blockQuote, .bulletList, .orderedList, .item:
      return block.children.filter { !$0.isComment }
        .map { plain($0, withLists: withLists) }.joined(separator: "\n")
    }
  }
}

private func trimmedAtEnd(_ text: some StringProtocol) -> String {
  var end = text.endIndex
  while end > text.startIndex, text[text.index(before: end)].isWhitespace {
    end = text.index(before: end)
  }
  return String(text[..<end])
}

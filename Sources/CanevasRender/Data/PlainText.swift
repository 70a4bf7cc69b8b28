import CanevasSyntax

/// Blocks as a reader sees them, without markup: a blank line between paragraphs, one line an item.
func plainText(_ blocks: some Sequence<Block>) -> String {
  joined(blocks, "\n\n")
}

private func joined(_ blocks: some Sequence<Block>, _ separator: String) -> String {
  blocks.lazy.map(plainText).filter { !$0.isEmpty }.joined(separator: separator)
}

private func plainText(_ block: Block) -> String {
  switch block.kind {
  case .paragraph, .heading: block.text.plain
  case .blockQuote: plainText(block.children)
  case .bulletList, .orderedList: joined(block.children, "\n")
  case .item: "- " + indented(joined(block.children, "\n"))
  case .codeBlock: withoutLineEnd(block.literal)
  case .htmlBlock: block.isComment ? "" : withoutLineEnd(block.literal)
  case .thematicBreak: ""
  }
}

private func withoutLineEnd(_ literal: ArraySlice<UInt8>) -> String {
  String(decoding: literal.last == UInt8(ascii: "\n") ? literal.dropLast() : literal, as: UTF8.self)
}

/// All lines but the first two columns to the right.
private func indented(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n  ")
}

/// A text of at most about `limit` bytes, cut after a word.
func shortened(_ text: String, to limit: Int) -> String {
  guard text.utf8.count > limit else { return text }
  var words = text.utf8.prefix(limit - 2)
  while let last = words.last, last != UInt8(ascii: " ") { words.removeLast() }
  while words.last == UInt8(ascii: " ") { words.removeLast() }
  if words.isEmpty { words = text.utf8.prefix(limit - 2) }
  return String(decoding: words, as: UTF8.self) + "…"
}

import CanevasSource

/// Appends what a block says by itself, without the layout: line ends inside a paragraph are
/// spaces, runs of spaces are one, comments are nothing. Of an item, that is the block that opens
/// it alone; of other blocks all that they hold.
package func appendReading(of block: Block, to content: inout [UInt8]) {
  guard block.kind == .item else { return append(block, to: &content) }
  guard let first = block.children.first(where: { _ in true }) else { return }
  if first.isList {
    for child in block.children { append(child, to: &content) }
  } else {
    append(first, to: &content)
  }
}

private func append(_ block: Block, to content: inout [UInt8]) {
  guard !block.isComment else { return }
  switch block.kind {
  case .paragraph, .heading:
    var text: [UInt8] = []
    for inline in block.inlines { append(inline, to: &text) }
    append(spacesUnified: text, to: &content)
    content.append(Separator.block)
  case .codeBlock, .htmlBlock:
    content += block.info
    content.append(Separator.part)
    content += block.literal.filter { $0 != UInt8(ascii: "\r") }
    content.append(Separator.block)
  case .thematicBreak: content += [Separator.rule, Separator.block]
  case .bulletList, .orderedList, .blockQuote, .item:
    content.append(Separator.open)
    for child in block.children { append(child, to: &content) }
    content.append(Separator.close)
  }
}

private func append(_ inline: Inline, to text: inout [UInt8]) {
  switch inline.kind {
  case .text: text += inline.literal
  case .softBreak: text.append(UInt8(ascii: " "))
  case .lineBreak: text.append(Separator.lineBreak)
  case .code: text += [Separator.code] + inline.literal + [Separator.code]
  case .html: if !inline.isComment { text += inline.literal }
  case .emphasis: appendChildren(of: inline, Separator.emphasis, to: &text)
  case .strong: appendChildren(of: inline, Separator.strong, to: &text)
  case .link, .image:
    appendChildren(of: inline, inline.kind == .link ? Separator.link : Separator.image, to: &text)
    text += inline.destination + [Separator.part] + inline.title + [Separator.close]
  }
}

private func appendChildren(of inline: Inline, _ mark: UInt8, to text: inout [UInt8]) {
  text.append(mark)
  for child in inline.children { append(child, to: &text) }
  text.append(mark)
}

/// Bytes that no UTF-8 text holds, between what a text says.
private enum Separator {
  static let block: UInt8 = 0xF8
  static let part: UInt8 = 0xF9
  static let open: UInt8 = 0xFA
  static let close: UInt8 = 0xFB
  static let rule: UInt8 = 0xFC
  static let lineBreak: UInt8 = 0xFD
  static let code: UInt8 = 0xFE
  static let emphasis: UInt8 = 0xFF
  static let strong: UInt8 = 0xC0
  static let link: UInt8 = 0xC1
  static let image: UInt8 = 0xF5
}

/// Appends a text, its runs of spaces as one and none at its ends. No-break spaces stay.
private func append(spacesUnified text: [UInt8], to content: inout [UInt8]) {
  for word in text.split(whereSeparator: { $0 == 0x20 || (0x09...0x0D).contains($0) }) {
    content += word
    content.append(0x20)
  }
  if content.last == 0x20 { content.removeLast() }
}

import CanevasSource
import CanevasSyntax

/// What blocks say, as bytes: their words with one space between them, in the elements that give
/// them sense. A list is its items: where one ends and the next one begins, nobody hears, nor
/// whether they are numbered.
struct Content {
  private(set) var bytes: [UInt8] = []
  /// Whether white space stands before what is appended next.
  private var isSpaced = false

  /// What opens an element, or ends one that holds others.
  private enum Mark: UInt8 {
    case paragraph, heading, quote, item, code, html, rule, key, value, note
    case emphasis, strong, link, image, title, end
  }

  /// Writes a mark behind a byte that no UTF-8 text holds.
  private mutating func write(_ mark: Mark) {
    bytes += [0xFE, mark.rawValue]
  }
}

// Blocks.
extension Content {
  /// Appends a block; a fixed heading by its name.
  mutating func append(_ block: Block, named name: String? = nil) {
    guard !block.isComment else { return }
    switch block.kind {
    case .paragraph:
      open(.paragraph)
      append(block.inlines)
    case .heading(let level):
      open(.heading)
      bytes += (name ?? String(level)).utf8
      if name == nil { append(block.inlines) }
    case .blockQuote: append(children: block.children, of: .quote)
    case .bulletList, .orderedList: for item in block.children { append(item) }
    case .item: append(children: block.children, of: .item)
    case .codeBlock:
      open(.code)
      bytes += block.info
      append(lines: block.literal)
    case .htmlBlock:
      open(.html)
      append(lines: block.literal)
    case .thematicBreak: open(.rule)
    }
  }

  /// Appends what opens an item; what stands below that is left out.
  mutating func append(openingOf item: Block) {
    guard let first = item.children.first(where: { _ in true }) else { return }
    if first.isList { append(item) } else { append(first) }
  }

  /// Appends a key of the metadata with its values.
  mutating func append(_ entry: Metadata.Entry) {
    open(.key)
    bytes += entry.key.rawValue.utf8
    for value in entry.values {
      open(.value)
      if let link = value.link { append(link) } else { append(value.text) }
      if let note = value.note {
        open(.note)
        append(note)
      }
    }
  }

  private mutating func append(children: BlockSequence, of mark: Mark) {
    open(mark)
    for child in children { append(child) }
    open(.end)
  }

  /// Appends lines in which white space counts, whatever their ends are.
  private mutating func append(lines text: ArraySlice<UInt8>) {
    for line in text.split(whereSeparator: isLineEnd) { bytes += [0x0A] + line }
  }

  /// Opens or ends a block, at whose ends white space is nothing.
  private mutating func open(_ mark: Mark) {
    isSpaced = false
    write(mark)
  }
}

// Texts.
extension Content {
  private mutating func append(_ text: RichText) {
    for part in text.parts {
      if part.kind == .text { append(words: text.literal(of: part)) } else { append(part) }
    }
  }

  private mutating func append(_ inlines: InlineSequence) {
    for inline in inlines { append(inline) }
  }

  private mutating func append(_ inline: Inline) {
    switch inline.kind {
    case .text: append(words: inline.literal)
    case .softBreak, .lineBreak: isSpaced = true
    case .code: append(verbatim: inline.literal, .code)
    case .html: if !inline.isComment { append(verbatim: inline.literal, .html) }
    case .emphasis: append(inline, .emphasis)
    case .strong: append(inline, .strong)
    case .link: append(inline, .link)
    case .image: append(inline, .image)
    }
  }

  private mutating func append(_ inline: Inline, _ mark: Mark) {
    writeSpace()
    write(mark)
    bytes += inline.destination
    write(.title)
    bytes += inline.title
    write(mark)
    append(inline.children)
    write(.end)
  }

  private mutating func append(verbatim text: ArraySlice<UInt8>, _ mark: Mark) {
    writeSpace()
    write(mark)
    bytes += text
    write(.end)
  }

  /// Appends words, any white space between them as one space.
  private mutating func append(words text: ArraySlice<UInt8>) {
    var index = text.startIndex
    while index < text.endIndex {
      if let count = spaceAtStart(text[index...]) {
        isSpaced = true
        index += count
      } else {
        writeSpace()
        bytes.append(text[index])
        index += 1
      }
    }
  }

  private mutating func writeSpace() {
    if isSpaced { bytes.append(0x20) }
    isSpaced = false
  }
}

import CanevasSource
import CanevasSyntax

/// Collects what is wrong with the ranges of a document: every range has to lie inside its
/// parent's, after its siblings', on character borders, and to cover the bytes of its construct.
struct RangeProperty {
  let file: SourceFile
  private(set) var violations: [String] = []

  init(_ document: Document) {
    file = document.file
    check(document.blocks, inside: file.wholeRange)
  }

  private func bytes(_ range: ByteRange) -> ArraySlice<UInt8> { file.bytes[range.indices] }

  private mutating func expect(_ holds: Bool, _ what: String, _ range: ByteRange) {
    guard !holds else { return }
    violations.append("\(what): \(range) \(file.text(range).debugDescription)")
  }

  private mutating func checkBorders(_ what: String, _ range: ByteRange) {
    let isSplit = [range.lowerBound, range.upperBound].contains {
      $0 < file.bytes.count && isContinuation(file.bytes[$0])
    }
    expect(!isSplit, "\(what) splits a character", range)
    expect(!range.isEmpty, "\(what) is empty", range)
  }
}

// Blocks.
extension RangeProperty {
  private mutating func check(_ blocks: BlockSequence, inside parent: ByteRange) {
    var end = parent.lowerBound
    for block in blocks {
      let range = block.range
      expect(parent.contains(range), "\(block.kind) leaves its parent \(parent)", range)
      expect(end <= range.lowerBound, "\(block.kind) overlaps its sibling", range)
      if !isInvisible(block) {
        checkBorders("\(block.kind)", range)
        checkOwnBytes(of: block)
      }
      check(block.children, inside: range)
      end = range.upperBound
    }
  }

  /// Whether a paragraph is of white space that CommonMark takes for text, such as a form feed.
  private func isInvisible(_ block: Block) -> Bool {
    block.kind == .paragraph && block.inlines.isEmpty
  }

  private mutating func checkOwnBytes(of block: Block) {
    let range = block.range
    let own = bytes(range)
    guard let first = own.first, let last = own.last else { return }
    let opens = { (signs: String) in signs.utf8.contains(first) }
    expect(last != 0x0A && last != 0x0D, "\(block.kind) ends with a line end", range)
    switch block.kind {
    case .paragraph:
      expect(!isSpace(last), "a paragraph has white space at its end", range)
      checkInlines(block.inlines, from: range.lowerBound, to: range.upperBound, block.kind)
    case .heading:
      expect(opens("#") || "=-".utf8.contains(last), "a heading has no sign", range)
      expect(!isSpace(last), "a heading has white space at its end", range)
      let start = block.inlines.first { _ in true }?.range.lowerBound ?? range.lowerBound
      checkInlines(block.inlines, from: start, to: nil, block.kind)
    case .blockQuote: expect(opens(">"), "a quote has no marker", range)
    case .bulletList: checkList(block, opens("-+*"))
    case .orderedList: checkList(block, opens("0123456789"))
    case .item: expect(opens("-+*0123456789"), "an item has no marker", range)
    case .codeBlock:
      expect(block.info.isEmpty || opens("`~"), "a code block has no fence", range)
      expect(own.contains { $0 != 0x20 && $0 != 0x09 }, "a code block is blank", range)
    case .htmlBlock: expect(opens("<"), "an HTML block has no tag", range)
    case .thematicBreak:
      expect(opens("*-_") && first == last, "a thematic break has no sign", range)
    }
  }

  private mutating func checkList(_ list: Block, _ isMarked: Bool) {
    expect(isMarked, "a list has no marker", list.range)
    let items = Array(list.children)
    expect(!items.isEmpty, "a list has no items", list.range)
    guard let first = items.first, let last = items.last else { return }
    expect(first.range.union(last.range) == list.range, "a list is not its items", list.range)
  }
}

// Inlines.
extension RangeProperty {
  /// Inlines cover their parent's content without a gap.
  private mutating func checkInlines(
    _ inlines: InlineSequence, from start: Int, to end: Int?, _ parent: Block.Kind
  ) {
    var position = start
    var wasVerbatim = false
    for inline in inlines {
      expect(inline.range.lowerBound == position, "a gap before \(inline.kind)", inline.range)
      expect(!(wasVerbatim && inline.isVerbatim), "a text is in parts", inline.range)
      checkBorders("\(inline.kind)", inline.range)
      checkOwnBytes(of: inline, parent)
      position = inline.range.upperBound
      wasVerbatim = inline.isVerbatim
    }
    if let end {
      expect(position == end, "a gap at the end of \(parent)", ByteRange(min(position, end), end))
    }
  }

  private mutating func checkOwnBytes(of inline: Inline, _ parent: Block.Kind) {
    let range = inline.range
    let own = bytes(range)
    let opens = { (text: String) in own.starts(with: text.utf8) }
    let closes = { (text: String) in own.suffix(text.utf8.count).elementsEqual(text.utf8) }
    switch inline.kind {
    case .text:
      if inline.isVerbatim {
        expect(own.elementsEqual(inline.literal), "a text is not the file's", range)
      } else {
        let isEscape = opens("\\") && own.count == 2 && own.last == inline.literal.first
        let isEntity = opens("&") && closes(";")
        let isTab = own.elementsEqual("\t".utf8)
        expect(isEscape || isEntity || isTab, "neither escape nor entity nor tab", range)
      }
    case .softBreak, .lineBreak: checkBreak(inline)
    case .code: expect(own.count > 2 && opens("`") && closes("`"), "no code span", range)
    case .html: expect(own.count > 2 && opens("<") && closes(">"), "no tag", range)
    case .emphasis, .strong:
      let count = inline.kind == .strong ? 2 : 1
      let signs = ["*", "_"].map { String(repeating: $0, count: count) }
      let isDelimited = signs.contains { own.count > 2 * count && opens($0) && closes($0) }
      expect(isDelimited, "\(inline.kind) has no delimiters", range)
      let (start, end) = (range.lowerBound + count, range.upperBound - count)
      if isDelimited { checkInlines(inline.children, from: start, to: end, parent) }
    case .link where opens("<"):
      let end = range.upperBound - 1
      expect(closes(">"), "an autolink is not closed", range)
      checkInlines(inline.children, from: range.lowerBound + 1, to: end, parent)
    case .link, .image:
      let opener = inline.kind == .link ? "[" : "!["
      expect(opens(opener), "\(inline.kind) is not opened", range)
      expect(closes(")") || closes("]"), "\(inline.kind) is not closed", range)
      let start = range.lowerBound + opener.utf8.count
      checkInlines(inline.children, from: start, to: nil, parent)
      let end = inline.children.reduce(start) { max($0, $1.range.upperBound) }
      expect(
        range.contains(end) && file.bytes[end] == UInt8(ascii: "]"), "no bracket after its text",
        range)
    }
  }

  /// A break is white space or a backslash, a line end, and what the containers put below.
  private mutating func checkBreak(_ inline: Inline) {
    let isLineEnd = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
    let own = bytes(inline.range)
    let before = own.prefix { !isLineEnd($0) }
    let after = own.dropFirst(before.count).drop(while: isLineEnd)
    let isHard = before.elementsEqual("\\".utf8) || before.suffix(2).elementsEqual("  ".utf8)
    expect(
      before.allSatisfy(isSpace) || before.elementsEqual("\\".utf8), "text in a break",
      inline.range)
    expect(isHard == (inline.kind == .lineBreak), "no \(inline.kind)", inline.range)
    expect(
      after.allSatisfy { isSpace($0) && !isLineEnd($0) || $0 == UInt8(ascii: ">") },
      "text after a break", inline.range)
    expect(before.count < own.count, "no line end in a break", inline.range)
  }
}

private func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || (0x09...0x0D).contains(byte)
}

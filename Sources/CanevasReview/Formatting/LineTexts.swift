import CanevasSource
import CanevasSyntax

/// The texts of a document's lines behind what their containers put there.
struct LineTexts {
  private let bytes: [UInt8]
  /// What of paragraphs has to stay as it is: code, HTML, and where links lead; in order.
  private var verbatim: [ByteRange] = []

  /// What becomes of a line.
  enum Result {
    /// What stands behind the containers' markers and indentation.
    case text([UInt8])
    /// The whole line as it is.
    case untouched
    /// No line.
    case dropped
  }

  init(_ document: Document) {
    bytes = document.file.bytes
    for block in document.blocks { read(block) }
  }

  /// The text of a line; `isMoved` tells whether something else will stand before it.
  func text(of line: BlockLine, isMoved: Bool) -> Result {
    // Behind a marker, a link reference definition may stand.
    guard let block = line.block else { return .text(trimmedEnd(bytes[line.text.indices])) }
    switch block.kind {
    case .paragraph: return text(of: line, in: block, upTo: block.range.upperBound)
    case .heading(let level): return heading(line, block, level: level)
    case .codeBlock: return .text(code(line, expandsTabs: isMoved && !block.isFenced))
    case .htmlBlock: return .text(code(line, expandsTabs: false))
    case .thematicBreak: return .text(Array(bytes[block.range.indices]))
    case .blockQuote, .bulletList, .orderedList, .item: return .untouched
    }
  }
}

// Paragraphs.
extension LineTexts {
  /// A line of a text that ends at `end`, with its hard break if it has one.
  private func text(of line: BlockLine, in block: Block, upTo end: Int) -> Result {
    let isFirst = line.range.contains(block.range.lowerBound)
    let isVerbatim = !isFirst && isKept(line.range.lowerBound - 1)
    guard !isVerbatim || !line.isLazy else { return .untouched }
    let start = isFirst ? block.range.lowerBound : line.start
    let rest = bytes[start..<line.range.upperBound]
    let content = isVerbatim ? rest : rest.drop { $0 == 0x20 || $0 == 0x09 }
    var text = Array(repeating: UInt8(ascii: " "), count: isVerbatim ? line.pendingColumns : 0)
    if !isFirst, !isVerbatim, keepsIndentation(content, behind: rest, line) {
      text = Array(repeating: UInt8(ascii: " "), count: 4)
    }
    let trimmed = trimmedEnd(content)
    if line.range.upperBound >= end {
      text += trimmed
    } else if isKept(line.range.upperBound) {
      text += content
    } else if content.suffix(2).elementsEqual("  ".utf8) {
      text += trimmed + "  ".utf8
    } else {
      // A backslash right before the line end would be a hard break.
      text += trimmed.last == UInt8(ascii: "\\") ? Array(content) : trimmed
    }
    return .text(text)
  }

  /// Whether only its indentation, or its being lazy, keeps a line from ending the paragraph.
  private func keepsIndentation(
    _ content: ArraySlice<UInt8>, behind rest: ArraySlice<UInt8>, _ line: BlockLine
  ) -> Bool {
    let indentation = rest[..<content.startIndex]
    let isIndented =
      indentation.count + line.pendingColumns >= 4 || indentation.contains(UInt8(ascii: "\t"))
    return isIndented && mayOpenBlock(content) || line.isLazy && mayUnderline(content)
  }

  /// Whether a line end lies in something that has to stay as it is.
  private func isKept(_ lineEnd: Int) -> Bool {
    let place = verbatim.place { $0.upperBound <= lineEnd }
    return place < verbatim.count && verbatim[place].contains(lineEnd)
  }

  private mutating func read(_ block: Block) {
    for inline in block.inlines { read(inline) }
    for child in block.children { read(child) }
  }

  private mutating func read(_ inline: Inline) {
    switch inline.kind {
    case .code, .html: verbatim.append(inline.range)
    case .emphasis, .strong: for child in inline.children { read(child) }
    case .link, .image:
      var end = inline.range.lowerBound
      for child in inline.children {
        read(child)
        end = child.range.upperBound
      }
      if end < inline.range.upperBound { verbatim.append(ByteRange(end, inline.range.upperBound)) }
    case .text, .softBreak, .lineBreak: break
    }
  }
}

// Other blocks.
extension LineTexts {
  /// A heading on one line with number signs; one of several lines keeps its underline.
  private func heading(_ line: BlockLine, _ block: Block, level: Int) -> Result {
    let inlines = Array(block.inlines)
    let marks = Array(repeating: UInt8(ascii: "#"), count: level)
    guard let first = inlines.first, let last = inlines.last else { return .text(marks) }
    let content = bytes[first.range.lowerBound..<last.range.upperBound]
    let isFirst = line.range.contains(block.range.lowerBound)
    let isUnderlined = isFirst && block.range.upperBound > line.range.upperBound || !isFirst
    let isOneLine = !bytes[block.range.lowerBound..<last.range.upperBound].contains(
      where: isLineEnd)
    let signs = trailingSigns(content)
    if !isUnderlined {
      return .text(marks + [0x20] + content + (signs ? " #".utf8.map(\.self) : []))
    }
    if isOneLine, !signs { return isFirst ? .text(marks + [0x20] + content) : .dropped }
    if line.range.lowerBound < last.range.upperBound {
      return text(of: line, in: block, upTo: last.range.upperBound)
    }
    return .text(trimmedEnd(bytes[line.text.indices].drop { $0 == 0x20 || $0 == 0x09 }))
  }

  /// Whether a heading's text ends in what would be taken for number signs that close it.
  private func trailingSigns(_ content: ArraySlice<UInt8>) -> Bool {
    let rest = content.reversed().drop { $0 == UInt8(ascii: "#") }
    return content.last == UInt8(ascii: "#")
      && (rest.first.map { $0 == 0x20 || $0 == 0x09 } ?? true)
  }

  /// A line of code or HTML. Tabs that indent it are columns, which have another width elsewhere.
  private func code(_ line: BlockLine, expandsTabs: Bool) -> [UInt8] {
    guard !line.isLazy else { return [] }
    var text = Array(repeating: UInt8(ascii: " "), count: line.pendingColumns)
    var rest = bytes[line.text.indices]
    while expandsTabs, let byte = rest.first, byte == 0x20 || byte == 0x09 {
      let column = line.column(at: rest.startIndex, in: bytes)
      text += Array(repeating: 0x20, count: byte == 0x09 ? 4 - column % 4 : 1)
      rest = rest.dropFirst()
    }
    return text + rest
  }
}

extension BlockLine {
  /// The column of a byte among the white space and markers that open the line.
  fileprivate func column(at offset: Int, in bytes: [UInt8]) -> Int {
    bytes[range.lowerBound..<offset].reduce(0) { column, byte in
      column + (byte == UInt8(ascii: "\t") ? 4 - column % 4 : 1)
    }
  }
}

extension Block {
  /// Whether a code block opens with a fence.
  fileprivate var isFenced: Bool {
    let text = file.bytes[range.indices]
    return text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8)
  }
}

/// Whether a line may be the underline of a heading.
private func mayUnderline(_ text: ArraySlice<UInt8>) -> Bool {
  text.first.map { "=-".utf8.contains($0) && isRule(text, of: $0) } ?? false
}

/// Whether a line may open a block, or underline a heading, right below a paragraph.
private func mayOpenBlock(_ text: ArraySlice<UInt8>) -> Bool {
  guard let first = text.first else { return false }
  switch first {
  case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "<"): return true
  case UInt8(ascii: "`"), UInt8(ascii: "~"): return text.prefix(3).allSatisfy { $0 == first }
  case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
    return text.dropFirst().first.map(isWhiteSpace) ?? true || isRule(text, of: first)
  case UInt8(ascii: "_"), UInt8(ascii: "="): return isRule(text, of: first)
  default: return isDigit(first)
  }
}

private func isRule(_ text: ArraySlice<UInt8>, of sign: UInt8) -> Bool {
  text.allSatisfy { $0 == sign || isWhiteSpace($0) }
}

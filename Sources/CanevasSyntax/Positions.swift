import CanevasSource
import Ccmark

/// Where the blocks and inlines of libcmark's tree stand in the file.
///
/// libcmark tells reliably what the tree is, on which line and at which byte a block starts, and
/// on which line a paragraph ends. Its other positions have gaps: columns of inlines stop being
/// true at the first line end, escape or entity, breaks have none, lists end on later blank lines,
/// HTML blocks end before they start. So everything else is found again here, by reading the
/// block's own bytes along with the tree: `TreeBuilder` names the nodes in document order, and a
/// place moves through the text of the paragraph or heading, past each of them in turn.
///
/// Where the bytes do not show what libcmark says, which no test has brought about, the node gets
/// an empty range at the present place: inside its parent's and after its siblings' all the same.
struct Positions {
  let bytes: [UInt8]
  private let lines: SourceLines
  private var containers: Containers
  /// The text of the present paragraph or heading, and the place in it that was read up to.
  private var text: BlockText
  var place = BlockText.Place(line: 0, offset: 0)
  /// Whether the place is inside an autolink, where a backslash is a backslash.
  private var isInAutolink = false
  /// Where the last block that was closed ends.
  private var lastEnd = 0

  init(_ lines: SourceLines) {
    self.lines = lines
    bytes = lines.bytes
    containers = Containers(lines)
    text = BlockText(bytes: lines.bytes)
  }

  /// The empty range at the present place.
  var nowhere: ByteRange { ByteRange(at: place.offset) }

  /// Where a node of libcmark's starts, as near as can be told before it is opened.
  func place(of node: OpaquePointer) -> ByteRange {
    let isBlock = cmark_node_get_type(node).rawValue <= CMARK_NODE_LAST_BLOCK.rawValue
    return isBlock ? ByteRange(at: start(of: node).offset) : nowhere
  }
}

// Blocks.
extension Positions {
  /// The line and the byte that a block starts at, which libcmark gives without the BOM.
  private func start(of node: OpaquePointer) -> (line: Int, offset: Int) {
    let line = Int(cmark_node_get_start_line(node)) - 1
    let offset = lines.ranges[line].lowerBound + Int(cmark_node_get_start_column(node)) - 1
    return (line, min(offset, lines.ranges[line].upperBound))
  }

  /// The range of a block that may have children, as far as it is known before them.
  mutating func openBlock(_ kind: Node.Kind, _ node: OpaquePointer) -> ByteRange {
    let (line, offset) = start(of: node)
    var end = offset
    switch kind {
    case .blockQuote:
      containers.openQuote(onLine: line)
      end += 1
    case .item: end += containers.openItem(onLine: line)
    case .paragraph:
      let last = Int(cmark_node_get_end_line(node)) - 1
      return openParagraph(from: offset, onLine: line, to: last)
    case .heading:
      return opensWithNumberSigns(offset)
        ? openHeading(from: offset, onLine: line)
        : openUnderlinedHeading(from: offset, onLine: line)
    default: break
    }
    lastEnd = end
    return ByteRange(offset, end)
  }

  /// The end of a block, now that its children are known.
  mutating func closeBlock(_ block: Node) -> Int {
    switch block.kind {
    case .paragraph, .heading: lastEnd = block.range.upperBound
    case .item: containers.close()
    case .blockQuote:
      // Lines with a quote's marker and nothing else, or with a definition, have no node.
      var line = lines.line(at: lastEnd) + 1
      while containers.continuation(ofLine: line) != nil {
        lastEnd = lines.trimmedEnd(lines.ranges[line])
        line += 1
      }
      containers.close()
    default: break
    }
    return lastEnd
  }

  private mutating func openParagraph(from offset: Int, onLine line: Int, to last: Int) -> ByteRange
  {
    text.begin(with: ByteRange(offset, lines.ranges[line].upperBound))
    for below in line + 1..<max(last, line) + 1 { appendTextLine(below) }
    text.dropDefinitions()
    return openText(orAt: offset)
  }

  /// Starts to read the inlines of `text`. Returns its range.
  private mutating func openText(orAt offset: Int) -> ByteRange {
    text.trimEnd()
    place = BlockText.Place(line: 0, offset: text.lines.first?.lowerBound ?? offset)
    return ByteRange(place.offset, text.lines.last?.upperBound ?? place.offset)
  }

  private mutating func appendTextLine(_ line: Int) {
    text.append(
      ByteRange(containers.textStart(ofLine: line), lines.ranges[line].upperBound))
  }

  /// Whether a heading opens with number signs. One that is underlined may open with a `#` too,
  /// yet not with what would make a heading of the line itself.
  private func opensWithNumberSigns(_ offset: Int) -> Bool {
    guard bytes[offset] == UInt8(ascii: "#") else { return false }
    var end = offset
    while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
    guard end - offset <= 6 else { return false }
    return end == bytes.count || [0x20, 0x09, 0x0A, 0x0D].contains(bytes[end])
  }

  private mutating func openHeading(from offset: Int, onLine line: Int) -> ByteRange {
    let end = lines.trimmedEnd(ByteRange(offset, lines.ranges[line].upperBound))
    var first = offset
    while first < end, bytes[first] == UInt8(ascii: "#") { first += 1 }
    // The signs at the end are a closing sequence only after white space.
    var last = end
    while last > first, bytes[last - 1] == UInt8(ascii: "#") { last -= 1 }
    let isClosed = last < end && isBlank(bytes[last - 1])
    while first < end, isBlank(bytes[first]) { first += 1 }
    last = isClosed ? lines.trimmedEnd(ByteRange(min(first, last), last)) : end
    text.begin(with: ByteRange(first, max(first, last)))
    _ = openText(orAt: end)
    return ByteRange(offset, end)
  }

  private mutating func openUnderlinedHeading(from offset: Int, onLine line: Int) -> ByteRange {
    text.begin(with: ByteRange(offset, lines.ranges[line].upperBound))
    var end: Int?
    var below = line + 1
    while end == nil, below < lines.ranges.count {
      if let underline = underlineEnd(ofLine: below) {
        // What looks like an underline is text where only definitions stand above it.
        text.dropDefinitions()
        if !text.lines.isEmpty { end = underline }
      }
      if end == nil { appendTextLine(below) }
      below += 1
    }
    let content = openText(orAt: offset)
    return ByteRange(content.lowerBound, end ?? content.upperBound)
  }

  /// The end of the underline that a line is, if it is one.
  private func underlineEnd(ofLine line: Int) -> Int? {
    guard var opening = containers.continuation(ofLine: line), opening.takeIndentation() <= 3,
      let sign = opening.next, sign == UInt8(ascii: "=") || sign == UInt8(ascii: "-")
    else { return nil }
    while opening.next == sign { opening.take(bytes: 1) }
    let end = opening.offset
    opening.takeIndentation()
    return opening.next == nil ? end : nil
  }

  mutating func thematicBreak(_ node: OpaquePointer) -> ByteRange {
    let (line, offset) = start(of: node)
    lastEnd = lines.trimmedEnd(ByteRange(offset, lines.ranges[line].upperBound))
    return ByteRange(offset, lastEnd)
  }

  /// The range of an HTML block, and where its literal starts if it stands in the file.
  mutating func htmlBlock(
    _ node: OpaquePointer, _ literal: UnsafePointer<UInt8>
  ) -> (range: ByteRange, content: Int) {
    let (line, offset) = start(of: node)
    var indentation = 0
    while isBlank(literal[indentation]) { indentation += 1 }
    let range = lineRange(from: offset, line, max(1, countLines(literal).filled))
    return (range, max(0, offset - indentation))
  }

  /// The range of a code block, and where its literal starts if it stands in the file.
  mutating func codeBlock(
    _ node: OpaquePointer, _ literal: UnsafePointer<UInt8>
  ) -> (range: ByteRange, content: Int) {
    let (line, offset) = start(of: node)
    let count = countLines(literal)
    if isIndented(onLine: line) {
      return (lineRange(from: offset, line, max(1, count.filled)), offset)
    }
    let content = line + 1 < lines.ranges.count ? lines.ranges[line + 1].lowerBound : offset
    let closing = line + count.all + 1
    if containers.continuation(ofLine: closing) != nil {
      // The line after the literal would be part of it if it did not close the block.
      lastEnd = lines.trimmedEnd(lines.ranges[closing])
    } else {
      lastEnd = lines.trimmedEnd(lineRange(from: offset, line, count.filled + 1))
    }
    return (ByteRange(offset, lastEnd), content)
  }

  /// Whether the code block that opens on a line is indented rather than fenced.
  private func isIndented(onLine line: Int) -> Bool {
    guard var opening = containers.continuation(ofLine: line) else { return false }
    return opening.takeIndentation() > 3
  }

  /// `count` lines from `offset` on `line`, without the last line's end.
  private mutating func lineRange(from offset: Int, _ line: Int, _ count: Int) -> ByteRange {
    lastEnd = max(offset, lines.ranges[min(line + count, lines.ranges.count) - 1].upperBound)
    return ByteRange(offset, lastEnd)
  }

  /// How many lines a literal has: all of them, and without the blank ones at its end.
  private func countLines(_ literal: UnsafePointer<UInt8>) -> (all: Int, filled: Int) {
    var all = 0
    var filled = 0
    var byte = literal
    while byte.pointee != 0 {
      if byte.pointee == UInt8(ascii: "\n") {
        all += 1
      } else if !isBlank(byte.pointee) {
        filled = all + 1
      }
      byte += 1
    }
    return (all, filled)
  }
}

// Inlines. Each of these reads past the node that comes next in the text.
extension Positions {
  /// How an inline with children opened, which tells how it closes.
  enum Delimiter {
    case run(of: UInt8, count: Int)
    case bracket
    case autolink
  }

  /// A run of text that the file has as it is. `rest` is the node's literal, moved past the run.
  mutating func verbatimText(_ rest: inout UnsafePointer<UInt8>) -> ByteRange? {
    guard place.line < text.lines.count else { return nil }
    let end = text.lines[place.line].upperBound
    let start = place.offset
    let literal = rest
    let length = max(0, end - start)
    let count = bytes.withUnsafeBufferPointer { bytes in
      let file = bytes.extracting(start..<start + length)
      var count = 0
      while count < length, case let byte = file[count], byte == literal[count] {
        if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&"),
          Escape(at: start + count, upTo: end, in: self.bytes, isInAutolink) != nil
        {
          break
        }
        count += 1
      }
      return count
    }
    guard count > 0 else { return nil }
    rest += count
    place.offset += count
    return ByteRange(start, start + count)
  }

  /// An escape or entity, and the bytes that it stands for.
  mutating func escapedText(
    _ rest: inout UnsafePointer<UInt8>
  ) -> (range: ByteRange, bytes: [UInt8])? {
    guard place.line < text.lines.count else { return nil }
    let end = text.lines[place.line].upperBound
    let start = place.offset
    guard start < end,
      let escape = Escape(at: start, upTo: end, in: bytes, isInAutolink)
        ?? Escape(tabAt: start, in: bytes, for: rest)
    else { return nil }
    for byte in escape.meaning {
      guard byte == rest.pointee else { return nil }
      rest += 1
    }
    place.offset = escape.end
    return (ByteRange(start, escape.end), escape.meaning)
  }

  /// A soft or hard break: the white space or backslash before the line end, the line end, and
  /// what the containers put before the next line's text.
  mutating func lineBreak() -> ByteRange {
    let start = place.offset
    let backslash = text.place(after: UInt8(ascii: "\\"), at: place)
    let end = text.place(after: backslash ?? place) {
      isWhiteSpace($0) && $0 != UInt8(ascii: "\n")
    }
    guard let next = text.place(after: UInt8(ascii: "\n"), at: end) else { return nowhere }
    // After a backslash libcmark keeps what indentation the line has left.
    place = backslash == nil ? text.place(after: next, while: isBlank) : next
    return ByteRange(start, place.offset)
  }

  /// A code span with its backticks, and where its content starts.
  mutating func codeSpan() -> (range: ByteRange, content: Int) {
    let isBacktick = { (byte: UInt8) in byte == UInt8(ascii: "`") }
    let content = text.place(after: place, while: isBacktick)
    let count = content.offset - place.offset
    var end = content
    while true {
      let closer = text.place(after: end) { !isBacktick($0) }
      end = text.place(after: closer, while: isBacktick)
      guard end.offset > closer.offset else { return (nowhere, place.offset) }
      guard end.offset - closer.offset == count else { continue }
      defer { place = end }
      return (ByteRange(place.offset, end.offset), content.offset)
    }
  }

  /// A tag, comment or the like, whose literal has `\n` for every line end.
  mutating func htmlInline(_ literal: UnsafePointer<UInt8>) -> ByteRange {
    var end = place
    var byte = literal
    while byte.pointee != 0 {
      if let next = text.place(after: byte.pointee, at: end) {
        end = next
        byte += 1
      } else if let tab = Escape(tabAt: end.offset, in: bytes, for: byte) {
        end.offset = tab.end
        byte += tab.meaning.count
      } else {
        return nowhere
      }
    }
    defer { place = end }
    return ByteRange(place.offset, end.offset)
  }

  /// The start of an inline that has children.
  mutating func openInline(_ kind: Node.Kind) -> (start: Int, delimiter: Delimiter?) {
    let start = place.offset
    let byte = text.byte(at: place)
    switch (kind, byte) {
    case (.emphasis, UInt8(ascii: "*")), (.emphasis, UInt8(ascii: "_")):
      place.offset += 1
      return (start, .run(of: byte, count: 1))
    case (.strong, UInt8(ascii: "*")), (.strong, UInt8(ascii: "_")):
      place.offset += 2
      return (start, .run(of: byte, count: 2))
    case (.link, UInt8(ascii: "[")):
      place.offset += 1
      return (start, .bracket)
    case (.image, UInt8(ascii: "!")):
      place.offset += 2
      return (start, .bracket)
    case (.link, UInt8(ascii: "<")):
      place.offset += 1
      isInAutolink = true
      return (start, .autolink)
    default: return (start, nil)
    }
  }

  /// The end of an inline that has children, after them.
  mutating func closeInline(_ delimiter: Delimiter?) -> Int {
    switch delimiter {
    case .run(let byte, let count):
      for _ in 0..<count {
        place = text.place(after: byte, at: place) ?? place
      }
    case .bracket:
      if let end = text.place(after: UInt8(ascii: "]"), at: place) { place = text.linkEnd(end) }
    case .autolink:
      isInAutolink = false
      place = text.place(after: UInt8(ascii: ">"), at: place) ?? place
    case nil: break
    }
    return place.offset
  }
}

private func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
}

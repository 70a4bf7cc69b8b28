package import CanevasSource

/// A line of the file that a block stands on: what the containers make of it, and where the
/// block's own text begins.
package struct BlockLine: Sendable {
  /// The line without its line end, and without a byte-order mark.
  package let range: ByteRange
  /// The lists, items and quotes that hold the line, outermost first.
  package let containers: [Block]
  /// The block without children that the line belongs to; `nil` where nothing follows a marker.
  package let block: Block?
  /// Where the line goes on behind the markers and the indentation of its containers.
  package let start: Int
  /// How many columns of white space stand before `start` and belong to the block: the rest of a
  /// tab that reaches into a container's indentation.
  package let pendingColumns: Int
  /// Whether the line continues a paragraph without the markers or indentation of all containers.
  package let isLazy: Bool

  /// The line's text behind what its containers put there.
  package var text: ByteRange { ByteRange(start, max(start, range.upperBound)) }
}

/// The lines of a file, with the blocks that stand on them.
package struct BlockLines: Sendable {
  /// Every line without its line end, the first one without a byte-order mark.
  package let ranges: [ByteRange]
  /// By line: `nil` for blank lines outside of blocks, and for link reference definitions.
  package private(set) var lines: [BlockLine?]
  private let source: SourceLines

  package init(_ document: Document) {
    source = SourceLines(document.file.bytes)
    ranges = source.ranges
    lines = Array(repeating: nil, count: ranges.count)
    var containers = Containers(source)
    for block in document.blocks { visit(block, in: [], &containers) }
  }

  /// The number, from 0, of the line that holds an offset or ends at it.
  package func number(at offset: Int) -> Int { source.line(at: offset) }

  private mutating func visit(_ block: Block, in path: [Block], _ containers: inout Containers) {
    let line = number(at: block.range.lowerBound)
    switch block.kind {
    case .bulletList, .orderedList:
      for child in block.children { visit(child, in: path + [block], &containers) }
    case .item, .blockQuote:
      if block.kind == .item {
        _ = containers.openItem(onLine: line)
      } else {
        containers.openQuote(onLine: line)
      }
      note(line, nil, in: path + [block], containers)
      for child in block.children { visit(child, in: path + [block], &containers) }
      containers.close()
    case .paragraph, .heading, .codeBlock, .htmlBlock, .thematicBreak:
      for line in line...max(line, number(at: block.range.upperBound)) {
        note(line, block, in: path, containers)
      }
    }
  }

  private mutating func note(
    _ line: Int, _ block: Block?, in path: [Block], _ containers: Containers
  ) {
    let (opening, isComplete) = containers.interior(of: line)
    let (start, pending) = opening.partialTab(onLine: ranges[line])
    lines[line] = BlockLine(
      range: ranges[line], containers: path, block: block, start: start, pendingColumns: pending,
      isLazy: !isComplete)
  }
}

extension LineOpening {
  /// The next byte, behind a tab that was taken in part, and how many columns of that are left.
  fileprivate func partialTab(onLine line: ByteRange) -> (start: Int, columns: Int) {
    guard next == UInt8(ascii: "\t") else { return (offset, 0) }
    var whole = LineOpening(bytes: bytes, line: line)
    while whole.offset < offset { whole.take(columns: 1) }
    return whole.column == column ? (offset, 0) : (offset + 1, 4 - column % 4)
  }
}

extension Block {
  /// Appends what the block says, whatever its place in the file and its layout: of two blocks that
  /// are rendered alike, the same bytes.
  package func appendContent(to content: inout [UInt8]) {
    for index in index..<storage.nodes[index].end {
      let node = storage.nodes[index]
      content += [node.kind.rawValue, node.level, node.isTight ? 1 : 0]
      append(node.start, to: &content)
      append(Int32(node.end - index), to: &content)
      append(storage.bytes(node.literal), to: &content)
      append(storage.bytes(node.extra), to: &content)
    }
  }
}

private func append(_ number: Int32, to content: inout [UInt8]) {
  withUnsafeBytes(of: number.littleEndian) { content.append(contentsOf: $0) }
}

/// Appends a text with its length, every line end as a line feed.
private func append(_ text: ArraySlice<UInt8>, to content: inout [UInt8]) {
  var unified: [UInt8] = []
  for (index, byte) in zip(text.indices, text) {
    if byte == UInt8(ascii: "\n"), index > text.startIndex, text[index - 1] == UInt8(ascii: "\r") {
      continue
    }
    unified.append(byte == UInt8(ascii: "\r") ? UInt8(ascii: "\n") : byte)
  }
  append(Int32(unified.count), to: &content)
  content += unified
}

import CanevasModel
import CanevasSource

/// A version's pieces as a merge moves them: runs of lines with nothing but white space between.
struct MergeTree {
  enum Kind: Hashable {
    case piece(Piece.Kind)
    /// A link reference definition, which no block holds.
    case definition
  }

  struct Node {
    let kind: Kind
    /// What names it among its siblings.
    let name: String?
    /// Its own lines, without the last one's line end.
    let text: ByteRange
    /// What its own text says.
    let ownMeaning: UInt64
    /// What it says with all that it holds.
    let meaning: UInt64
    let parent: Int
    let depth: Int
    /// The index after the last node inside it.
    var end = 0
    /// The piece that it is; `nil` for a definition.
    let piece: Int?
  }

  let pieces: PieceTree
  /// In document order; the first is the document itself.
  private(set) var nodes: [Node] = []
  /// The node of each piece; `nil` for those that lie deeper than what is merged.
  private(set) var node: [Int?]

  var bytes: [UInt8] { pieces.document.file.bytes }

  /// Cuts a document down to a depth, at which pieces are whole. `nil` if its pieces share lines.
  init?(_ document: TypedDocument, depth: Int) {
    pieces = PieceTree(document)
    node = Array(repeating: nil, count: pieces.pieces.count)
    let root = Node(
      kind: .piece(.document), name: nil, text: ByteRange(at: 0), ownMeaning: 0,
      meaning: pieces.meaning, parent: 0, depth: 0, piece: 0)
    nodes.append(root)
    node[0] = 0
    var open = [0]
    var index = 1
    while index < pieces.pieces.count {
      let piece = pieces.pieces[index]
      addDefinitions(upTo: piece.lines.lowerBound, &open)
      close(&open) { $0.end <= index }
      guard piece.lines.lowerBound >= nodes[nodes.count - 1].text.upperBound else { return nil }
      let isWhole = open.count >= depth
      append(piece, index, isWhole: isWhole, in: open[open.count - 1])
      open.append(nodes.count - 1)
      index = isWhole ? piece.end : index + 1
    }
    addDefinitions(upTo: bytes.count, &open)
    close(&open) { _ in true }
    nodes[0].end = nodes.count
  }

  /// The nodes right inside one, in document order.
  func children(of index: Int) -> [Int] {
    var children: [Int] = []
    var next = index + 1
    while next < nodes[index].end {
      children.append(next)
      next = nodes[next].end
    }
    return children
  }

  /// The bytes of a node's own text.
  func text(_ index: Int) -> ArraySlice<UInt8> { bytes[nodes[index].text.indices] }

  /// The bytes of a node with all that it holds.
  func wholeText(_ index: Int) -> ArraySlice<UInt8> {
    bytes[nodes[index].text.lowerBound..<nodes[nodes[index].end - 1].text.upperBound]
  }

  /// The white space between a node and the next one, or the document's end.
  func gap(after index: Int) -> ArraySlice<UInt8> {
    let end = index + 1 < nodes.count ? nodes[index + 1].text.lowerBound : bytes.count
    return bytes[nodes[index].text.upperBound..<end]
  }
}

extension MergeTree.Kind {
  /// The kind without which of the sections or keys it is, on which the rest of the document has
  /// its say.
  var unnamed: MergeTree.Kind {
    switch self {
    case .piece(.section): .piece(.section(nil))
    case .piece(.entry): .piece(.entry(nil))
    case .piece, .definition: self
    }
  }
}

// Cutting.
extension MergeTree {
  private mutating func close(_ open: inout [Int], _ isOver: (Piece) -> Bool) {
    while open.count > 1, let piece = nodes[open[open.count - 1]].piece,
      isOver(pieces.pieces[piece])
    {
      nodes[open.removeLast()].end = nodes.count
    }
  }

  private mutating func append(_ piece: Piece, _ index: Int, isWhole: Bool, in parent: Int) {
    node[index] = nodes.count
    nodes.append(
      Node(
        kind: .piece(piece.kind), name: pieces.name(of: index),
        text: trimmed(isWhole ? piece.lines : piece.ownLines),
        ownMeaning: isWhole ? piece.meaning : piece.ownMeaning, meaning: piece.meaning,
        parent: parent, depth: nodes[parent].depth + 1, piece: index))
  }

  /// Lines without the last one's end, nor blank lines behind it.
  private func trimmed(_ range: ByteRange) -> ByteRange {
    guard let last = bytes[range.indices].lastIndex(where: { !isBlank($0) }) else {
      return ByteRange(at: range.lowerBound)
    }
    let end = bytes[last..<range.upperBound].firstIndex(where: isLineEnd) ?? range.upperBound
    return ByteRange(range.lowerBound, end)
  }

  /// Adds what stands between the last node and an offset, and is not blank.
  private mutating func addDefinitions(upTo end: Int, _ open: inout [Int]) {
    let start = nodes[nodes.count - 1].text.upperBound
    guard start < end, bytes[start..<end].contains(where: { !isBlank($0) }) else { return }
    var ranges: [ByteRange] = []
    for line in lines(bytes[start..<end]) where line.contains(where: { !isBlank($0) }) {
      let range = trimmed(ByteRange(line.startIndex, line.endIndex))
      if opensDefinition(line) || ranges.isEmpty {
        ranges.append(range)
      } else {
        ranges.append(ranges.removeLast().union(range))
      }
    }
    for range in ranges {
      close(&open) { $0.lines.upperBound <= range.lowerBound }
      let parent = open[open.count - 1]
      var hash = FNV1a()
      hash.add(bytes[range.indices])
      nodes.append(
        Node(
          kind: .definition, name: label(bytes[range.indices]), text: range,
          ownMeaning: hash.value, meaning: hash.value, parent: parent,
          depth: nodes[parent].depth + 1, end: nodes.count + 1, piece: nil))
    }
  }
}

private func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
}

private func opensDefinition(_ line: ArraySlice<UInt8>) -> Bool {
  line.first { $0 != 0x20 && $0 != UInt8(ascii: ">") } == UInt8(ascii: "[")
}

/// What a definition is referred to by.
private func label(_ definition: ArraySlice<UInt8>) -> String? {
  guard let start = definition.firstIndex(of: UInt8(ascii: "[")),
    let end = definition[start...].firstIndex(of: UInt8(ascii: "]"))
  else { return nil }
  return folded(String(decoding: definition[start..<end], as: UTF8.self))
}

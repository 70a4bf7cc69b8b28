import CanevasSource
import Ccmark

/// Turns libcmark's tree into the flat one.
///
/// The tree is walked in document order, without recursion. What a node is and says comes from
/// libcmark; where it stands, from `Positions`.
struct TreeBuilder {
  /// A node that may have children, while it is open.
  struct Open {
    let index: Int
    /// What closes an inline in the file.
    let delimiter: Positions.Delimiter?
  }

  var nodes: [Node]
  var decoded: [UInt8] = []
  var positions: Positions
  /// The nodes around the present place, the document first.
  private var open: [Open]
  /// Where libcmark keeps the title of a link that has none; an empty title stands elsewhere.
  private var missingTitle: UnsafePointer<CChar>?

  init(_ lines: SourceLines) {
    positions = Positions(lines)
    nodes = [Node(kind: .document, range: ByteRange(0, lines.bytes.count), end: 1)]
    nodes.reserveCapacity(lines.bytes.count / 20 + 1)
    decoded.reserveCapacity(lines.bytes.count / 12)
    open = [Open(index: 0, delimiter: nil)]
  }

  /// What the tree's views share, once it is built.
  func storage(of file: SourceFile) -> Document.Storage {
    Document.Storage(file: file, nodes: nodes, decoded: decoded)
  }

  /// Builds the whole tree below `root`, or returns the first place that is nested too deep.
  mutating func build(_ root: OpaquePointer) -> ByteRange? {
    let untitled = cmark_node_new(CMARK_NODE_LINK)
    defer { cmark_node_free(untitled) }
    missingTitle = cmark_node_get_title(untitled)

    var next = cmark_node_first_child(root)
    while var node = next {
      guard open.count <= Limits.nesting else { return positions.place(of: node) }
      if enter(node) {
        next = cmark_node_first_child(node)
        if next != nil { continue }
        close()
      }
      next = cmark_node_next(node)
      while next == nil, let parent = cmark_node_parent(node), parent != root {
        close()
        node = parent
        next = cmark_node_next(node)
      }
    }
    nodes[0].end = nodes.count
    return nil
  }

  /// Appends a node. Returns whether it stays open for children.
  private mutating func enter(_ node: OpaquePointer) -> Bool {
    let kind = Node.Kind(node)
    switch kind {
    case .text: appendText(node)
    case .softBreak, .lineBreak: append(kind, positions.lineBreak())
    case .code:
      let text = literalBytes(node)
      let span = positions.codeSpan()
      append(kind, span.range, literal(text, at: span.content, or: span.content + 1))
    case .htmlInline:
      let text = literalBytes(node)
      let range = positions.htmlInline(text)
      append(kind, range, literal(text, at: range.lowerBound))
    case .thematicBreak: append(kind, positions.thematicBreak(node))
    case .htmlBlock, .codeBlock: appendLiteralBlock(kind, node)
    case .document, .blockQuote, .bulletList, .orderedList, .item, .paragraph, .heading:
      openBlock(kind, node)
      return true
    case .emphasis, .strong, .link, .image:
      openInline(kind, node)
      return true
    }
    return false
  }

  private mutating func openBlock(_ kind: Node.Kind, _ node: OpaquePointer) {
    let isTight = nodes[open[open.count - 1].index].isTight
    open.append(Open(index: nodes.count, delimiter: nil))
    append(kind, positions.openBlock(kind, node))
    let index = nodes.count - 1
    switch kind {
    case .heading: nodes[index].level = UInt8(cmark_node_get_heading_level(node))
    case .bulletList, .orderedList:
      nodes[index].isTight = cmark_node_get_list_tight(node) != 0
      nodes[index].start = cmark_node_get_list_start(node)
    case .item, .paragraph: nodes[index].isTight = isTight
    default: break
    }
  }

  private mutating func openInline(_ kind: Node.Kind, _ node: OpaquePointer) {
    let (start, delimiter) = positions.openInline(kind)
    open.append(Open(index: nodes.count, delimiter: delimiter))
    append(kind, ByteRange(at: start))
    guard kind == .link || kind == .image else { return }
    nodes[nodes.count - 1].literal = copy(bytes(cmark_node_get_url(node)))
    let title = cmark_node_get_title(node)
    if title != missingTitle { nodes[nodes.count - 1].extra = copy(bytes(title)) }
  }

  private mutating func close() {
    let closed = open.removeLast()
    let node = nodes[closed.index]
    let end =
      switch node.kind {
      case .emphasis, .strong, .link, .image: positions.closeInline(closed.delimiter)
      default: positions.closeBlock(node)
      }
    nodes[closed.index].range = ByteRange(node.range.lowerBound, end)
    nodes[closed.index].end = nodes.count
  }

  private mutating func appendLiteralBlock(_ kind: Node.Kind, _ node: OpaquePointer) {
    let text = literalBytes(node)
    let place =
      kind == .htmlBlock
      ? positions.htmlBlock(node, text) : positions.codeBlock(node, text)
    append(kind, place.range, literal(text, at: place.content))
    if kind == .codeBlock, let info = cmark_node_get_fence_info(node), info.pointee != 0 {
      nodes[nodes.count - 1].extra = copy(bytes(info))
    }
  }

  /// Appends a text as one node for every run that stands in the file as it is, and one for every
  /// escape and entity between them.
  private mutating func appendText(_ node: OpaquePointer) {
    let text = literalBytes(node)
    let first = nodes.count
    let start = positions.place
    var rest = text
    while rest.pointee != 0 {
      if let run = positions.verbatimText(&rest) {
        append(.text, run, Literal(run))
      } else if let (range, bytes) = positions.escapedText(&rest) {
        append(.text, range, copy(bytes))
      } else {
        nodes.removeSubrange(first...)
        positions.place = start
        append(.text, positions.nowhere, copy(text))
        return
      }
    }
  }

  private mutating func append(
    _ kind: Node.Kind, _ range: ByteRange, _ literal: Literal = .none
  ) {
    nodes.append(Node(kind: kind, range: range, end: nodes.count + 1, literal: literal))
  }
}

// Literals.
extension TreeBuilder {
  /// A text of libcmark's as a literal: in the file if it stands at one of the offsets.
  private mutating func literal(
    _ text: UnsafePointer<UInt8>, at offset: Int, or alternative: Int? = nil
  ) -> Literal {
    let file = positions.bytes
    var count = 0
    while text[count] != 0, offset + count < file.count, text[count] == file[offset + count] {
      count += 1
    }
    if text[count] == 0 { return Literal(ByteRange(offset, offset + count)) }
    return alternative.map { literal(text, at: $0) } ?? copy(text)
  }

  private mutating func copy(_ text: UnsafePointer<UInt8>) -> Literal {
    let start = decoded.count
    var byte = text
    while byte.pointee != 0 {
      decoded.append(byte.pointee)
      byte += 1
    }
    return Literal(
      start: UInt32(start), count: UInt32(decoded.count - start), isDecoded: true)
  }

  private mutating func copy(_ bytes: [UInt8]) -> Literal {
    let start = decoded.count
    decoded += bytes
    return Literal(start: UInt32(start), count: UInt32(bytes.count), isDecoded: true)
  }
}

/// The bytes of a string of libcmark's, up to a zero.
func bytes(_ text: UnsafePointer<CChar>?) -> UnsafePointer<UInt8> {
  guard let text else { preconditionFailure("libcmark gave no string") }
  return UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
}

private func literalBytes(_ node: OpaquePointer) -> UnsafePointer<UInt8> {
  bytes(cmark_node_get_literal(node))
}

extension Literal {
  /// The bytes of the file in `range`.
  fileprivate init(_ range: ByteRange) {
    self.init(
      start: UInt32(range.lowerBound), count: UInt32(range.count), isDecoded: false)
  }
}

extension Node.Kind {
  fileprivate init(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: self = .text
    case CMARK_NODE_SOFTBREAK: self = .softBreak
    case CMARK_NODE_PARAGRAPH: self = .paragraph
    case CMARK_NODE_ITEM: self = .item
    case CMARK_NODE_LIST:
      self = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? .orderedList : .bulletList
    case CMARK_NODE_HEADING: self = .heading
    case CMARK_NODE_BLOCK_QUOTE: self = .blockQuote
    case CMARK_NODE_CODE_BLOCK: self = .codeBlock
    case CMARK_NODE_HTML_BLOCK: self = .htmlBlock
    case CMARK_NODE_THEMATIC_BREAK: self = .thematicBreak
    case CMARK_NODE_LINEBREAK: self = .lineBreak
    case CMARK_NODE_CODE: self = .code
    case CMARK_NODE_HTML_INLINE: self = .htmlInline
    case CMARK_NODE_EMPH: self = .emphasis
    case CMARK_NODE_STRONG: self = .strong
    case CMARK_NODE_LINK: self = .link
    case CMARK_NODE_IMAGE: self = .image
    default: preconditionFailure("libcmark made a node of a kind that no text has")
    }
  }
}

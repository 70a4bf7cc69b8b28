package import CanevasSource

/// A block of a document: a view that is cheap to copy and to compare by identity of place.
package struct Block: NodeView {
  package enum Kind: Hashable, Sendable {
    case paragraph
    case heading(level: Int)
    case blockQuote
    case bulletList
    case orderedList(start: Int)
    case item
    case codeBlock
    case htmlBlock
    case thematicBreak
  }

  let storage: Document.Storage
  let index: Int

  package init(_ node: NodeReference) {
    storage = node.storage
    index = node.index
  }

  private var node: Node { storage.nodes[index] }

  package var kind: Kind {
    switch node.kind {
    case .paragraph: .paragraph
    case .heading: .heading(level: Int(node.level))
    case .blockQuote: .blockQuote
    case .bulletList: .bulletList
    case .orderedList: .orderedList(start: Int(node.start))
    case .item: .item
    case .codeBlock: .codeBlock
    case .htmlBlock: .htmlBlock
    case .thematicBreak: .thematicBreak
    case .document, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link,
      .image:
      preconditionFailure("a view of a block was made from another node")
    }
  }

  /// The file that the block is read from.
  package var file: SourceFile { storage.file }

  package var range: ByteRange { node.range }

  /// A number that tells this block from every other one of its document, growing in document
  /// order.
  package var ordinal: Int { index }

  /// Whether a list is tight: the paragraphs of its items have no element of their own in HTML.
  package var isTight: Bool { node.isTight }

  package var isList: Bool { node.kind == .bulletList || node.kind == .orderedList }

  /// Whether this is an HTML block of comments and nothing else.
  package var isComment: Bool {
    guard node.kind == .htmlBlock else { return false }
    return isWholeComment(storage.bytes(node.literal))
  }

  /// The blocks inside a quote, a list (its items) or an item; none in others.
  package var children: BlockSequence {
    switch node.kind {
    case .blockQuote, .bulletList, .orderedList, .item:
      BlockSequence(storage: storage, first: index + 1, end: node.end)
    default: BlockSequence(storage: storage, first: node.end, end: node.end)
    }
  }

  /// The inlines of a paragraph or heading; none in other blocks.
  package var inlines: InlineSequence {
    switch node.kind {
    case .paragraph, .heading:
      InlineSequence(storage: storage, first: index + 1, end: node.end)
    default: InlineSequence(storage: storage, first: node.end, end: node.end)
    }
  }

  /// The text of a paragraph or heading, without the white space around it.
  package var text: RichText { RichText(inlines, clip: node.range) }

  /// The literal text of a code block or HTML block; empty in others.
  package var literal: ArraySlice<UInt8> { storage.bytes(node.literal) }

  /// The info string of a fenced code block; empty in others.
  package var info: ArraySlice<UInt8> { storage.bytes(node.extra) }
}

/// Whether raw HTML is a comment, or several on one line, with only white space around.
func isWholeComment(_ html: ArraySlice<UInt8>) -> Bool {
  let space = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
  var rest = html.drop(while: space)
  repeat {
    guard rest.starts(with: "<!--".utf8) else { return false }
    let inside = rest.dropFirst(4)
    guard let end = inside.indices.first(where: { inside[$0...].starts(with: "-->".utf8) })
    else { return false }
    rest = inside[(end + 3)...].drop(while: space)
  } while !rest.isEmpty
  return true
}

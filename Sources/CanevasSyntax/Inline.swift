package import CanevasSource

/// An inline of a paragraph or heading: a view that is cheap to copy.
package struct Inline: NodeView {
  package enum Kind: Hashable, Sendable {
    case text, softBreak, lineBreak, code, html, emphasis, strong, link, image
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
    case .text: .text
    case .softBreak: .softBreak
    case .lineBreak: .lineBreak
    case .code: .code
    case .htmlInline: .html
    case .emphasis: .emphasis
    case .strong: .strong
    case .link: .link
    case .image: .image
    case .document, .blockQuote, .bulletList, .orderedList, .item, .codeBlock, .htmlBlock,
      .paragraph, .heading, .thematicBreak:
      preconditionFailure("a view of an inline was made from another node")
    }
  }

  package var range: ByteRange { node.range }

  /// A number that tells this inline from every other one of its document, growing in document
  /// order.
  package var ordinal: Int { index }

  /// The inlines inside emphasis, a link or an image; none in others.
  package var children: InlineSequence {
    InlineSequence(storage: storage, first: index + 1, end: node.end)
  }

  /// The literal text of text, code or raw HTML; empty in others.
  package var literal: ArraySlice<UInt8> {
    isTarget ? [] : storage.bytes(node.literal)
  }

  /// Where a link leads or an image comes from; empty in others.
  package var destination: ArraySlice<UInt8> {
    isTarget ? storage.bytes(node.literal) : []
  }

  /// The title of a link or image; empty in others.
  package var title: ArraySlice<UInt8> { storage.bytes(node.extra) }

  /// Whether the literal of a text stands in the file, byte for byte, at the inline's range.
  package var isVerbatim: Bool { node.kind == .text && !node.literal.isDecoded }

  private var isTarget: Bool { node.kind == .link || node.kind == .image }
}

extension Siblings<Inline> {
  /// The sequence of one inline alone.
  package init(of inline: Inline) {
    self.init(
      storage: inline.storage, first: inline.index, end: inline.storage.nodes[inline.index].end)
  }
}

extension Inline {
  /// Whether this is raw HTML that is one comment and nothing else.
  package var isComment: Bool { kind == .html && isWholeComment(literal) }
}

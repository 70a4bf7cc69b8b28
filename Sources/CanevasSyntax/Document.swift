package import CanevasSource

/// The Markdown tree of one file: an immutable value, cheap to copy.
///
/// The tree is kept flat: one array of nodes in document order, each knowing where its subtree
/// ends. `Block` and `Inline` are views into it. Every node's range lies inside its parent's, on
/// character borders, and covers the bytes of its own construct.
package struct Document: Sendable {
  let storage: Storage

  /// What the views share.
  final class Storage: Sendable {
    let file: SourceFile
    /// The first node is the document's own; a node's subtree follows it directly.
    let nodes: [Node]
    /// Literal texts that do not stand in the file as they are: decoded entities, code spans
    /// over several lines, link destinations without their escapes.
    let decoded: [UInt8]

    init(file: SourceFile, nodes: [Node], decoded: [UInt8]) {
      self.file = file
      self.nodes = nodes
      self.decoded = decoded
    }
  }

  package var file: SourceFile { storage.file }

  /// The blocks at the document's top level.
  package var blocks: BlockSequence {
    BlockSequence(storage: storage, first: 1, end: storage.nodes[0].end)
  }

  /// A document without any block: what stands for a file that cannot be parsed.
  package init(unparsed file: SourceFile) {
    let root = Node(kind: .document, range: ByteRange(0, 0), end: 1)
    storage = Storage(file: file, nodes: [root], decoded: [])
  }

  init(storage: Storage) {
    self.storage = storage
  }
}

/// One node of the flat tree. What the fields mean depends on the kind.
struct Node: Sendable {
  enum Kind: UInt8, Sendable {
    case document, blockQuote, bulletList, orderedList, item, codeBlock, htmlBlock, paragraph
    case heading, thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
  }

  var kind: Kind
  /// A heading's level, from 1 to 6.
  var level: UInt8 = 0
  /// Whether a list is tight: the paragraphs of its items have no element of their own in HTML.
  /// Its items and their paragraphs say it too.
  var isTight = false
  /// An ordered list's first number.
  var start: Int32 = 0
  var range: ByteRange
  /// The index after the last node of the subtree.
  var end: Int
  /// A text's, code's or raw HTML's literal; a link's or image's destination.
  var literal = Literal.none
  /// A link's or image's title, which may be empty; a code block's info string.
  var extra: Literal?
}

/// A run of bytes either in the file itself or in the tree's `decoded` bytes.
struct Literal: Sendable {
  var start: UInt32
  var count: UInt32
  var isDecoded: Bool

  static let none = Literal(start: 0, count: 0, isDecoded: true)
}

extension Document.Storage {
  /// The bytes of a literal; none where there is no literal.
  func bytes(_ literal: Literal?) -> ArraySlice<UInt8> {
    guard let literal else { return [] }
    let range = Int(literal.start)..<Int(literal.start) + Int(literal.count)
    return literal.isDecoded ? decoded[range] : file.bytes[range]
  }
}

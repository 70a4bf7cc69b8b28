import CanevasModel
import CanevasSource
import CanevasSyntax

/// The markers of a document's items, and which blocks stand on lines right below each other.
struct ListMarks {
  private let metadata: ByteRange?
  /// The markers, by the items' ordinals.
  private var marks: [Int: [UInt8]] = [:]

  init(_ document: TypedDocument) {
    metadata = document.head.metadata.range
    read(document.document.blocks)
  }

  /// The marker of an item; `nil` for other blocks.
  func mark(of block: Block) -> [UInt8]? { marks[block.ordinal] }

  /// Whether no blank line stands between two blocks that follow each other in a container, the
  /// last of `containers`.
  func touch(_ upper: Block, _ lower: Block, in containers: some Sequence<Block>) -> Bool {
    let lists = containers.filter(\.isList)
    guard let parent = containers.reduce(nil, { $1 }), parent.kind != .blockQuote,
      let list = lists.last
    else { return isMetadata(upper) && isMetadata(lower) }
    return list.isTight || isMetadata(list) && list.children.allSatisfy(\.isPlainItem)
  }

  private func isMetadata(_ block: Block) -> Bool {
    block.isList && metadata?.contains(block.range) == true
  }

  private mutating func read(_ blocks: BlockSequence) {
    var previous: (list: Block, mark: [UInt8])?
    for block in blocks {
      switch block.kind {
      case .bulletList:
        let mark = mark(of: block, after: previous)
        for item in block.children {
          marks[item.ordinal] = mark
          read(item.children)
        }
        previous = (block, mark)
        continue
      case .orderedList:
        for item in block.children {
          let bytes = item.file.bytes[item.range.indices]
          marks[item.ordinal] = Array(bytes.prefix(bytes.prefix(while: isDigit).count + 1))
          read(item.children)
        }
      case .blockQuote: read(block.children)
      case .paragraph, .heading, .item, .codeBlock, .htmlBlock, .thematicBreak: break
      }
      previous = nil
    }
  }

  /// The bullets of a list: `-`, or another where it would go on with the list above, or would make
  /// a thematic break of the break that opens an item.
  private func mark(of list: Block, after previous: (list: Block, mark: [UInt8])?) -> [UInt8] {
    let openers = list.children.compactMap { item in item.children.first { _ in true } }
    let breaks = openers.filter { $0.kind == .thematicBreak }.map {
      list.file.bytes[$0.range.lowerBound]
    }
    let taken = previous.flatMap { goesOn(list, after: $0.list) ? $0.mark : nil } ?? []
    let free = "-*+".utf8.first { !breaks.contains($0) && !taken.contains($0) }
    return [free ?? UInt8(ascii: "-")]
  }

  /// Whether two lists with the same marker would be one where they may not.
  private func goesOn(_ list: Block, after previous: Block) -> Bool {
    let between = list.file.bytes[previous.range.upperBound..<list.range.lowerBound]
    return between.allSatisfy { isWhiteSpace($0) || $0 == UInt8(ascii: ">") }
      && !(isMetadata(previous) && isMetadata(list))
  }
}

extension Block {
  /// Whether the item is one paragraph, with a list under it or without.
  fileprivate var isPlainItem: Bool {
    let kinds = children.map(\.kind)
    return kinds.first == .paragraph && kinds.count <= 2
      && children.dropFirst().allSatisfy(\.isList)
  }
}

/// A view of one node of the flat tree.
package protocol NodeView: Sendable {
  /// A view of the node of an index.
  init(_ node: NodeReference)
}

/// Which node of which tree a view shows.
package struct NodeReference: Sendable {
  let storage: Document.Storage
  let index: Int
}

/// Nodes side by side, in document order.
package struct Siblings<View: NodeView>: Sequence, Sendable {
  let storage: Document.Storage
  /// The index of the first node, and the one after the last node's subtree.
  let first: Int
  let end: Int

  /// Steps from each node to the one after its subtree.
  package struct Iterator: IteratorProtocol {
    let storage: Document.Storage
    var position: Int
    let end: Int

    package mutating func next() -> View? {
      guard position < end else { return nil }
      defer { position = storage.nodes[position].end }
      return View(NodeReference(storage: storage, index: position))
    }
  }

  package func makeIterator() -> Iterator {
    Iterator(storage: storage, position: first, end: end)
  }

  package var isEmpty: Bool { first == end }
  package var underestimatedCount: Int { isEmpty ? 0 : 1 }
}

/// Blocks side by side.
package typealias BlockSequence = Siblings<Block>

/// Inlines side by side.
package typealias InlineSequence = Siblings<Inline>

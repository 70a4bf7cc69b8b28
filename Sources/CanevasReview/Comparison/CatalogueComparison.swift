/// How a set of documents differs from an older state of it.
package struct CatalogueComparison: Sendable {
  /// The documents that differ, be it in form alone, in the order of their paths.
  package let documents: [DocumentComparison]
  /// What the difference does to the rest of the catalogue; `nil` if that was not looked at.
  package var sideEffects: [SideEffect]?

  package init(_ documents: [DocumentComparison]) {
    self.documents = documents
  }
}

extension CatalogueComparison {
  /// How many documents say something else than before, and how they came to.
  package struct Counts: Hashable, Sendable {
    package var documents = 0
    package var added = 0
    package var removed = 0
    package var changed = 0
    package var moved = 0
  }

  /// A document that came or went counts as one addition or removal.
  package var counts: Counts {
    var counts = Counts()
    for document in documents where document.fate != .same {
      counts.documents += 1
      counts.add(document)
    }
    return counts
  }

  /// Whether everything says what it said before.
  package var isSame: Bool { documents.allSatisfy { $0.fate == .same } }
}

extension CatalogueComparison.Counts {
  fileprivate mutating func add(_ document: DocumentComparison) {
    switch document.fate {
    case .added: added += 1
    case .removed: removed += 1
    case .same: break
    case .changed:
      for change in document.changes {
        switch change.action {
        case .added: added += 1
        case .removed: removed += 1
        case .changed: changed += 1
        case .moved: moved += 1
        }
      }
    }
  }
}

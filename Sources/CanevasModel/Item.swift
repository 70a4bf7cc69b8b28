package import CanevasSource
package import CanevasSyntax

/// One item of a section: `[(Optionnel)] [**Nom** : | [Nom](lien) : ] texte [sub-list]`.
package struct Item: Sendable {
  /// The list item; in a section without a list, the paragraph.
  package let block: Block
  package let isOptional: Bool
  /// What other sections call the item by.
  package let name: ItemName?
  /// What follows the name; the whole text where there is no name.
  package let text: RichText
  /// What stands under the item's first paragraph.
  package let details: [Block]

  package var range: ByteRange { block.range }

  /// Where the item's name stands; its text when it has none.
  package var nameRange: ByteRange { name?.text.range ?? text.range }

  /// The item's first paragraph as a reader sees it.
  package var plain: String {
    guard let name else { return text.plain }
    return text.isEmpty ? name.plain : name.plain + " : " + text.plain
  }
}

/// The name that opens an item, in bold or as a link.
package struct ItemName: Sendable {
  package let text: RichText
  /// The link that the name is, if it is one.
  package let link: Inline?
  /// Words in parentheses between the name and its colon: `(potentiel)`.
  package let note: RichText?

  package var plain: String { text.plain }
}

/// A section's items with the prose around them, in the author's order.
package struct ItemList<Value: Sendable>: Sendable {
  package enum Part: Sendable {
    case prose(Block)
    /// The items of one list, under their group's label if they have one.
    case items(group: RichText?, isOrdered: Bool, [Value])
  }

  package let parts: [Part]

  package var values: [Value] {
    parts.flatMap { part -> [Value] in
      switch part {
      case .prose: []
      case .items(_, _, let values): values
      }
    }
  }

  package var isEmpty: Bool { parts.isEmpty }

  /// The same list with every item read as something more exact.
  func map<Other>(_ transform: (Value, RichText?) -> Other) -> ItemList<Other> {
    ItemList<Other>(
      parts: parts.map { part in
        switch part {
        case .prose(let block): .prose(block)
        case .items(let group, let isOrdered, let values):
          .items(
            group: group, isOrdered: isOrdered, values.map { transform($0, group) })
        }
      })
  }
}

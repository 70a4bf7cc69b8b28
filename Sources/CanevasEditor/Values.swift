package import CanevasLink
package import CanevasSource

/// Changes to several files of a catalogue.
package struct CatalogueEdit: Hashable, Sendable {
  /// A file that gets another name.
  package struct Move: Hashable, Sendable {
    /// Paths from the root.
    package let from: String
    package let to: String
  }

  /// The changes to each file, by its path before any move, in order of place. They do not overlap.
  package var edits: [String: [TextEdit]] = [:]
  /// Made after the edits.
  package var moves: [Move] = []

  package var isEmpty: Bool { edits.isEmpty && moves.isEmpty }
}

/// What is told of the thing under the cursor.
package struct Hover: Hashable, Sendable {
  /// The thing.
  package let range: ByteRange
  package let markdown: String
}

/// Where the thing under the cursor is written down.
package struct Definition: Hashable, Sendable {
  /// The thing under the cursor.
  package let origin: ByteRange
  /// The whole of what it leads to.
  package let target: Location
  /// What of the target a cursor should go to, inside it.
  package let selection: ByteRange
}

/// A part of a document in its outline.
package struct Symbol: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case document, section, part, item
  }

  package let name: String
  /// A few words behind the name.
  package let detail: String
  package let kind: Kind
  /// All of it.
  package let range: ByteRange
  /// Its name, inside `range`.
  package let selection: ByteRange
  /// The parts inside it, in order.
  package let children: [Symbol]
}

/// A document found by its name.
package struct FoundDocument: Hashable, Sendable {
  package let index: Catalogue.Index
  /// The name that was found: a title, an actor's alias.
  package let name: String
  /// What the document is: its kind, and its title if it was found by another name.
  package let detail: String
  /// Where its title stands.
  package let location: Location
}

/// Lines that an editor may hide behind their first one.
package struct Fold: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case section, metadata, list, quote, comment, code
  }

  package let kind: Kind
  /// From the first line to the last one; it spans two lines at least.
  package let range: ByteRange
}

/// A link that an editor follows with a click.
package struct DocumentLink: Hashable, Sendable {
  package enum Target: Hashable, Sendable {
    /// A document, by its path from the root, and the range of the heading that is linked to.
    case document(path: String, heading: ByteRange?)
    /// Another file of the catalogue, by its path from the root.
    case asset(path: String)
    case address(String)
  }

  /// The destination as it is written; the whole link where it stands elsewhere.
  package let range: ByteRange
  package let target: Target
  /// What is there: a document's title.
  package let tooltip: String
}

/// A line above a part of the document that says how the rest of the catalogue uses it.
package struct Lens: Hashable, Sendable {
  package let range: ByteRange
  package let title: String
  /// The places that it speaks of.
  package let targets: [Location]
}

/// A run of text that is coloured by what it means.
package struct Token: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case key, word, party, arrow, nature, amount, mechanism, name
  }

  /// On one line; tokens do not overlap.
  package let range: ByteRange
  package let kind: Kind
}

/// A change that an editor offers where a finding is, or for a document.
package struct QuickFix: Hashable, Sendable {
  package enum Action: Hashable, Sendable {
    case edit(CatalogueEdit)
    /// Tells of the rule of this code: `EditorQuery.explanation(of:in:)`.
    case explain(code: String)
  }

  package let title: String
  package let action: Action
  /// How far the change can be trusted; `nil` for what changes nothing.
  package let safety: Fix.Safety?
  /// The finding that it is about; `nil` for a change that mends none.
  package let finding: Diagnostic?
  /// Whether it is the one that an author is most likely to want.
  package let isPreferred: Bool
}

/// Why a name cannot be changed.
package struct RenameRefusal: Error, Hashable, Sendable {
  package let reason: Bilingual

  init(_ french: String, _ english: String) {
    reason = Bilingual(french, english)
  }
}

/// A name that can be changed.
package struct RenameTarget: Hashable, Sendable {
  /// Where it stands under the cursor.
  package let range: ByteRange
  /// The name as it is now.
  package let placeholder: String
}

package import CanevasModel
package import CanevasSource

/// How a document differs from an older version of it. One side at least is there.
package struct DocumentComparison: Sendable {
  package enum Fate: String, CaseIterable, Sendable {
    case added, removed, changed
    /// The two versions say the same: only their form or their file's name differs.
    case same
  }

  /// The two versions cut into pieces; `nil` where there is none.
  package let old: PieceTree?
  package let new: PieceTree?
  /// Which pieces are which; `nil` unless both versions are there.
  package let matching: Matching?
  /// What changed, in the order of the new version, what went in its old place.
  package let changes: [Change]
}

extension DocumentComparison {
  package var fate: Fate {
    guard old != nil else { return .added }
    guard new != nil else { return .removed }
    return changes.isEmpty && !isHidden ? .same : .changed
  }

  /// Whether the versions differ and one of them cannot be read, so that nobody can say how.
  package var isHidden: Bool {
    guard let old, let new else { return false }
    return !(old.document.isParsed && new.document.isParsed)
      && old.document.file.bytes != new.document.file.bytes
  }

  /// The document as it is now, or was last.
  package var document: TypedDocument { (new ?? old)!.document }

  package var path: String { document.file.path }

  /// The path that the document had, if it was another.
  package var formerPath: String? {
    guard let path = old?.document.file.path, new != nil, path != self.path else { return nil }
    return path
  }
}

/// One thing that an author did to a document, as a reviewer would put it.
package struct Change: Sendable {
  package enum Action: String, CaseIterable, Sendable {
    case added, removed, changed, moved
  }

  /// What the change was done to.
  package enum Subject: Hashable, Sendable {
    case title, tagline, story
    /// An entry of the metadata by its key as the guide spells it.
    case entry(String)
    /// A whole section or sub-section.
    case section
    /// An item by its name; empty where it has none.
    case item(String)
    case flow
    /// A paragraph, quote or code block.
    case text
    /// An author's leave for a finding to stand, by the rule's code.
    case waiver(String)
  }

  /// One version of what changed.
  package struct Side: Hashable, Sendable {
    package let location: Location
    /// Its own text as a reader sees it, without markup: of a section its heading, of an entry its
    /// values.
    package let text: String
    /// What came or went with it: the texts of what stands inside, in order, each behind two spaces
    /// for every piece between the two. None where it was changed or moved.
    package let inside: [String]
    /// The index in the version's piece tree; `nil` for a waiver.
    package let piece: Int?
  }

  package let action: Action
  /// Whether something that changed also stands elsewhere now.
  package let isMoved: Bool
  package let subject: Subject
  /// The headings that lead to it, outermost first, as the guide spells them; none in the head. Of
  /// something that moved, the new ones.
  package let headings: [String]
  /// The headings it stood under, if these were others.
  package let formerHeadings: [String]?
  package let old: Side?
  package let new: Side?
  /// Of something that changed, both texts as one: the kept and the removed runs are the old text,
  /// the kept and the added ones the new. Empty where the words are the same and only emphasis or
  /// links changed.
  package let runs: [TextRun]
  /// What changed in it as values.
  package let facts: [Fact]
}

/// A stretch of two texts that are shown as one.
package struct TextRun: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable { case kept, removed, added }
  package let kind: Kind
  package let text: String
}

/// A change of a value that a text holds.
package enum Fact: Hashable, Sendable {
  /// An amount became another one; `nil` where it came or went.
  case amount(old: Amount?, new: Amount?)
  /// One of the closed words: a status, a type, a flow's nature, a mechanism.
  case word(old: String?, new: String?)
  /// An end of a flow, or what it carries.
  case flowFrom(old: String, new: String)
  case flowTo(old: String, new: String)
  case flowLabel(old: String, new: String)
  /// A value of the metadata, or a link, that came or went; its address where it has one.
  case value(removed: String?, added: String?)
  /// A link's text stayed, where it leads did not.
  case destination(text: String, old: String, new: String)
  case optional(isOptional: Bool)
  /// A canvas was reviewed again against a document, by its title.
  case reviewed(String)
  /// The values are the same, in another order.
  case order
  /// The words are the same, others of them stand out: in bold, in italics, as code.
  case emphasis
}

package import CanevasSource
package import CanevasSyntax

/// A part of a document that its authors add, change and move as a whole, and so what reviewers
/// compare and merges put together: the title, an entry of the metadata, a section, an item.
///
/// A piece is made of whole lines. What lies between two pieces is blank lines and link
/// definitions.
package struct Piece: Sendable {
  package enum Kind: Hashable, Sendable {
    case document
    case title
    case tagline
    /// An item of the metadata, known or not.
    case entry(MetadataKey?)
    case story
    /// A level-2 heading with all that stands under it; `nil` for a free heading.
    case section(SectionName?)
    /// A deeper heading with all that stands under it.
    case subsection
    case item
    /// A paragraph, quote, code block or rule.
    case block
    case comment
  }

  package let kind: Kind
  /// The block that the piece is: for a section its heading, for a list item the item; `nil` for
  /// the document.
  package let block: Block?
  /// Whether the piece's place among its siblings says nothing: the pages show metadata and, where
  /// the kind has headings of its own, sections in the order of the kind.
  package let isOrderless: Bool
  /// The lines of the piece, from the start of its first to the end of its last one's line end.
  package internal(set) var lines: ByteRange
  /// Of these the lines before the first piece inside it; all of them if it holds none.
  package internal(set) var ownLines: ByteRange
  /// A hash of what its own text says, whatever its layout and how fixed headings and keys are
  /// spelt.
  package let ownMeaning: UInt64
  /// The same of the piece with all that it holds, comments aside.
  package internal(set) var meaning: UInt64
  /// The index of the piece that holds it; the document holds itself.
  package let parent: Int
  /// The index after the last piece inside it.
  package internal(set) var end: Int
}

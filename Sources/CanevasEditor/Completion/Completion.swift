package import CanevasSource

/// One thing that may be written where the cursor stands.
///
/// Completions come chosen and in order: an editor that filters or sorts them again may lose those
/// that match without regard to accents or by a later word, so give it `filterText` and ask again
/// at every key (an incomplete list).
package struct Completion: Hashable, Sendable {
  /// What is completed, for the sign before it.
  package enum Kind: String, CaseIterable, Sendable {
    case title, heading, key, value, document, anchor, actor, mechanism, nature, arrow, party, rule
  }

  package let label: String
  package let kind: Kind
  /// A few words behind the label: the guiding question, what a document is.
  package let detail: String
  /// Markdown.
  package let documentation: String
  /// Plain text in place of what was typed; its range ends at the cursor or behind it, on the
  /// cursor's line.
  package let edit: TextEdit
  /// What was typed of it: the text of the edit's range up to the cursor.
  package let filterText: String
  /// Whether it is the one that belongs to this place: the next heading.
  package let isPreselected: Bool
}

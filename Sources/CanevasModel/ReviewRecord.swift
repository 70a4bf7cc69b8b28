package import CanevasSource
import CanevasSyntax

/// What a canvas was last reviewed against, and when: what `canevas review` writes under `Revu`.
package struct ReviewRecord: Sendable {
  /// A document as it was when the canvas was reviewed.
  package struct Entry: Sendable {
    package let document: LinkedValue
    /// What the document said.
    package let fingerprint: DocumentFingerprint
    /// Where the fingerprint stands, without its parentheses.
    package let fingerprintRange: ByteRange
    /// The link with the fingerprint behind it.
    package let range: ByteRange
  }

  /// The day of the review; `nil` if it cannot be read.
  package let date: PartialDate?
  /// In the author's order; none where somebody wrote no more than a date.
  package let entries: [Entry]
}

extension ReviewRecord.Entry {
  /// Reads a value of the key; `nil` unless it is a link with a fingerprint as its note.
  init?(_ value: LinkedValue) {
    guard let link = value.link, let note = value.note,
      let fingerprint = DocumentFingerprint(note.plain)
    else { return nil }
    document = value
    self.fingerprint = fingerprint
    fingerprintRange = note.range
    range = ByteRange(link.range.lowerBound, note.range.upperBound + 1)
  }
}

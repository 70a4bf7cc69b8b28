import CanevasSource

/// A short name for what a document says: that of two documents that say the same is the same.
package struct DocumentFingerprint: Hashable, Sendable, CustomStringConvertible {
  private let value: UInt32

  private static let digits = 8

  /// The fingerprint that a text of eight hexadecimal digits is.
  package init?(_ text: String) {
    guard text.utf8.count == Self.digits, text.utf8.first != UInt8(ascii: "+"),
      let value = UInt32(text, radix: 16)
    else { return nil }
    self.value = value
  }

  /// A hash folded to half its width. Source: draft-eastlake-fnv, section 3.
  init(_ hash: UInt64) {
    value = UInt32(truncatingIfNeeded: hash >> 32 ^ hash)
  }

  /// Eight hexadecimal digits.
  package var description: String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: Self.digits - text.utf8.count) + text
  }
}

extension TypedDocument {
  /// What the document says to its readers, in short. It outlives every change of form: layout,
  /// how headings and keys are spelt, in which order keys and fixed sections stand, how bullets are
  /// typed and lines are broken. Nor are comments, waivers and link definitions part of it, what
  /// the document was called formerly, and when it was reviewed.
  package var fingerprint: DocumentFingerprint {
    DocumentFingerprint(PieceTree(self).meaning(without: [.reviewed, .formerName]))
  }
}

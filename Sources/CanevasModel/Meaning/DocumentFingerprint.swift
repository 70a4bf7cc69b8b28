import CanevasSource
import CanevasSyntax

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
  init(_ hash: FNV1a) {
    value = UInt32(truncatingIfNeeded: hash.value >> 32 ^ hash.value)
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
    let headings = FixedHeadings(self)
    // The head, then each fixed section, and behind them sections of the author's own.
    var parts = [Content()]
    for block in document.blocks where !isMetadata(block) {
      let name = headings.names[block.range]
      if name != nil, headings.sections.contains(block.range) { parts.append(Content()) }
      parts[parts.count - 1].append(block, named: name)
    }
    let head = [parts.removeFirst().bytes]
    let sections = parts.map(\.bytes).sorted { $0.lexicographicallyPrecedes($1) }
    let keys = metadataContents.sorted { $0.lexicographicallyPrecedes($1) }
    var hash = FNV1a()
    for part in keys + head + sections { hash.add(part) }
    return DocumentFingerprint(hash)
  }

  private func isMetadata(_ block: Block) -> Bool {
    block.isList && head.metadata.range?.contains(block.range) == true
  }

  /// What each item of the metadata says.
  private var metadataContents: [[UInt8]] {
    let entries = Dictionary(
      head.metadata.entries.map { ($0.range, $0) }, uniquingKeysWith: { first, _ in first })
    return document.blocks.filter(isMetadata).flatMap(\.children).compactMap { item in
      var content = Content()
      if let entry = entries[item.range] {
        guard ![.reviewed, .formerName].contains(entry.key) else { return nil }
        content.append(entry)
      } else {
        content.append(item, named: nil)
      }
      return content.bytes
    }
  }
}

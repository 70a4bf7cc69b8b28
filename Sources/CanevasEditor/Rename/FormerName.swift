import CanevasCheck
import CanevasModel
import CanevasSource
import CanevasSyntax

extension EditorQuery {
  /// Keeps the slug that the document loses to `new` as a redirect; `nil` where it cannot be one,
  /// or is already. The new slug is no redirect any more.
  func formerNameEdit(for new: String) -> TextEdit? {
    let old = document.id.slug
    guard isSlug(old), old != "index", old != new else { return nil }
    guard let entry = document.head.metadata.entry(.formerName) else {
      return document.insertion(of: .formerName, old)
    }
    if let again = entry.values.first(where: { $0.text.plain == new }) {
      return TextEdit(again.text.range, old)
    }
    guard !entry.values.contains(where: { $0.text.plain == old }) else { return nil }
    return document.addition(of: old, to: entry)
  }
}

extension TypedDocument {
  /// A metadata line of a key that the document has not yet; `nil` where it would not be read.
  func insertion(of key: MetadataKey, _ value: String) -> TextEdit? {
    let line = "- \(key.rawValue) : \(value)"
    if let edit = insertion(of: line, for: key) { return edit }
    let above = head.tagline?.range.upperBound ?? head.title.value?.range.upperBound
    let end = above.map(file.lineContentEnd)
    let place = ByteRange(at: end ?? 0)
    let next = end.map(file.nextLineStart) ?? 0
    let isParted = file.bytes[next..<file.lineContentEnd(next)].allSatisfy(isWhiteSpace)
    let text = (end == nil ? "" : "\n\n") + line + (isParted ? "" : "\n")
    let edit = TextEdit(place, end == nil ? line + "\n\n" : text)
    let changed = applying([edit])
    let isRead = changed.head.metadata.entry(key)?.values.first?.text.plain == value
    return isRead && changed.defects.count <= defects.count ? edit : nil
  }

  /// One more value of a key: behind the others, or on a line of its own where they have such.
  func addition(of value: String, to entry: Metadata.Entry) -> TextEdit {
    guard let last = entry.values.last?.text.range else {
      let end = file.lineContentEnd(entry.keyRange.upperBound)
      let space = spaceAtEnd(file.bytes[..<end]) == nil ? " " : ""
      return TextEdit(ByteRange(at: end), space + value)
    }
    let lead = file.bytes[file.lineStart(last.lowerBound)..<last.lowerBound]
    let marker = lead.drop(while: isWhiteSpace)
    let isItem = [[0x2D, 0x20], [0x2A, 0x20], [0x2B, 0x20]].contains { marker.elementsEqual($0) }
    let text = isItem ? "\n" + String(decoding: lead, as: UTF8.self) + value : " ; " + value
    return TextEdit(ByteRange(at: last.upperBound), text)
  }
}

package import CanevasLink
package import CanevasSource
import CanevasCheck
import CanevasModel
import CanevasSyntax

/// What becomes of a canvas that is reviewed.
package enum ReviewRecording: Hashable, Sendable {
  /// The record says already what it would say.
  case upToDate
  case edit(TextEdit)
  /// The record could not be read again from where it would stand.
  case impossible
  /// In the record stand words of an author, which would be lost.
  case holdsWords(ByteRange)
}

extension ReviewRecording {
  /// Records in a canvas that it was reviewed on a day against its themes, cases, sources and
  /// experiments as they are now: the key `Revu` in its place, one line a document.
  package init(of canvas: Catalogue.Index, in catalogue: Catalogue, on day: PartialDate) {
    let document = catalogue.documents[canvas]
    let file = document.file
    let basis = catalogue.reviewed(by: canvas)
    let entry = document.head.metadata.entry(.reviewed)
    let indentation = entry.map { $0.range.lowerBound - file.lineStart($0.range.lowerBound) } ?? 0
    let marker = "\n" + String(repeating: " ", count: indentation) + "  - "
    let lines = basis.map { marker + catalogue.recordLine(of: $0, in: canvas) }
    let record = "- \(MetadataKey.reviewed.rawValue) : \(day.iso)" + lines.joined()
    let written =
      entry.map { TextEdit($0.range, record) } ?? document.insertion(of: record, for: .reviewed)
    guard let edit = written.map({ file.endingLines([$0]) })?.first else {
      self = .impossible
      return
    }
    guard file.text(edit.range) != edit.replacement else {
      self = .upToDate
      return
    }
    if let words = entry?.wordsBesideValues(in: file) {
      self = .holdsWords(words)
      return
    }
    let changed = TypedDocument(ParsedFile(file.applying([edit])), id: document.id)
    let isRead = changed.says(basis.map(catalogue.fingerprint), on: day)
    self = isRead && changed.fingerprint == document.fingerprint ? .edit(edit) : .impossible
  }
}

extension TypedDocument {
  /// Whether the record of the review has these fingerprints and day.
  fileprivate func says(_ fingerprints: [DocumentFingerprint], on day: PartialDate) -> Bool {
    guard case .canvas(let facts) = facts, let record = facts.reviewed else { return false }
    return record.date == day && record.entries.map(\.fingerprint) == fingerprints
  }
}

extension Metadata.Entry {
  /// The first words, behind the key, that belong to none of its values: a remark, a comment.
  fileprivate func wordsBesideValues(in file: SourceFile) -> ByteRange? {
    var start = keyRange.upperBound
    for value in values {
      let written = value.link?.range ?? value.text.range
      if let words = words(ByteRange(start, max(start, written.lowerBound)), of: file) {
        return words
      }
      start = max(start, value.note.map { $0.range.upperBound + 1 } ?? written.upperBound)
    }
    return words(ByteRange(start, max(start, range.upperBound)), of: file)
  }

  private func words(_ range: ByteRange, of file: SourceFile) -> ByteRange? {
    let text = file.text(range)
    guard let first = text.firstIndex(where: \.isLetter) else { return nil }
    let start = range.lowerBound + text[..<first].utf8.count
    let length = text[first...].prefix { !$0.isNewline }.utf8.count
    return ByteRange(start, start + length)
  }
}

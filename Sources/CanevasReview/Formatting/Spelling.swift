import CanevasCheck
import CanevasModel
import CanevasSource
import CanevasSyntax

/// Spells fixed headings and metadata as the guide does, each in edits of its own.
func spellingEdits(of document: TypedDocument) -> [[TextEdit]] {
  let hasTitle = document.head.title.value != nil
  var groups: [[TextEdit]] = []
  for defect in document.defects {
    switch defect.kind {
    case .headingVariant(let canonical) where !document.hasMore(than: defect.range):
      groups.append([TextEdit(defect.range, canonical)])
    case .headingAtWrongLevel(_, let expected) where hasTitle:
      let marks = String(repeating: "#", count: expected)
      groups.append(document.file.relevelling(defect.range, to: marks))
    default: break
    }
  }
  return groups + metadataEdits(of: document)
}

extension TypedDocument {
  /// Whether a link, an image or HTML lies in the heading of a range, for which no plain text could
  /// stand.
  fileprivate func hasMore(than heading: ByteRange) -> Bool {
    links.contains { heading.contains($0.range) }
      || file.bytes[heading.indices].contains(UInt8(ascii: "<"))
  }
}

/// `- Clé : valeur ; valeur`.
private func metadataEdits(of document: TypedDocument) -> [[TextEdit]] {
  let metadata = document.head.metadata
  guard let range = metadata.range else { return [] }
  var groups: [[TextEdit]] = []
  var entries = metadata.entries[...]
  for list in document.document.blocks where list.isList && range.contains(list.range) {
    for item in list.children {
      guard let entry = entries.first, entry.range == item.range else { continue }
      entries.removeFirst()
      guard let line = item.children.first(where: { $0.kind == .paragraph }) else { continue }
      let key = keyEdit(of: entry, in: line).map { [$0] } ?? []
      let start = key.first?.range.upperBound ?? entry.keyRange.upperBound
      groups.append(key + separatorEdits(of: entry, in: line, from: start))
    }
  }
  return groups
}

/// Spells a key, plain, with its colon and one space on both sides; `nil` where more than a key
/// stands there.
private func keyEdit(of entry: Metadata.Entry, in line: Block) -> TextEdit? {
  let bytes = line.file.bytes
  guard let first = line.inlines.first(where: { _ in true }), first.range.contains(entry.keyRange)
  else { return nil }
  let colon = UInt8(ascii: ":")
  let inside = bytes[entry.keyRange.upperBound..<first.range.upperBound]
  let end: Int
  switch first.kind {
  case .text where first.isVerbatim:
    guard let place = inside.firstIndex(of: colon) else { return nil }
    end = place + 1
  case .strong, .emphasis:
    guard first.children.allSatisfy(\.isVerbatim) else { return nil }
    if inside.contains(colon) {
      end = first.range.upperBound
    } else {
      let rest = bytes[first.range.upperBound..<line.range.upperBound]
      let place = rest.startIndex + blankCount(rest)
      guard place < rest.endIndex, bytes[place] == colon else { return nil }
      end = place + 1
    }
  case .text, .softBreak, .lineBreak, .code, .html, .link, .image: return nil
  }
  let rest = bytes[end..<line.range.upperBound]
  let value = end + blankCount(rest)
  let isBare = value == rest.endIndex || isLineEnd(bytes[value])
  return TextEdit(
    ByteRange(first.range.lowerBound, value), entry.key.rawValue + (isBare ? " :" : " : "))
}

/// One space on both sides of the semicolons that part values.
private func separatorEdits(
  of entry: Metadata.Entry, in line: Block, from start: Int
) -> [TextEdit] {
  let isLinked = entry.values.contains { $0.link != nil }
  var edits: [TextEdit] = []
  for inline in line.inlines
  where inline.isVerbatim && inline.range.lowerBound >= start
    || inline.range.contains(start) && inline.isVerbatim
  {
    let literal = line.file.bytes[max(start, inline.range.lowerBound)..<inline.range.upperBound]
    for place in literal.indices where literal[place] == UInt8(ascii: ";") {
      let before = trailingBlankCount(literal[..<place])
      let after = blankCount(literal[(place + 1)...])
      let isLast = place + 1 + after == literal.endIndex
      // Between links a semicolon parts whatever stands around it, but for one inside a note.
      guard isLinked ? isLast : before > 0, place - before > literal.startIndex || isLinked
      else { continue }
      let isAtLineEnd = isLast && !hasMoreOnLine(line, after: inline)
      edits.append(
        TextEdit(
          ByteRange(place - before, place + 1 + after), isAtLineEnd ? " ;" : " ; "))
    }
  }
  return edits
}

/// Whether another inline than a break follows one.
private func hasMoreOnLine(_ line: Block, after inline: Inline) -> Bool {
  let next = line.inlines.first { $0.range.lowerBound >= inline.range.upperBound }
  return next.map { $0.kind != .softBreak && $0.kind != .lineBreak } ?? false
}

/// How many bytes of white space on one line, no-break spaces included, open a text.
private func blankCount(_ bytes: ArraySlice<UInt8>) -> Int {
  var rest = bytes
  while let byte = rest.first, !isLineEnd(byte), let count = spaceAtStart(rest) {
    rest = rest.dropFirst(count)
  }
  return bytes.count - rest.count
}

/// How many bytes of white space on one line, no-break spaces included, close a text.
private func trailingBlankCount(_ bytes: ArraySlice<UInt8>) -> Int {
  var rest = bytes
  while let byte = rest.last, !isLineEnd(byte), let count = spaceAtEnd(rest) {
    rest = rest.dropLast(count)
  }
  return bytes.count - rest.count
}

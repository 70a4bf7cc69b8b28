import CanevasCheck
import CanevasModel
import CanevasSource

/// Puts the sections into the kind's order. Each moves with all that stands under its heading; a
/// section without a place of its own stays behind the one that it stood behind.
func sectionOrderEdits(of document: TypedDocument) -> [[TextEdit]] {
  let isDoubtful = document.defects.contains { $0.kind == .secondTitle || $0.kind == .noTitle }
  guard !isDoubtful, !document.canon.isEmpty, !document.sections.isEmpty else { return [] }
  let order = document.canon + [.unsorted]
  var groups: [(rank: Int, sections: Range<Int>)] = []
  for (index, section) in document.sections.enumerated() {
    if let rank = section.name.flatMap({ order.firstIndex(of: $0) }) {
      groups.append((rank, index..<index + 1))
    } else if let last = groups.popLast() {
      groups.append((last.rank, last.sections.lowerBound..<index + 1))
    } else {
      groups.append((-1, index..<index + 1))
    }
  }
  let sorted = groups.enumerated().sorted { ($0.1.rank, $0.0) < ($1.1.rank, $1.0) }.map(\.1)
  guard sorted.map(\.sections) != groups.map(\.sections) else { return [] }
  let texts = SectionTexts(document)
  let file = document.file
  let lineEnd = file.usualLineEnding.rawValue
  let parts = sorted.map { group in
    let start = texts.range(group.sections.lowerBound).lowerBound
    return file.text(ByteRange(start, texts.contentEnd(group.sections.upperBound - 1)))
  }
  let whole = ByteRange(texts.range(0).lowerBound, file.bytes.count)
  return [[TextEdit(whole, parts.joined(separator: lineEnd + lineEnd) + lineEnd)]]
}

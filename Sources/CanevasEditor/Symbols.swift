import CanevasCheck
import CanevasModel
import CanevasSource
import CanevasSyntax

extension EditorQuery {
  /// The document's outline: its title, and in it sections, their parts and named items.
  package var symbols: [Symbol] {
    let title = document.title
    let children = nested(headings + namedItems)
    return [
      Symbol(
        name: title, detail: document.id.kind.nouns.one[language], kind: .document,
        range: file.wholeRange, selection: document.titleRange, children: children)
    ]
  }

  /// A part of the outline before its children are known.
  private struct Entry {
    let name: String
    let kind: Symbol.Kind
    let range: ByteRange
    let selection: ByteRange
    var detail = ""
  }

  /// The headings but for the title, each up to the next of its level.
  private var headings: [Entry] {
    let anchors = document.anchors.filter {
      $0.heading.text.range != document.head.title.value?.range
    }
    var ends: [Int] = Array(
      repeating: file.contentEnd(before: file.bytes.count), count: anchors.count)
    var open: [Int] = []
    for (number, anchor) in anchors.enumerated() {
      while let last = open.last, anchors[last].heading.level >= anchor.heading.level {
        ends[last] = file.contentEnd(before: anchor.heading.range.lowerBound)
        open.removeLast()
      }
      open.append(number)
    }
    return zip(anchors, ends).map { anchor, end in
      let heading = anchor.heading
      let name = heading.text.plain
      return Entry(
        name: name.isEmpty ? anchor.id : name, kind: heading.level <= 2 ? .section : .part,
        range: heading.range.union(ByteRange(at: max(end, heading.range.upperBound))),
        selection: heading.text.isEmpty ? heading.range : heading.text.range)
    }
  }

  private var namedItems: [Entry] {
    document.sections.flatMap(\.items).compactMap { item in
      item.name.map {
        Entry(
          name: $0.plain, kind: .item, range: item.range.union($0.text.range),
          selection: $0.text.range, detail: item.text.plain.firstWords)
      }
    }
  }

  /// The outline of entries of which none overlaps another.
  private func nested(_ entries: [Entry]) -> [Symbol] {
    let sorted = entries.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    var rest = sorted[...]
    return symbols(in: file.wholeRange, from: &rest)
  }

  private func symbols(in range: ByteRange, from rest: inout ArraySlice<Entry>) -> [Symbol] {
    var symbols: [Symbol] = []
    while let entry = rest.first, range.contains(entry.range) {
      rest.removeFirst()
      let children = self.symbols(in: entry.range, from: &rest)
      symbols.append(
        Symbol(
          name: entry.name, detail: entry.detail, kind: entry.kind, range: entry.range,
          selection: entry.selection, children: children))
    }
    return symbols
  }
}

extension Block {
  /// The level of a heading; 0 of other blocks.
  var level: Int { if case .heading(let level) = kind { level } else { 0 } }
}

extension String {
  /// The text on one line, short enough to stand behind a name.
  var firstWords: String { shortened(self, to: 60) }
}

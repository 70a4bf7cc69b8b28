import CanevasSource
import CanevasSyntax

/// A document cut at its fixed headings, before its sections are read.
struct Outline {
  /// One section: the blocks from its heading to the next one.
  struct Section {
    /// `nil` for a heading that is free, or that is none of the kind's.
    let name: SectionName?
    let heading: Block
    var blocks: [Block] = []
  }

  /// The level-1 heading.
  var title: Block?
  /// What stands between the title and the first section.
  var opening: [Block] = []
  var sections: [Section] = []
  /// The sections that the document has, or that a defect stands for.
  var accounted: Set<SectionName> = []
  /// Where each section's heading stands.
  private var firstHeadings: [SectionName: ByteRange] = [:]
}

extension Outline {
  /// Cuts a document. `sections` are the kind's headings in their order; `nil` when its headings
  /// are free.
  init(
    _ blocks: some Sequence<Block>, sections known: [SectionName]?, path: String,
    into defects: inout [Defect]
  ) {
    for block in blocks {
      guard case .heading(let level) = block.kind else {
        append(block)
        continue
      }
      let text = block.text.plain
      let name = SectionName(heading: text).flatMap { name in
        known.map { $0.contains(name) || name == .unsorted } == true ? name : nil
      }
      switch (level, name) {
      case (1, nil):
        if let title {
          defects.append(
            Defect(
              .secondTitle, block.range, others: [Location(path: path, range: title.range)]))
        } else {
          title = block
        }
      case (let level, .some(let name)):
        open(name, heading: block, text: text, level: level, path: path, into: &defects)
      case (2, nil):
        if let known { reportUnknown(block, text: text, among: known, into: &defects) }
        sections.append(Section(name: nil, heading: block))
      default:
        append(block)
      }
    }
    if let known { checkOrder(known, into: &defects) }
  }

  /// Takes the headings of these keys, typed without a space, for present.
  mutating func account(for keys: Set<String>) {
    guard !keys.isEmpty else { return }
    accounted.formUnion(SectionName.allCases.filter { keys.contains(headingKey($0.heading)) })
  }

  private mutating func append(_ block: Block) {
    if sections.isEmpty {
      opening.append(block)
    } else {
      sections[sections.count - 1].blocks.append(block)
    }
  }

  private mutating func open(
    _ name: SectionName, heading: Block, text: String, level: Int, path: String,
    into defects: inout [Defect]
  ) {
    accounted.insert(name)
    if let first = firstHeadings[name] {
      defects.append(
        Defect(
          .duplicateHeading(name: name.heading), heading.text.range,
          others: [Location(path: path, range: first)]))
      sections.append(Section(name: nil, heading: heading))
      return
    }
    if level != 2 {
      defects.append(
        Defect(.headingAtWrongLevel(name: name.heading, expected: 2), heading.range))
    } else if text != name.heading {
      defects.append(
        Defect(.headingVariant(canonical: name.heading), heading.text.range))
    }
    firstHeadings[name] = heading.text.range
    sections.append(Section(name: name, heading: heading))
  }

  private mutating func reportUnknown(
    _ heading: Block, text: String, among known: [SectionName], into defects: inout [Defect]
  ) {
    let near = nearest(to: headingKey(text), among: known.map(\.heading))
    // A mistyped heading is not also a missing section.
    accounted.formUnion(near.prefix(1).compactMap { SectionName(rawValue: $0) })
    defects.append(
      Defect(.unknownHeading(name: text), heading.text.range, nearest: near))
  }

  /// Records the fewest sections whose move would put all in order.
  private func checkOrder(_ known: [SectionName], into defects: inout [Defect]) {
    let placed = sections.compactMap { section -> (rank: Int, section: Section)? in
      guard let name = section.name, let rank = known.firstIndex(of: name) else { return nil }
      return (rank, section)
    }
    let kept = longestIncreasing(placed.map(\.rank))
    for (index, entry) in placed.enumerated() where !kept.contains(index) {
      // It belongs before the first of the kept sections that comes after it in the canon.
      let next = placed.indices.first { kept.contains($0) && placed[$0].rank > entry.rank }
      guard let name = entry.section.name else { continue }
      let before = next.flatMap { placed[$0].section.name }?.heading ?? ""
      defects.append(
        Defect(
          .headingOutOfOrder(name: name.heading, before: before),
          entry.section.heading.text.range))
    }
  }
}

/// The indices of a longest strictly increasing run within `values`, not necessarily adjacent.
private func longestIncreasing(_ values: [Int]) -> Set<Int> {
  var length = Array(repeating: 1, count: values.count)
  var previous = Array(repeating: -1, count: values.count)
  for i in values.indices {
    for j in 0..<i where values[j] < values[i] && length[j] + 1 > length[i] {
      length[i] = length[j] + 1
      previous[i] = j
    }
  }
  var kept: Set<Int> = []
  var index = values.indices.max { length[$0] < length[$1] } ?? -1
  while index >= 0 {
    kept.insert(index)
    index = previous[index]
  }
  return kept
}

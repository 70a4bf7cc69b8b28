import CanevasModel
import CanevasSource
import CanevasSyntax

/// A merge's text with its conflicts.
struct MergedText {
  var bytes: [UInt8]
  var conflicts: [Merge.Conflict] = []
}

/// Writes a merge's result, with conflicts between markers.
struct ConflictWriter {
  let marks: Merge.Marks

  /// A result that was put together by pieces.
  func write(_ assembly: MergeAssembly) -> MergedText {
    let plan = assembly.plan
    let indices = plan.trees.map { LineIndex($0.bytes) }
    var bytes: [UInt8] = []
    var found: [(range: ByteRange, slot: MergeSlot)] = []
    for slot in assembly.slots {
      switch slot.content {
      case .settled(let text): bytes += text
      case .conflict(let texts):
        let start = bytes.count
        append(texts.map { $0.isEmpty ? [] : $0 + [0x0A] }, plan.label(slot.item), to: &bytes)
        found.append((ByteRange(start, bytes.count), slot))
      }
      bytes += slot.gap
    }
    let index = LineIndex(bytes)
    let conflicts = found.map { range, slot in
      func lines(_ version: Version) -> ClosedRange<Int>? {
        slot.nodes[version].map { nodes in
          let tree = plan.trees[version]
          return indices[version].lines(
            of: tree.nodes[nodes.lowerBound].text.union(tree.nodes[nodes.upperBound - 1].text))
        }
      }
      return Merge.Conflict(
        headings: plan.headings(slot.item), subject: plan.subject(slot.item),
        lines: index.lines(of: range), base: lines(.base), ours: lines(.ours),
        theirs: lines(.theirs))
    }
    return MergedText(bytes: bytes, conflicts: conflicts)
  }

  /// A result that was put together by lines.
  func write(_ parts: [LineMerge<ArraySlice<UInt8>>.Part]) -> MergedText {
    var bytes: [UInt8] = []
    var found: [(range: ByteRange, lines: Versions<ClosedRange<Int>?>)] = []
    for part in parts {
      switch part {
      case .settled(let lines): bytes += lines.joined()
      case .conflict(let whole):
        let head = marks.showsBase ? 0 : zip(whole.ours, whole.theirs).prefix { $0 == $1 }.count
        let rest = whole.map { $0.dropFirst(head) }
        let tail =
          marks.showsBase
          ? 0 : zip(rest.ours.reversed(), rest.theirs.reversed()).prefix { $0 == $1 }.count
        let sides = rest.map { $0.dropLast(tail) }
        bytes += whole.ours.prefix(head).joined()
        let start = bytes.count
        append(sides.map { closed(Array($0.joined())) }, nil, to: &bytes)
        found.append((ByteRange(start, bytes.count), sides.map { numbers(of: $0) }))
        bytes.append(0x0A)
        bytes += rest.ours.suffix(tail).joined()
      }
    }
    let index = LineIndex(bytes)
    let conflicts = found.map { range, lines in
      Merge.Conflict(
        headings: [], subject: nil, lines: index.lines(of: range), base: lines.base,
        ours: lines.ours, theirs: lines.theirs)
    }
    return MergedText(bytes: bytes, conflicts: conflicts)
  }

  private func append(
    _ texts: Versions<[UInt8]>, _ label: String?, to bytes: inout [UInt8]
  ) {
    bytes += marker("<", marks.ours, label) + texts.ours
    if marks.showsBase { bytes += marker("|", marks.base, label) + texts.base }
    bytes += marker("=", "", nil) + texts.theirs
    bytes += marker(">", marks.theirs, label).dropLast()
  }

  private func marker(_ character: String, _ side: String, _ label: String?) -> [UInt8] {
    let words = [side, label ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
    let marker = String(repeating: character, count: marks.size)
    return Array((words.isEmpty ? marker : marker + " " + words).utf8) + [0x0A]
  }

  private func closed(_ text: [UInt8]) -> [UInt8] {
    text.last.map(isLineEnd) ?? true ? text : text + [0x0A]
  }
}

/// The numbers, from one, of lines in their version.
private func numbers(of lines: ArraySlice<ArraySlice<UInt8>>) -> ClosedRange<Int>? {
  lines.isEmpty ? nil : lines.startIndex + 1...lines.endIndex
}

extension LineIndex {
  fileprivate func lines(of range: ByteRange) -> ClosedRange<Int> {
    line(at: range.lowerBound)...line(at: max(range.lowerBound, range.upperBound - 1))
  }
}

// What conflicts are called.
extension MergePlan {
  /// The headings that lead to an item, outermost first, as the guide spells them.
  func headings(_ index: Int) -> [String] {
    var headings: [String] = []
    var next = index
    while next != 0 {
      switch kind(next) {
      case .piece(.section(let name?)): headings.append(name.heading)
      case .piece(.section(nil)), .piece(.subsection): headings.append(plain(next) ?? "")
      default: break
      }
      next = items[next].parent
    }
    return headings.reversed()
  }

  /// What names an item: an entry's key, the words of an item.
  func subject(_ index: Int) -> String? {
    switch kind(index) {
    case .piece(.entry(let key?)): key.rawValue
    case .piece(.section), .piece(.subsection), .piece(.document): nil
    case .piece, .definition: plain(index)
    }
  }

  /// What stands behind the markers: the headings, or the key that a value belongs to.
  fileprivate func label(_ index: Int) -> String? {
    let headings = headings(index)
    if !headings.isEmpty { return headings.joined(separator: " › ") }
    var next = index
    while next != 0 {
      if case .piece(.entry(let key?)) = kind(next) { return key.rawValue }
      next = items[next].parent
    }
    return nil
  }

  private func plain(_ index: Int) -> String? {
    for version in Version.allCases.dropFirst() + [.base] {
      guard let piece = node(index, version)?.piece,
        let text = trees[version].pieces.text(of: piece)
      else { continue }
      return text.plain
    }
    return nil
  }
}

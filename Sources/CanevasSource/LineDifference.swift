/// How one list of lines becomes another: the lines that stay, in both.
///
/// Lines that occur once on each side are matched first and part the rest (the patience method);
/// what lies between them is matched by its longest common run of lines when it is short, and
/// taken as wholly changed when it is long. So it is quick whatever the two texts are.
package struct LineDifference<Line: Hashable> {
  /// Pairs of equal lines, by index, growing on both sides.
  package private(set) var kept: [(old: Int, new: Int)] = []
  private let old: [Line]
  private let new: [Line]

  /// Above this many pairs of lines, the longest common run is not looked for.
  private static var mostPairs: Int { 250_000 }

  package init(from old: [Line], to new: [Line]) {
    self.old = old
    self.new = new
    match(old.indices, new.indices)
    kept.sort { $0.old < $1.old }
  }

  private mutating func match(_ a: Range<Int>, _ b: Range<Int>) {
    // A stack instead of recursion: the parts of a long text may be many.
    var open = [(a, b)]
    while let (a, b) = open.popLast() {
      let (a, b) = matchEnds(a, b)
      guard !a.isEmpty, !b.isEmpty else { continue }
      let anchors = self.anchors(a, b)
      if anchors.isEmpty {
        if a.count * b.count <= Self.mostPairs { matchLongest(a, b) }
        continue
      }
      kept += anchors
      var (start, otherStart) = (a.lowerBound, b.lowerBound)
      for anchor in anchors {
        open.append((start..<anchor.old, otherStart..<anchor.new))
        (start, otherStart) = (anchor.old + 1, anchor.new + 1)
      }
      open.append((start..<a.upperBound, otherStart..<b.upperBound))
    }
  }

  /// Matches equal lines at both ends; what is left between them.
  private mutating func matchEnds(
    _ a: Range<Int>, _ b: Range<Int>
  ) -> (Range<Int>, Range<Int>) {
    var (start, otherStart) = (a.lowerBound, b.lowerBound)
    while start < a.upperBound, otherStart < b.upperBound, old[start] == new[otherStart] {
      kept.append((start, otherStart))
      (start, otherStart) = (start + 1, otherStart + 1)
    }
    var (end, otherEnd) = (a.upperBound, b.upperBound)
    while end > start, otherEnd > otherStart, old[end - 1] == new[otherEnd - 1] {
      (end, otherEnd) = (end - 1, otherEnd - 1)
      kept.append((end, otherEnd))
    }
    return (start..<end, otherStart..<otherEnd)
  }

  /// The lines that occur once in each part, as far as they stand in the same order.
  private func anchors(_ a: Range<Int>, _ b: Range<Int>) -> [(old: Int, new: Int)] {
    let own = singles(old[a])
    let others = singles(new[b])
    return longestGrowing(
      a.compactMap { index in
        guard own[old[index]] == index, let other = others[old[index]] else { return nil }
        return (index, other)
      })
  }

  /// Where each line stands that occurs once.
  private func singles(_ lines: ArraySlice<Line>) -> [Line: Int] {
    var places: [Line: Int] = [:]
    var repeated: Set<Line> = []
    for (index, line) in zip(lines.indices, lines)
    where places.updateValue(index, forKey: line) != nil {
      repeated.insert(line)
    }
    return places.filter { !repeated.contains($0.key) }
  }

  /// The longest run of pairs that grows on both sides (patience sorting).
  private func longestGrowing(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
    var tops: [Int] = []
    var previous = Array(repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, tops.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[tops[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = tops[low - 1] }
      if low == tops.count { tops.append(index) } else { tops[low] = index }
    }
    var run: [(old: Int, new: Int)] = []
    var index = tops.last ?? -1
    while index >= 0 {
      run.append(pairs[index])
      index = previous[index]
    }
    return run.reversed()
  }

  /// Matches the longest common run of lines, not necessarily adjacent, of two short parts.
  private mutating func matchLongest(_ a: Range<Int>, _ b: Range<Int>) {
    let width = b.count + 1
    var lengths = Array(repeating: 0, count: (a.count + 1) * width)
    for i in (0..<a.count).reversed() {
      for j in (0..<b.count).reversed() {
        lengths[i * width + j] =
          old[a.lowerBound + i] == new[b.lowerBound + j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if old[a.lowerBound + i] == new[b.lowerBound + j] {
        kept.append((a.lowerBound + i, b.lowerBound + j))
        (i, j) = (i + 1, j + 1)
      } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
  }
}

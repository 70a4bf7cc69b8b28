import CanevasSource

/// The same changes, with a document that went and one that came as one where they have half of
/// their text in common. Git does this for what it knows; here it is done for files that it does
/// not know yet.
func followingRenames(_ changes: [ChangedFile]) -> [ChangedFile] {
  var gone = changes.compactMap { $0.new == nil ? $0.old : nil }
  var come = changes.compactMap { $0.old == nil ? $0.new : nil }
  guard !gone.isEmpty, !come.isEmpty else { return changes }

  var renamed: [ChangedFile] = []
  var byBytes = Dictionary(grouping: gone.indices, by: { gone[$0].bytes })
  var paired: Set<Int> = []
  come.removeAll { new in
    guard let old = byBytes[new.bytes]?.popLast() else { return false }
    paired.insert(old)
    renamed.append(ChangedFile(old: gone[old], new: new))
    return true
  }
  gone = gone.indices.filter { !paired.contains($0) }.map { gone[$0] }
  renamed += similar(gone, come)

  let moved = Set(renamed.flatMap { [$0.old, $0.new] }.compactMap { $0 })
  return renamed
    + changes.filter { change in
      (change.old != nil && change.new != nil)
        || ![change.old, change.new].contains { $0.map(moved.contains) ?? false }
    }
}

/// The pairs of documents that are most alike, as long as they are few enough to be compared one
/// with each other.
private func similar(_ gone: [SourceFile], _ come: [SourceFile]) -> [ChangedFile] {
  guard gone.count * come.count <= 10_000 else { return [] }
  let old = gone.map { LineCounts($0.bytes) }
  let new = come.map { LineCounts($0.bytes) }
  var pairs = old.indices.flatMap { a in
    new.indices.map { b in (a, b, score: old[a].likeness(to: new[b])) }
  }.filter { $0.score >= 50 }
  pairs.sort { ($1.score, $0.0, $0.1) < ($0.score, $1.0, $1.1) }
  var taken: (old: Set<Int>, new: Set<Int>) = ([], [])
  return pairs.compactMap { a, b, _ in
    guard !taken.old.contains(a), !taken.new.contains(b) else { return nil }
    taken.old.insert(a)
    taken.new.insert(b)
    return ChangedFile(old: gone[a], new: come[b])
  }
}

/// How often each line stands in a text.
private struct LineCounts {
  private var counts: [ArraySlice<UInt8>: Int] = [:]
  private let size: Int

  init(_ bytes: [UInt8]) {
    size = bytes.count
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      counts[line.last == 0x0D ? line.dropLast() : line, default: 0] += 1
    }
  }

  /// The share of the longer text that is in the other one too, in per cent.
  func likeness(to other: LineCounts) -> Int {
    guard max(size, other.size) > 0 else { return 0 }
    let common = counts.reduce(0) { sum, line in
      sum + min(line.value, other.counts[line.key] ?? 0) * (line.key.count + 1)
    }
    return 100 * common / max(size, other.size)
  }
}

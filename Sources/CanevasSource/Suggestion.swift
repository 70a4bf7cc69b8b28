/// The candidates nearest to a mistyped `name`, best first: for « vouliez-vous dire ».
///
/// Both sides are folded. A candidate counts when it can be reached with one slip in three
/// letters at most, or when one text holds the whole other. At most `limit` are given.
package func nearest(
  to name: String, among candidates: some Sequence<String>, limit: Int = 3
) -> [String] {
  let wanted = folded(name.utf8)
  guard !wanted.isEmpty else { return [] }
  var found: [(distance: Int, order: Int, name: String)] = []
  for (order, candidate) in candidates.enumerated() {
    let key = folded(candidate.utf8)
    let allowed = max(1, max(wanted.count, key.count) / 3)
    let distance = editDistance(wanted, key, atMost: allowed)
    if distance <= allowed {
      found.append((distance, order, candidate))
    } else if wanted.count >= 4, key.count >= 4, holds(key, wanted) || holds(wanted, key) {
      found.append((allowed + 1, order, candidate))
    }
  }
  found.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
  return found.prefix(limit).map(\.name)
}

/// The number of insertions, deletions, replacements and swaps of neighbours between two texts
/// (optimal string alignment); any number above `limit` when it is larger.
package func editDistance(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Int {
  guard abs(a.count - b.count) <= limit else { return limit + 1 }
  var twoAgo: [Int] = []
  var previous = Array(0...b.count)
  for i in 0..<a.count {
    var current = [i + 1]
    current.reserveCapacity(b.count + 1)
    for j in 0..<b.count {
      var best = min(
        previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        best = min(best, twoAgo[j - 1] + 1)
      }
      current.append(best)
    }
    if current.min()! > limit { return limit + 1 }
    (twoAgo, previous) = (previous, current)
  }
  return previous[b.count]
}

/// Whether `whole` holds `part` as a run of bytes.
private func holds(_ whole: [UInt8], _ part: [UInt8]) -> Bool {
  guard part.count <= whole.count else { return false }
  return (0...whole.count - part.count).contains { start in
    whole[start..<start + part.count].elementsEqual(part)
  }
}

import CanevasSource

/// Three lists of lines put together, line by line (diff3).
///
/// What one side alone changed is taken from it. Changes of both that touch are a conflict, unless
/// they are the same.
struct LineMerge<Line: Hashable> {
  enum Part {
    case settled(ArraySlice<Line>)
    case conflict(Versions<ArraySlice<Line>>)
  }

  private(set) var parts: [Part] = []

  init(_ lines: Versions<[Line]>) {
    let ours = Self.places(from: lines.base, to: lines.ours)
    let theirs = Self.places(from: lines.base, to: lines.theirs)
    var next = Versions(base: 0, ours: 0, theirs: 0)
    for index in lines.base.indices {
      guard let own = ours[index], let others = theirs[index] else { continue }
      let end = Versions(base: index, ours: own, theirs: others)
      add(lines, from: next, to: end)
      parts.append(.settled(lines.base[index...index]))
      next = end.map { $0 + 1 }
    }
    add(lines, from: next, to: lines.map(\.count))
  }

  /// The lines, if there is no conflict.
  var settled: [Line]? {
    var lines: [Line] = []
    for part in parts {
      guard case .settled(let part) = part else { return nil }
      lines += part
    }
    return lines
  }

  /// Where each line stands in another version that kept it.
  private static func places(from base: [Line], to other: [Line]) -> [Int?] {
    var places: [Int?] = Array(repeating: nil, count: base.count)
    for pair in LineDifference(from: base, to: other).kept { places[pair.old] = pair.new }
    return places
  }

  private mutating func add(
    _ lines: Versions<[Line]>, from start: Versions<Int>, to end: Versions<Int>
  ) {
    let part = Versions(
      base: lines.base[start.base..<end.base], ours: lines.ours[start.ours..<end.ours],
      theirs: lines.theirs[start.theirs..<end.theirs])
    if let merged = part.merged {
      if !merged.isEmpty { parts.append(.settled(merged)) }
    } else {
      parts.append(.conflict(part))
    }
  }
}

/// A text's lines with their line ends.
func lines(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
  var lines: [ArraySlice<UInt8>] = []
  var start = text.startIndex
  while start < text.endIndex {
    let end = text[start...].firstIndex(where: isLineEnd) ?? text.endIndex - 1
    let isPair = text[end] == 0x0D && end + 1 < text.endIndex && text[end + 1] == 0x0A
    lines.append(text[start..<end + (isPair ? 2 : 1)])
    start = lines[lines.count - 1].endIndex
  }
  return lines
}

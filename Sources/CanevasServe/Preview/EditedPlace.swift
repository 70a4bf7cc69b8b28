import CanevasModel
import CanevasSource
import CanevasSyntax

extension TypedDocument {
  /// The identifiers of the first heading under which something is not as it was in a former
  /// version, and of those around it, the innermost first. None if nothing but the lines above all
  /// headings changed, or something is gone.
  func headings(changedSince former: TypedDocument) -> [String] {
    var known: [String: ArraySlice<UInt8>] = [:]
    for part in former.parts { known[part.anchor.id] = part.bytes }
    let parts = parts
    guard let place = parts.firstIndex(where: { known[$0.anchor.id] != $0.bytes }) else {
      return []
    }
    var level = Int.max
    return parts[...place].reversed().filter { part in
      guard part.level < level else { return false }
      level = part.level
      return true
    }.map(\.anchor.id)
  }

  /// What stands under each heading, up to the next one.
  private var parts: [(anchor: Anchor, level: Int, bytes: ArraySlice<UInt8>)] {
    let starts = anchors.map(\.heading.range.lowerBound)
    let ends = starts.dropFirst() + [file.bytes.count]
    return zip(anchors, zip(starts, ends)).map { anchor, range in
      (anchor, anchor.heading.level, file.bytes[range.0..<range.1])
    }
  }
}

extension Block {
  /// A heading's level; that of no heading for another block.
  fileprivate var level: Int {
    if case .heading(let level) = kind { level } else { 7 }
  }
}

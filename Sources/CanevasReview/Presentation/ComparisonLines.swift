import CanevasModel
import CanevasSource

/// Where things stand in both versions of a document, as lines.
struct ComparisonLines {
  private let old: Version?
  private let new: Version?

  private struct Version {
    let file: SourceFile
    let lines: LineIndex

    init(_ tree: PieceTree) {
      file = tree.document.file
      lines = LineIndex(file.bytes)
    }
  }

  init(_ comparison: DocumentComparison) {
    old = comparison.old.map(Version.init)
    new = comparison.new.map(Version.init)
  }

  /// Line and column, from one, of an offset in a version.
  func position(at offset: Int, isNew: Bool) -> (line: Int, column: Int) {
    guard let version = isNew ? new : old else { return (1, 1) }
    return version.lines.position(
      at: min(offset, version.file.bytes.count), in: version.file.bytes)
  }

  /// `file:line` of a change: in the new version if it is there.
  func place(of change: Change) -> String {
    guard let side = change.new ?? change.old else { return "" }
    let offset = side.location.range.lowerBound
    return "\(side.location.path):\(position(at: offset, isNew: change.new != nil).line)"
  }

  /// `file:line` of something that is wrong with a version.
  func place(of location: Location, isNew: Bool) -> String {
    "\(location.path):\(position(at: location.range.lowerBound, isNew: isNew).line)"
  }
}

import CanevasSource

/// Sources by path, each looked up and cut into lines once.
struct SourceCache {
  private let file: (String) -> SourceFile?
  private var known: [String: IndexedSource] = [:]

  init(_ file: @escaping (String) -> SourceFile?) {
    self.file = file
  }

  subscript(path: String) -> IndexedSource {
    mutating get {
      if let source = known[path] { return source }
      let source = IndexedSource(file(path) ?? SourceFile(path: path, bytes: []))
      known[path] = source
      return source
    }
  }
}

/// A source with its lines. One that could not be read is empty.
struct IndexedSource {
  let file: SourceFile
  let lines: LineIndex

  init(_ file: SourceFile) {
    self.file = file
    lines = LineIndex(file.bytes)
  }

  /// Line and column, from one, of an offset; of the end when the file is shorter.
  func position(at offset: Int) -> (line: Int, column: Int) {
    lines.position(at: min(offset, file.bytes.count), in: file.bytes)
  }

  /// The first and the last line of a range. One that ends with a line end does not reach into
  /// the line behind it.
  func lines(of range: ByteRange) -> ClosedRange<Int> {
    let range = range.clamped(to: file.wholeRange)
    let first = lines.line(at: range.lowerBound)
    return first...lines.line(at: max(range.lowerBound, range.upperBound - 1))
  }

  /// The bytes of a line, from one, without its line end.
  func content(ofLine line: Int) -> ByteRange {
    let range = lines.range(ofLine: line)
    let end = file.bytes[range.indices].lastIndex { !isLineEnd($0) }
    return ByteRange(range.lowerBound, end.map { $0 + 1 } ?? range.lowerBound)
  }
}

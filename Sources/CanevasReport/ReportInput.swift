package import CanevasSource

/// What a run found, as every report format is given it.
package struct ReportInput {
  /// The findings to be told, in the order in which they are told.
  package let diagnostics: [Diagnostic]
  /// How many documents were checked.
  package let documentCount: Int
  package let language: MessageLanguage
  /// Whether infos are told; when not, `diagnostics` holds none.
  package let showsInfos: Bool
  private let file: (String) -> SourceFile?

  /// `diagnostics` are sorted; `file` gives the source at a path, or `nil` when its bytes could
  /// not be had: such a finding is told without quoting a line.
  package init(
    _ diagnostics: [Diagnostic], documentCount: Int, language: MessageLanguage,
    showsInfos: Bool = false, file: @escaping (String) -> SourceFile?
  ) {
    self.diagnostics = showsInfos ? diagnostics : diagnostics.filter { $0.severity > .info }
    self.documentCount = documentCount
    self.language = language
    self.showsInfos = showsInfos
    self.file = file
  }

  /// How many of the findings told are of a severity.
  package func count(_ severity: Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }

  /// How many of the findings told have a fix that needs no second look.
  package var safelyFixableCount: Int {
    diagnostics.count { $0.fixes.contains { $0.safety == .safe } }
  }

  /// The sources that the findings point into.
  var sources: SourceCache { SourceCache(file) }
}

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

  /// The bytes of a line, from one, without its line end.
  func content(ofLine line: Int) -> ByteRange {
    let range = lines.range(ofLine: line)
    let end = file.bytes[range.indices].lastIndex { !isLineEnd($0) }
    return ByteRange(range.lowerBound, end.map { $0 + 1 } ?? range.lowerBound)
  }
}

private func isLineEnd(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}

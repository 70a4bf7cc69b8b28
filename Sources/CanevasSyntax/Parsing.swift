package import CanevasSource

/// Bounds on what is parsed, so that no file can hold up a build.
package enum Limits {
  /// The largest document, in bytes: some patterns take libcmark quadratic time.
  package static let documentBytes = 256 * 1024
  /// The deepest nesting of blocks and inlines.
  package static let nesting = 100
}

/// A file after its first stage.
package struct ParsedFile: Sendable {
  /// The tree; without blocks when the file cannot be parsed.
  package let document: Document
  /// Whether the tree stands for the file. When not, a defect says why, and later stages stay
  /// quiet about what they miss.
  package let isParsed: Bool
  package let defects: [Defect]
}

extension ParsedFile {
  /// A file that the loader could not give, or gave only in part: `defects` say why.
  package init(unparsed file: SourceFile, defects: [Defect]) {
    document = Document(unparsed: file)
    isParsed = false
    self.defects = defects
  }
}

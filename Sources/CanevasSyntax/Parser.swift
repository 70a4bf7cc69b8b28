package import CanevasSource
import Ccmark

extension ParsedFile {
  /// Parses a file with libcmark.
  package init(_ file: SourceFile) {
    document = Document(unparsed: file)
    isParsed = false
    defects = []
  }
}

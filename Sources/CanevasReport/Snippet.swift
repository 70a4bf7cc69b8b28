import CanevasSource

/// The lines of one source that a finding quotes, with what is underlined in them.
struct Snippet {
  let source: IndexedSource
  /// What the head of the snippet names: the finding's place, or the first that explains it.
  let place: ByteRange
  private(set) var marks: [Mark]

  /// The snippets of a finding: first of its own file, then of others, as they are mentioned.
  static func snippets(
    of diagnostic: Diagnostic, _ language: MessageLanguage, _ sources: inout SourceCache
  ) -> [Snippet] {
    var result = [
      Snippet(
        of: diagnostic.location, in: sources[diagnostic.location.path], isPrimary: true,
        label: diagnostic.label?[language] ?? "")
    ]
    for related in diagnostic.related {
      let snippet = Snippet(
        of: related.location, in: sources[related.location.path], isPrimary: false,
        label: related.text[language])
      if let known = result.firstIndex(where: { $0.source.file.path == related.location.path }) {
        result[known].marks += snippet.marks
        result[known].marks.sort()
      } else {
        result.append(snippet)
      }
    }
    return result
  }

  private init(
    of location: Location, in source: IndexedSource, isPrimary: Bool, label: String
  ) {
    self.source = source
    place = location.range
    // Of a file that is empty, or that could not be read, there is nothing to quote.
    marks =
      source.file.bytes.isEmpty
      ? [] : Mark.marks(of: place, in: source, isPrimary: isPrimary, label: label)
  }

  /// The digits of the largest line number.
  var numberWidth: Int {
    String(marks.last?.line ?? 1).utf8.count
  }
}

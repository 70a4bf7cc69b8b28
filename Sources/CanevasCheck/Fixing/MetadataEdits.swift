import CanevasLink
package import CanevasModel
package import CanevasSource
import CanevasSyntax

extension MetadataKey {
  /// The item that stands for the key until an author fills it in, with the words to choose from.
  package var placeholderLine: String {
    if self == .status { return "- \(rawValue) : \(Status.idea.rawValue)" }
    let words = vocabulary.isEmpty ? "" : " <!-- \(vocabulary.joined(separator: ", ")) -->"
    return "- \(rawValue) : \(placeholder)\(words)"
  }

  /// The words that the key's value is taken from; none when it is free.
  package var vocabulary: [String] {
    switch self {
    case .status: Status.words
    case .type: ActorType.words
    case .colour: ThemeColour.words
    case .tool: ExperimentTool.words
    case .approach: DiagnosisApproach.words
    case .model: CanvasModel.words
    default: []
    }
  }

  /// Whether the key may have several values.
  package var isPlural: Bool {
    switch self {
    case .theme, .carrier, .inspiration, .source, .aliases, .lines, .funders, .contacts,
      .diagnosis, .canvas, .rules:
      true
    default: false
    }
  }
}

extension TypedDocument {
  /// Puts a line into the metadata list, at the place of its key among the others; `nil` without
  /// a list.
  package func insertion(of line: String, for key: MetadataKey) -> TextEdit? {
    guard let list = head.metadata.range else { return nil }
    let order = id.kind.keys
    let rank = order.firstIndex(of: key) ?? order.count
    let later = head.metadata.entries.first { entry in
      order.firstIndex(of: entry.key).map { $0 > rank } ?? false
    }
    if let later {
      return TextEdit(ByteRange(at: file.lineStart(later.range.lowerBound)), line + "\n")
    }
    return TextEdit(ByteRange(at: file.contentEnd(before: list.upperBound)), "\n" + line)
  }
}

extension RuleContext {
  /// Puts a line into the document's metadata list.
  func insertion(of line: String, for key: MetadataKey) -> TextEdit? {
    document?.insertion(of: line, for: key)
  }

  /// The item of the metadata list that holds a range.
  func metadataItem(at range: ByteRange) -> Block? {
    guard let document, let metadata = document.head.metadata.range else { return nil }
    for list in document.document.blocks where list.isList && metadata.contains(list.range) {
      if let item = list.children.first(where: { $0.range.contains(range) }) { return item }
    }
    return nil
  }
}

import CanevasEditor
import CanevasSource

extension DocumentRequest {
  /// What may be written at the cursor: an incomplete list, since the engine chooses anew with
  /// every key.
  func completion() throws(ResponseError) -> JSONValue {
    let completions = query?.completions(at: try offset) ?? []
    return [
      "isIncomplete": true,
      "items": .array(completions.enumerated().map { item($0.element, place: $0.offset) }),
    ]
  }

  private func item(_ completion: Completion, place: Int) -> JSONValue {
    let markup = translation.client.completesInMarkdown ? "markdown" : "plaintext"
    let documentation: JSONValue = [
      "kind": .string(markup), "value": .string(completion.documentation),
    ]
    return [
      "label": .string(completion.label),
      "kind": .int(completion.kind.number),
      "detail": completion.detail.isEmpty ? nil : .string(completion.detail),
      "documentation": completion.documentation.isEmpty ? nil : documentation,
      "textEdit": mapping.edit(completion.edit),
      "filterText": .string(completion.filterText),
      "sortText": .string(sortText(place)),
      "preselect": completion.isPreselected ? true : nil,
    ]
  }

  /// A text that sorts as its number does.
  private func sortText(_ place: Int) -> String {
    let digits = String(place)
    return String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
  }
}

extension Completion.Kind {
  /// The `CompletionItemKind` whose sign suits it.
  fileprivate var number: Int {
    switch self {
    case .title: 1  // Text
    case .heading: 9  // Module
    case .key: 10  // Property
    case .value: 12  // Value
    case .document: 17  // File
    case .anchor: 18  // Reference
    case .actor: 7  // Class
    case .mechanism: 14  // Keyword
    case .nature: 20  // EnumMember
    case .arrow: 24  // Operator
    case .party: 6  // Variable
    case .rule: 21  // Constant
    }
  }
}

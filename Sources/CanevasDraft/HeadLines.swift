import CanevasCheck
import CanevasModel
import CanevasSource

/// The metadata list of a new document.
struct HeadLines {
  let kind: Kind
  /// What is known already, as Markdown.
  var values: [MetadataKey: String] = [:]

  /// The list's items: what is known, and the blank's mark where a value is needed.
  var lines: [String] {
    kind.keys.compactMap { key in
      if let value = values[key] { return "- \(key.rawValue) : \(value)" }
      return needed.contains(key) ? key.placeholderLine : nil
    }
  }

  /// The keys that an author may add.
  var others: [MetadataKey] {
    kind.keys.filter { values[$0] == nil && !needed.contains($0) && !Self.later.contains($0) }
  }

  /// The keys of the kind that must be there; where none must, one opens the list all the same.
  private var needed: [MetadataKey] {
    let required = kind.requiredKeys
    return required.isEmpty && values.isEmpty && !kind.hasIntroduction
      ? Array(kind.keys.prefix(1)) : required
  }

  /// The keys that nobody needs while a document is new, or that were settled when it was made.
  private static let later: Set<MetadataKey> = [.formerName, .reviewed, .draft, .model]
}

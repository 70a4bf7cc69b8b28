import CanevasCheck
package import CanevasLink
import CanevasModel
package import CanevasSource

extension EditorQuery {
  /// The documents whose title, slug or other names match, the best first; all for no text.
  package static func documents(
    matching query: String, in catalogue: Catalogue, language: MessageLanguage, limit: Int = 100
  ) -> [FoundDocument] {
    let pattern = Pattern(query)
    let found = catalogue.documents.indices.compactMap { index in
      pattern.best(of: catalogue.documents[index].callNames).map { (index: index, best: $0) }
    }
    let sorted = found.sorted { ($0.best.rank, $0.index) < ($1.best.rank, $1.index) }
    return sorted.prefix(limit).map { found in
      let document = catalogue.documents[found.index]
      let kind = document.id.kind.nouns.one[language]
      let name = found.best.name == document.id.slug ? document.title : found.best.name
      return FoundDocument(
        index: found.index, name: name,
        detail: name == document.title ? kind : "\(kind) · \(document.title)",
        location: Location(path: document.file.path, range: document.titleRange))
    }
  }
}

extension TypedDocument {
  /// The title, and an actor's other names.
  var nameList: [String] {
    if case .actor(let facts) = facts { [title] + facts.aliases } else { [title] }
  }

  /// What the document may be looked for by.
  var callNames: [String] { nameList + [id.slug] }
}

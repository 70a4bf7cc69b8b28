package import CanevasLink
package import CanevasModel
import CanevasSource
import CanevasSyntax

/// What a line says of a document, whatever its kind, in the interface's words. What the document
/// does not say is empty.
package struct ListEntry: Hashable, Sendable {
  package let kind: String
  package let status: String
  /// By title, where they have a page.
  package let themes: [String]
  package let carriers: [String]
  /// What tells the document from others of its kind.
  package let detail: String
}

extension Site {
  package func listEntry(of index: Catalogue.Index) -> ListEntry {
    let document = catalogue.documents[index]
    var status = ""
    var carriers: [String] = []
    if case .canvas(let facts) = document.facts {
      status = facts.status.value.map { strings[$0] } ?? ""
      carriers = titles(facts.carriers, in: index)
    }
    let details = [note(on: document), document.isDraft ? strings["draft"] : nil]
    return ListEntry(
      kind: strings["entry." + document.id.kind.rawValue], status: status,
      themes: titles(document.head.metadata.entry(.theme)?.values ?? [], in: index),
      carriers: carriers, detail: details.compactMap(\.self).joined(separator: ", "))
  }

  /// What values of a document's metadata name: documents by their titles, all else as written.
  package func titles(_ values: [LinkedValue], in index: Catalogue.Index) -> [String] {
    values.map { value in
      guard let target = catalogue.document(value, in: index), isPublished(target) else {
        return value.text.plain
      }
      return catalogue.documents[target].title
    }
  }
}

import CanevasModel
import CanevasSource
import CanevasSyntax

/// What the documents of a catalogue are called, to find one by its name at once.
package struct DocumentNames: Hashable, Sendable {
  private let byTitle: [String: [Catalogue.Index]]
  private let bySlug: [String: [Catalogue.Index]]
  private let byFormerSlug: [String: [Catalogue.Index]]

  init(_ documents: [TypedDocument]) {
    let indices = documents.indices
    byTitle = Dictionary(grouping: indices) { nameKey(documents[$0].title) }
    bySlug = Dictionary(grouping: indices) { documents[$0].id.slug }
    let former = indices.flatMap { index in
      (documents[index].head.metadata.entry(.formerName)?.values ?? []).map {
        (slug($0.text.plain), [index])
      }
    }
    byFormerSlug = Dictionary(former, uniquingKeysWith: +)
  }

  /// The documents of a title, as names are compared; none for a title without letters.
  package func titled(_ title: String) -> [Catalogue.Index] {
    let key = nameKey(title)
    return key.isEmpty ? [] : byTitle[key] ?? []
  }

  /// The documents of a title, or whose files are called as it would be.
  package func called(_ title: String) -> [Catalogue.Index] {
    Set(titled(title) + (bySlug[slug(title)] ?? [])).sorted()
  }

  /// The documents whose files are or were called so, or that have a title.
  func answering(slug: String, title: String) -> [Catalogue.Index] {
    Set((bySlug[slug] ?? []) + (byFormerSlug[slug] ?? []) + titled(title)).sorted()
  }
}

package import CanevasLink
package import CanevasModel
import CanevasRender
import CanevasSource
import CanevasSyntax

/// A name that does not lead to exactly one thing.
package struct NameError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// Nothing has this name.
    case unknown
    /// Several documents have it; `nearest` tells them apart.
    case ambiguous
    /// It is none of a few words.
    case notAmong([String])
  }

  package let name: String
  package let reason: Reason
  /// What may have been meant, best first.
  package let nearest: [String]
}

extension Query {
  /// The document that people call `name`: by its slug, `fiche/angel-me` or its path where kinds
  /// share a slug, by its title, a former name, or an actor's alias; without regard to case,
  /// accents and articles. Drafts are found, too.
  package func document(named name: String) throws(NameError) -> Catalogue.Index {
    if let id = DocumentID(path: name), let index = catalogue.index(of: id) { return index }
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    if parts.count == 2, let kind = Kind(word: parts[0]) {
      return try document(named: parts[1], among: catalogue.documents(of: kind))
    }
    return try document(named: name, among: Array(catalogue.documents.indices))
  }

  /// The document of a kind that people call `name`; drafts are found, too.
  package func document(
    named name: String, of kind: Kind
  ) throws(NameError) -> Catalogue.Index {
    if name.contains("/"), let index = try? document(named: name),
      catalogue.documents[index].id.kind == kind
    {
      return index
    }
    return try document(named: name, among: catalogue.documents(of: kind))
  }

  /// The one of some documents that people call `name`.
  func document(
    named name: String, among documents: [Catalogue.Index]
  ) throws(NameError) -> Catalogue.Index {
    // An exact slug tells a document from one that is only called alike.
    let named = documents.filter { catalogue.documents[$0].id.slug == name }
    let found = named.isEmpty ? documents.filter { isCalled($0, name) } : named
    guard found.count != 1 else { return found[0] }
    if found.isEmpty {
      throw NameError(name: name, reason: .unknown, nearest: slugs(near: name, among: documents))
    }
    throw NameError(name: name, reason: .ambiguous, nearest: found.map(identifier))
  }

  /// What names a document on the command line: `fiche/angel-me`.
  func identifier(_ index: Catalogue.Index) -> String {
    let id = catalogue.documents[index].id
    return id.kind.word + "/" + id.slug
  }

  private func isCalled(_ index: Catalogue.Index, _ name: String) -> Bool {
    let document = catalogue.documents[index]
    if document.id.slug == slug(name) { return true }
    let key = nameKey(name)
    return !key.isEmpty && names(of: document).contains { nameKey($0) == key }
  }

  private func names(of document: TypedDocument) -> [String] {
    var names = [document.title]
    if case .actor(let facts) = document.facts { names += facts.aliases }
    let former = document.head.metadata.entry(.formerName)?.values ?? []
    return names + former.map(\.text.plain)
  }

  /// The slugs of the documents whose slugs or names are nearest to a name.
  private func slugs(near name: String, among documents: [Catalogue.Index]) -> [String] {
    var slugs: [String: String] = [:]
    var candidates: [String] = []
    for index in documents {
      let document = catalogue.documents[index]
      for candidate in [document.id.slug] + names(of: document)
      where slugs.updateValue(document.id.slug, forKey: candidate) == nil {
        candidates.append(candidate)
      }
    }
    var seen: Set<String> = []
    let near = nearest(to: name, among: candidates, limit: 6).compactMap { slugs[$0] }
    return Array(near.filter { seen.insert($0).inserted }.prefix(3))
  }
}

package import CanevasModel
import CanevasSource
import CanevasSyntax

/// A local resource where a canvas claims it.
package struct LocalResource: Sendable {
  package let canvas: Catalogue.Index
  package let item: Item

  /// What resources are compared by: the name, else the whole text when it is short.
  package static func key(of item: Item) -> String? {
    let text = item.name?.plain ?? item.text.plain
    let key = nameKey(text)
    return key.isEmpty || key.utf8.count > 60 ? nil : key
  }
}

extension Catalogue {
  /// The canvases that claim a local resource of which a document is the first to claim it.
  package func sharers(of index: Index) -> [Index] {
    documents[index].localResources.flatMap { key, _ -> [Index] in
      let claims = localResources[key] ?? []
      return claims.first?.canvas == index ? claims.map(\.canvas).filter { $0 != index } : []
    }
  }
}

/// The resources that the canvases of the pool claim, by key.
func localResources(of documents: [TypedDocument]) -> [String: [LocalResource]] {
  var found: [String: [LocalResource]] = [:]
  for index in documents.indices {
    for (key, item) in documents[index].localResources {
      found[key, default: []].append(LocalResource(canvas: index, item: item))
    }
  }
  return found
}

extension TypedDocument {
  /// The resources that the document claims; those that are archived claim nothing.
  var localResources: [(key: String, item: Item)] {
    guard case .canvas(let facts) = facts, facts.status.value != .archived else { return [] }
    return (section(.localResources)?.items ?? []).compactMap { item in
      LocalResource.key(of: item).map { ($0, item) }
    }
  }
}

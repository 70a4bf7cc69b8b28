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

/// The resources that the canvases of the pool claim, by key; archived ones claim nothing.
func localResources(of documents: [TypedDocument]) -> [String: [LocalResource]] {
  var found: [String: [LocalResource]] = [:]
  for index in documents.indices {
    guard case .canvas(let facts) = documents[index].facts, facts.status.value != .archived
    else { continue }
    for item in documents[index].section(.localResources)?.items ?? [] {
      guard let key = LocalResource.key(of: item) else { continue }
      found[key, default: []].append(LocalResource(canvas: index, item: item))
    }
  }
  return found
}

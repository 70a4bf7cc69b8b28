package import CanevasModel
import CanevasSource
import CanevasSyntax

/// A document before and after a change; one side is absent where it came or went.
package struct DocumentChange: Sendable {
  package let old: TypedDocument?
  package let new: TypedDocument?

  package init(old: TypedDocument?, new: TypedDocument?) {
    self.old = old
    self.new = new
  }
}

extension [DocumentChange] {
  /// The same as the catalogue's readers see them: without drafts, a document that says its former
  /// name as one that was renamed, one that became another kind as gone and come.
  var published: [DocumentChange] {
    var came: [TypedDocument] = []
    var gone: [TypedDocument] = []
    var stayed: [DocumentChange] = []
    for change in self {
      let old = change.old.flatMap { $0.isDraft ? nil : $0 }
      let new = change.new.flatMap { $0.isDraft ? nil : $0 }
      if let old, let new, old.id.kind == new.id.kind {
        stayed.append(DocumentChange(old: old, new: new))
      } else {
        if let old { gone.append(old) }
        if let new { came.append(new) }
      }
    }
    for new in came {
      let former = gone.firstIndex { new.isCalledSoBefore($0.id) }
      stayed.append(DocumentChange(old: former.map { gone.remove(at: $0) }, new: new))
    }
    return stayed + gone.map { DocumentChange(old: $0, new: nil) }
  }

  /// What documents that were renamed are called now.
  var newNames: [DocumentID: DocumentID] {
    var names: [DocumentID: DocumentID] = [:]
    for case (let old?, let new?) in map({ ($0.old?.id, $0.new?.id) }) where old != new {
      names[old] = new
    }
    return names
  }
}

extension TypedDocument {
  /// Whether an identifier is this document's own, or one that it says it had.
  fileprivate func isCalledSoBefore(_ id: DocumentID) -> Bool {
    let former = head.metadata.entry(.formerName)?.values ?? []
    return id.kind == self.id.kind
      && (id == self.id || former.contains { slug($0.text.plain) == id.slug })
  }
}

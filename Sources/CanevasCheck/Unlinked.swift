import CanevasLink
import CanevasModel
import CanevasSource

extension RuleContext {
  /// A finding on the document's title when it is of `kind` and no document links to it; with
  /// `role` and `source`, when none of that kind links to it in that role.
  func findingIfUnlinked(
    _ kind: Kind, as role: LinkRole? = nil, from source: Kind? = nil, _ wording: Wording
  ) -> [Finding] {
    guard let index, document?.id.kind == kind else { return [] }
    let isLinked = catalogue.backlinks[index].contains { link in
      (role == nil || link.role == role)
        && (source == nil || catalogue.documents[link.source].id.kind == source)
    }
    return isLinked ? [] : [Finding(titleRange, wording)]
  }
}

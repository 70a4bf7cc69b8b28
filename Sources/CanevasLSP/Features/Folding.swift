import CanevasEditor
import CanevasSource

extension DocumentRequest {
  /// What can be folded, in whole lines.
  func foldingRanges() -> JSONValue {
    .array(
      (query?.folds ?? []).map { fold in
        let first = mapping.position(at: fold.range.lowerBound).line
        let last = mapping.position(at: max(fold.range.lowerBound, fold.range.upperBound - 1)).line
        return [
          "startLine": .int(first), "endLine": .int(last),
          "kind": fold.kind.name.map(JSONValue.string),
        ]
      })
  }
}

extension Fold.Kind {
  /// The `FoldingRangeKind`, for those that the protocol has a name for.
  fileprivate var name: String? {
    switch self {
    case .comment: "comment"
    case .section: "region"
    case .metadata, .list, .quote, .code: nil
    }
  }
}

import CanevasEditor
import CanevasSource

extension DocumentRequest {
  /// The links that a click follows.
  func documentLinks() -> JSONValue {
    .array(
      (query?.documentLinks ?? []).map { link in
        [
          "range": mapping.range(link.range), "target": .string(uri(of: link.target)),
          "tooltip": link.tooltip.isEmpty ? nil : .string(link.tooltip),
        ]
      })
  }

  private func uri(of target: DocumentLink.Target) -> String {
    switch target {
    case .document(let path, let heading?):
      let line = translation.mapping(of: path).position(at: heading.lowerBound).line
      return translation.uri(of: path) + "#L\(line + 1)"
    case .document(let path, nil), .asset(let path): return translation.uri(of: path)
    case .address(let address): return address
    }
  }
}

import CanevasEditor
import CanevasLink
import CanevasProject
import CanevasSource

extension DocumentRequest {
  /// The document's outline, as a tree or, for a client that knows none, as a list.
  func documentSymbols() -> JSONValue {
    let symbols = query?.symbols ?? []
    if translation.client.nestsSymbols { return .array(symbols.map(tree)) }
    return .array(symbols.flatMap { list($0, in: nil) })
  }

  private func tree(_ symbol: Symbol) -> JSONValue {
    [
      "name": .string(symbol.name),
      "detail": symbol.detail.isEmpty ? nil : .string(symbol.detail),
      "kind": .int(symbol.kind.number),
      "range": mapping.range(symbol.range),
      "selectionRange": mapping.range(symbol.selection),
      "children": symbol.children.isEmpty ? nil : .array(symbol.children.map(tree)),
    ]
  }

  private func list(_ symbol: Symbol, in container: String?) -> [JSONValue] {
    let own: JSONValue = [
      "name": .string(symbol.name), "kind": .int(symbol.kind.number),
      "location": [
        "uri": .string(translation.uri(of: file.path)), "range": mapping.range(symbol.range),
      ],
      "containerName": container.map(JSONValue.string),
    ]
    return [own] + symbol.children.flatMap { list($0, in: symbol.name) }
  }
}

extension Symbol.Kind {
  /// The `SymbolKind` whose sign suits it.
  fileprivate var number: Int {
    switch self {
    case .document: 1  // File
    case .section: 3  // Namespace
    case .part: 4  // Package
    case .item: 15  // String
    }
  }
}

extension Server {
  /// The documents of all catalogues whose names match.
  mutating func workspaceSymbols(_ params: JSONValue) -> JSONValue {
    let text = params["query"]?.string ?? ""
    var symbols: [JSONValue] = []
    for root in catalogues.keys.sorted(by: { $0.path < $1.path }) {
      guard let served = catalogues[root] else { continue }
      let translation = Translation(of: served, for: self)
      let found = EditorQuery.documents(
        matching: text, in: served.workspace.catalogue, language: translation.language)
      for (document, place) in zip(found, translation.locations(found.map(\.location))) {
        symbols.append([
          "name": .string(document.name), "kind": .int(Symbol.Kind.document.number),
          "location": place, "containerName": .string(document.detail),
        ])
      }
    }
    return .array(symbols)
  }
}

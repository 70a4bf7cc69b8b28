import CanevasEditor
import CanevasSource

/// How tokens are written (LSP 3.17, "Semantic Tokens").
enum SemanticTokens {
  static let legend: JSONValue = [
    "tokenTypes": .array(Token.Kind.allCases.map { .string($0.name) }), "tokenModifiers": [],
  ]

  /// Five numbers a token: lines and characters since the one before, length, kind, modifiers.
  static func data(_ tokens: [Token], _ mapping: PositionMapping) -> [Int] {
    var data: [Int] = []
    var last = Position(line: 0, character: 0)
    for token in tokens.sorted(by: { $0.range < $1.range }) {
      let start = mapping.position(at: token.range.lowerBound)
      let end = mapping.position(at: token.range.upperBound)
      guard start.line == end.line else { continue }
      let isSameLine = start.line == last.line
      data += [
        start.line - last.line, start.character - (isSameLine ? last.character : 0),
        end.character - start.character, Token.Kind.allCases.firstIndex(of: token.kind)!, 0,
      ]
      last = start
    }
    return data
  }
}

extension DocumentRequest {
  /// What is coloured by its meaning.
  func semanticTokens() -> JSONValue {
    let data = SemanticTokens.data(query?.tokens ?? [], mapping)
    return ["data": .array(data.map(JSONValue.int))]
  }
}

extension Token.Kind {
  /// The token type of the protocol that themes colour alike.
  fileprivate var name: String {
    switch self {
    case .key: "property"
    case .word: "enumMember"
    case .party: "class"
    case .arrow: "operator"
    case .nature: "type"
    case .amount: "number"
    case .mechanism: "keyword"
    case .name: "variable"
    }
  }
}

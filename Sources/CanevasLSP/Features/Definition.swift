import CanevasEditor
import CanevasSource

extension DocumentRequest {
  /// Where the thing under the cursor is written down.
  func definition() throws(ResponseError) -> JSONValue {
    .array((query?.definition(at: try offset) ?? []).map(place))
  }

  private func place(_ definition: Definition) -> JSONValue {
    let path = definition.target.path
    let target = translation.mapping(of: path)
    guard translation.client.linksDefinitions else {
      return [
        "uri": .string(translation.uri(of: path)), "range": target.range(definition.selection),
      ]
    }
    return [
      "originSelectionRange": mapping.range(definition.origin),
      "targetUri": .string(translation.uri(of: path)),
      "targetRange": target.range(definition.target.range),
      "targetSelectionRange": target.range(definition.selection),
    ]
  }

  /// The places that use the thing under the cursor.
  func references() throws(ResponseError) -> JSONValue {
    let declaration = params["context"]?["includeDeclaration"]?.bool ?? false
    let places = query?.references(at: try offset, includingDeclaration: declaration) ?? []
    return .array(translation.locations(places))
  }
}

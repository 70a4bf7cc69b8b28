import CanevasEditor
import CanevasSource

extension DocumentRequest {
  /// What is told of the thing under the cursor.
  func hover() throws(ResponseError) -> JSONValue {
    guard let hover = query?.hover(at: try offset) else { return .null }
    let markup = translation.client.hoversInMarkdown ? "markdown" : "plaintext"
    return [
      "contents": ["kind": .string(markup), "value": .string(hover.markdown)],
      "range": mapping.range(hover.range),
    ]
  }
}

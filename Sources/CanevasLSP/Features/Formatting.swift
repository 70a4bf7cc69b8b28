import CanevasEditor
import CanevasReview
import CanevasSource

extension DocumentRequest {
  /// The edits that bring the document into its canonical form, as `canevas fmt` does; what an
  /// editor says of tabs and spaces has no say in it.
  func formatting() -> JSONValue {
    edits(query.map { formattingEdits(of: $0.document) } ?? [])
  }

  /// The same for the blocks that a range touches.
  func rangeFormatting() throws(ResponseError) -> JSONValue {
    let range = try range
    return edits(query.map { formattingEdits(of: $0.document, in: range) } ?? [])
  }
}

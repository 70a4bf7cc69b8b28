import CanevasEditor
import CanevasSource

/// A request about one document, with all that it is answered from.
struct DocumentRequest {
  let params: JSONValue
  let file: SourceFile
  let mapping: PositionMapping
  let translation: Translation
  /// `nil` for a file among the documents that is none.
  let query: EditorQuery?

  init(_ params: JSONValue, file: SourceFile, _ translation: Translation) {
    self.params = params
    self.file = file
    self.translation = translation
    mapping = PositionMapping(file.bytes, translation.client.encoding)
    query = translation.query(file.path)
  }

  /// The offset of the position that is asked about.
  var offset: Int {
    get throws(ResponseError) {
      guard let position = params["position"].flatMap(Position.init) else {
        throw ResponseError(.invalidParams, "a position has a line and a character")
      }
      return mapping.offset(of: position)
    }
  }

  /// The range that is asked about.
  var range: ByteRange {
    get throws(ResponseError) {
      guard let start = params["range"]?["start"].flatMap(Position.init),
        let end = params["range"]?["end"].flatMap(Position.init)
      else { throw ResponseError(.invalidParams, "a range has a start and an end") }
      return mapping.bytes(from: start, to: end)
    }
  }

  /// Edits of this document as `TextEdit`s.
  func edits(_ edits: [TextEdit]) -> JSONValue { .array(edits.map(mapping.edit)) }
}

extension PositionMapping {
  func edit(_ edit: TextEdit) -> JSONValue {
    ["range": range(edit.range), "newText": .string(edit.replacement)]
  }
}

import CanevasProject
import CanevasSource

/// Where a document stands.
struct Place: Hashable {
  let root: CatalogueRoot
  /// From the root.
  let path: String
}

/// A text that the client has open; what the client says of it counts, whatever is on the disk.
struct OpenDocument {
  /// As the client writes it.
  let uri: String
  var version: Int?
  var bytes: [UInt8]
  /// `nil` for what lies in no catalogue.
  var place: Place?
}

extension OpenDocument {
  /// Makes the changes of a `didChange`, one after the other; one without a range is the whole
  /// text. What makes no sense is left out.
  mutating func apply(_ changes: [JSONValue], _ encoding: PositionEncoding) {
    for change in changes {
      guard let text = change["text"]?.string else { continue }
      guard let range = change["range"] else {
        bytes = Array(text.utf8)
        continue
      }
      guard let start = range["start"].flatMap(Position.init),
        let end = range["end"].flatMap(Position.init)
      else { continue }
      let replaced = PositionMapping(bytes, encoding).bytes(from: start, to: end)
      bytes.replaceSubrange(replaced.indices, with: text.utf8)
    }
  }
}

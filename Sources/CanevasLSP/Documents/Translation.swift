import CanevasEditor
import CanevasLink
import CanevasModel
import CanevasProject
import CanevasSource

/// Turns what is said of one catalogue, in paths and bytes, into a client's URIs and positions.
struct Translation {
  let client: Client
  let catalogue: ServedCatalogue
  let wording: Wording
  /// What the client has open of the catalogue, by path.
  private let documents: [String: OpenDocument]

  init(of catalogue: ServedCatalogue, for server: Server) {
    client = server.client
    self.catalogue = catalogue
    wording = Wording(catalogue.workspace.catalogue, client)
    let root = catalogue.workspace.root
    var documents: [String: OpenDocument] = [:]
    for document in server.documents.values where document.place?.root == root {
      documents[document.place?.path ?? ""] = document
    }
    self.documents = documents
  }

  var language: MessageLanguage { wording.language }

  /// A document's URI: the client's own if it has it open.
  func uri(of path: String) -> String {
    documents[path]?.uri ?? CanevasLSP.uri(ofPath: catalogue.absolute(path))
  }

  /// The version of an open document.
  func version(of path: String) -> Int? { documents[path]?.version }

  func mapping(of path: String) -> PositionMapping {
    PositionMapping(catalogue.workspace.file(path)?.bytes ?? [], client.encoding)
  }

  /// Places in several documents as `Location`s, in their order.
  func locations(_ locations: [Location]) -> [JSONValue] {
    var mappings: [String: PositionMapping] = [:]
    return locations.map { location in
      let mapping = mappings[location.path] ?? mapping(of: location.path)
      mappings[location.path] = mapping
      return [
        "uri": .string(uri(of: location.path)), "range": mapping.range(location.range),
      ]
    }
  }

  func location(_ location: Location) -> JSONValue { locations([location])[0] }

  /// What can be asked about a document; `nil` for a file that is none.
  func query(_ path: String) -> EditorQuery? {
    let catalogue = catalogue.workspace.catalogue
    guard let index = DocumentID(path: path).flatMap(catalogue.index(of:)),
      catalogue.documents[index].file.path == path
    else { return nil }
    return EditorQuery(index, of: catalogue, language: language)
  }
}

package import CanevasLink
import CanevasModel
import CanevasSource

extension Site {
  /// The version of the format that `catalogue.schema.json` describes. A member more raises the
  /// second number; one less, or another meaning, the first.
  static let dataVersion = "1.1"

  /// The whole catalogue as JSON: one document a line, by kind and slug, the catalogue's own sheet
  /// first. So a program may read it line by line, whatever its size.
  var catalogueData: [UInt8] { data(of: catalogue.documents.indices.filter(isPublished)) }

  /// Some documents as JSON, in the form of the whole catalogue's.
  package func data(of documents: [Catalogue.Index]) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("$schema", address(of: .schema))
      writer.member("version", Self.dataVersion)
      writer.member("address", ifAny: baseURL)
      writer.member("documents") { writer in
        writer.array(documents) { writer, index in
          writer.written(DocumentData(index, of: self).json(isCompact: true))
        }
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}

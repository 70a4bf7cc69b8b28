package import CanevasModel
package import CanevasSource
import CanevasSyntax

/// One file of the catalogue's folders, parsed and lowered on its own.
package enum ReadFile: Sendable {
  case document(TypedDocument)
  /// A file in no known folder.
  case stray(Catalogue.Stray)

  /// Parses and lowers a file. `defects` are what its loading found wrong; a file with any of
  /// them is not parsed.
  package init(_ file: SourceFile, defects: [Defect] = []) {
    guard let id = DocumentID(path: file.path) else {
      let unknown = Defect(.unknownFolder, file.firstLine)
      self = .stray(Catalogue.Stray(file: file, defects: defects.isEmpty ? [unknown] : defects))
      return
    }
    let parsed =
      defects.isEmpty ? ParsedFile(file) : ParsedFile(unparsed: file, defects: defects)
    self = .document(TypedDocument(parsed, id: id))
  }

  package var file: SourceFile {
    switch self {
    case .document(let document): document.file
    case .stray(let stray): stray.file
    }
  }
}

extension Catalogue {
  /// Links files that were read one by one.
  package init(_ files: [ReadFile], assets: Set<String> = []) {
    var documents: [TypedDocument] = []
    var strays: [Stray] = []
    for file in files {
      switch file {
      case .document(let document): documents.append(document)
      case .stray(let stray): strays.append(stray)
      }
    }
    self.init(documents, strays: strays, assets: assets)
  }
}

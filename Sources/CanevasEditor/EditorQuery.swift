package import CanevasLink
package import CanevasModel
package import CanevasSource

/// What an editor asks about one document of a catalogue, in byte offsets.
///
/// Every query is a method in a file of its own: `completions(at:)`, `hover(at:)`,
/// `definition(at:)`, `references(at:includingDeclaration:)`, `rename(at:to:)`, `symbols`,
/// `folds`, `documentLinks`, `lenses`, `tokens`, `quickFixes(for:in:)`. An offset may be any
/// number: it is taken to the nearest place of the file. Ranges lie in the file, on character
/// borders.
package struct EditorQuery: Sendable {
  package let catalogue: Catalogue
  package let index: Catalogue.Index
  /// The language of what an author reads.
  package let language: MessageLanguage

  package init(
    _ index: Catalogue.Index, of catalogue: Catalogue, language: MessageLanguage
  ) {
    self.index = index
    self.catalogue = catalogue
    self.language = language
  }

  /// The document that is asked about.
  package var document: TypedDocument { catalogue.documents[index] }

  var file: SourceFile { document.file }

  /// The place of the file that an offset means: in bounds, at the start of a character.
  func place(_ offset: Int) -> Int {
    var place = min(max(0, offset), file.bytes.count)
    while place > 0, place < file.bytes.count, isContinuation(file.bytes[place]) { place -= 1 }
    return place
  }
}

extension ByteRange {
  /// Whether an offset is inside the range, or at its end, where a cursor still touches it.
  func touches(_ offset: Int) -> Bool {
    lowerBound <= offset && offset <= upperBound
  }
}

import CanevasCheck
import CanevasEditor
import CanevasLink
import CanevasModel
import CanevasSource
import CanevasTestSupport
import Testing

/// Whatever stands in a document and wherever the cursor is, an answer lies inside the file and on
/// the borders of characters.
@Suite struct EveryOffsetTests {
  static let real = catalogue(sourceDocuments)

  @Test func ofRealDocuments() {
    for index in Self.real.documents.indices {
      // Every offset of the small documents, some of the large ones.
      let size = Self.real.documents[index].file.bytes.count
      expectSound(index, of: Self.real, step: max(1, size / 40))
    }
  }

  @Test(arguments: 0..<40) func ofDamagedDocuments(_ seed: UInt64) {
    var damage = Damage(seed: seed)
    let file = editorFiles[Int(seed) % editorFiles.count]
    let text = String(decoding: file.bytes, as: UTF8.self)
    let damaged = SourceFile(path: file.path, bytes: damage.damaged(text))
    let catalogue = catalogue(editorFiles, with: damaged)
    guard let index = catalogue.index(at: file.path) else { return }
    expectSound(index, of: catalogue, step: 1)
  }

  /// Documents cut off where somebody is typing.
  @Test func ofCutDocuments() {
    for file in editorFiles where file.path.hasSuffix("jardin.md") {
      for end in stride(from: 0, through: file.bytes.count, by: 17) {
        let cut = SourceFile(path: file.path, bytes: Array(file.bytes[..<end]))
        let catalogue = catalogue(editorFiles, with: cut)
        guard let index = catalogue.index(at: file.path) else { continue }
        expectSound(index, of: catalogue, step: max(1, end / 20))
      }
    }
  }

  @Test(arguments: [[0xFF, 0x23, 0x20, 0xC3], [], [0x23], [0x00], [0xEF, 0xBB, 0xBF, 0x23]])
  func ofBytesThatAreNoText(_ bytes: [UInt8]) {
    let file = SourceFile(path: "canvases/fiches/neuve.md", bytes: bytes)
    let catalogue = catalogue(editorFiles, with: file)
    guard let index = catalogue.index(at: file.path) else { return }
    let query = EditorQuery(index, of: catalogue, language: .english)
    for offset in [-5, 0, 1, 2, 100] { _ = query.completions(at: offset) }
    for offset in [-5, 0, 1, 2, 100] { _ = query.hover(at: offset) }
    #expect(query.symbols.count == 1)
  }
}

/// Asks everything at many offsets of a document.
private func expectSound(_ index: Catalogue.Index, of catalogue: Catalogue, step: Int) {
  let query = EditorQuery(index, of: catalogue, language: .french)
  let file = catalogue.documents[index].file
  func expect(_ range: ByteRange, _ file: SourceFile, _ what: String) {
    let isSound =
      range.upperBound <= file.bytes.count
      && [range.lowerBound, range.upperBound].allSatisfy {
        $0 == file.bytes.count || !isContinuation(file.bytes[$0])
      }
    #expect(isSound, "\(file.path): \(what) at \(range)")
  }
  func expect(_ location: Location, _ what: String) {
    guard let other = catalogue.index(at: location.path) else {
      Issue.record("\(what) leads to \(location.path)")
      return
    }
    expect(location.range, catalogue.documents[other].file, what)
  }
  func expect(_ symbols: [Symbol], in range: ByteRange) {
    for symbol in symbols {
      expect(symbol.range, file, "symbol")
      #expect(range.contains(symbol.range) && symbol.range.contains(symbol.selection))
      expect(symbol.children, in: symbol.range)
    }
  }
  expect(query.symbols, in: file.wholeRange)
  for fold in query.folds { expect(fold.range, file, "fold") }
  for link in query.documentLinks { expect(link.range, file, "link") }
  for lens in query.lenses { for target in lens.targets { expect(target, "lens") } }
  var end = 0
  for token in query.tokens {
    expect(token.range, file, "token")
    #expect(end <= token.range.lowerBound && !token.range.isEmpty)
    #expect(!file.bytes[token.range.indices].contains(where: isLineEnd))
    end = token.range.upperBound
  }
  for offset in stride(from: 0, through: file.bytes.count, by: step) {
    let cursor = ByteRange(at: min(offset, file.bytes.count))
    for completion in query.completions(at: offset) {
      let range = completion.edit.range
      expect(range, file, "completion")
      #expect(range.lowerBound <= cursor.lowerBound && offset <= range.upperBound + 3)
      #expect(!file.bytes[range.indices].contains(where: isLineEnd))
    }
    if let hover = query.hover(at: offset) { expect(hover.range, file, "hover") }
    for definition in query.definition(at: offset) {
      expect(definition.origin, file, "definition")
      expect(definition.target, "definition")
      #expect(definition.target.range.contains(definition.selection))
    }
    if let target = query.prepareRename(at: offset) {
      expect(target.range, file, "rename")
      #expect(target.range.lowerBound <= offset && offset <= target.range.upperBound)
    }
  }
  for offset in stride(from: 0, through: file.bytes.count, by: step * 16) {
    for place in query.references(at: offset, includingDeclaration: true) {
      expect(place, "reference")
    }
  }
}

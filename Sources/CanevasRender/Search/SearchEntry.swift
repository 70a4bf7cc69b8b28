package import CanevasLink
import CanevasModel
import CanevasSource

/// What search knows of one document.
package struct SearchEntry: Sendable {
  /// What a result shows, as JSON: the kind, the title, the address, the text in lines.
  let record: [UInt8]
  /// The document's terms, each with its grade: 0 to 24, five for each level.
  let grades: [(term: String, grade: UInt8)]
}

extension Site {
  /// The documents that search finds, by kind and title.
  package var searched: [Catalogue.Index] {
    Kind.allCases.filter { $0 != .catalogue }.flatMap(published)
  }

  /// Reads a document for search.
  package func searchEntry(of index: Catalogue.Index) -> SearchEntry {
    let document = catalogue.documents[index]
    let passages = document.passages
    var text = passages.filter { $0.level != .title }.flatMap { contexts(of: $0.text) }
    if text.isEmpty { text = [""] }
    var record = JSONWriter(isCompact: true)
    record.array(
      [
        typesetPlain(strings["entry." + document.id.kind.rawValue]), typesetPlain(document.title),
        document.id.address, typesetPlain(text.joined(separator: "\n")),
      ]) { $0.string($1) }
    return SearchEntry(record: record.bytes, grades: grades(of: passages))
  }
}

/// How a document uses a term.
private struct Use {
  var level = Passage.Level.prose
  var count = 0

  mutating func add(_ other: Passage.Level) {
    if other.rawValue > level.rawValue { level = other }
    count += 1
  }

  /// By the highest level that the term stands at, then by how often it stands anywhere.
  var grade: UInt8 { UInt8(level.rawValue * 5 + min(count, 5) - 1) }
}

private func grades(of passages: [Passage]) -> [(term: String, grade: UInt8)] {
  var uses: [String: Use] = [:]
  for passage in passages {
    let namesDocument = passage.level == .title || passage.level == .alias
    for word in searchWords(of: passage.text.utf8)
    where namesDocument || !stopWords.contains(word) {
      uses[searchTerm(word), default: Use()].add(passage.level)
    }
  }
  return uses.map { ($0, $1.grade) }
}

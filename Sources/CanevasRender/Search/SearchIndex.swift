import CanevasSource

/// The words of all documents, as the scripts that a search page loads: only those that hold the
/// words asked for, and those that hold the documents shown.
///
/// Shards of words, `mots-<letters>`, have a member a term: the documents that have it, as their
/// distance from the one before in base 36 (nothing for 1), then their grade as a letter from A.
/// Shards of documents, `textes-<first>`, have an array of records. The table names all of them.
package struct SearchIndex: Sendable {
  /// The folder of the scripts in the site.
  package static let folder = "recherche"

  /// How large a shard of words, and one of texts, may grow before it is split, in bytes.
  package static let limits = (words: 40 * 1024, texts: 16 * 1024)

  package let files: [OutputFile]

  package init(_ entries: [SearchEntry]) {
    let words = wordShards(postings(of: entries))
    let texts = textShards(entries)
    files =
      words.map { shard("mots-" + $0.prefix, $0.json) }
      + texts.map { shard("textes-\($0.first)", $0.json) }
      + [table(count: entries.count, prefixes: words.map(\.prefix), texts: texts.map(\.first))]
  }
}

/// A script that hands its content to the page.
private func shard(_ name: String, _ json: [UInt8]) -> OutputFile {
  OutputFile(
    path: "\(SearchIndex.folder)/\(name).js",
    .bytes(Array("canevasShard(\"\(name)\",".utf8) + json + Array(");\n".utf8)))
}

private func table(count: Int, prefixes: [String], texts: [Int]) -> OutputFile {
  var json = JSONWriter(isCompact: true)
  json.object { json in
    json.member("count", count)
    json.member("stopWords") { $0.array(stopWords.sorted()) { $0.string($1) } }
    json.member("prefixes") { $0.array(prefixes) { $0.string($1) } }
    json.member("texts") { $0.array(texts) { $0.number($1) } }
  }
  return shard("table", json.bytes)
}

/// The documents of one term.
private struct Postings {
  private(set) var text: [UInt8] = []
  private var last = -1

  mutating func append(_ document: Int, grade: UInt8) {
    let step = document - last
    if step > 1 { text += String(step, radix: 36).utf8 }
    text.append(UInt8(ascii: "A") + grade)
    last = document
  }
}

private typealias TermPostings = (term: String, postings: Postings)

/// Every term with its documents, by the bytes of the term.
private func postings(of entries: [SearchEntry]) -> [TermPostings] {
  var postings: [String: Postings] = [:]
  for (document, entry) in entries.enumerated() {
    for (term, grade) in entry.grades {
      postings[term, default: Postings()].append(document, grade: grade)
    }
  }
  return postings.map { ($0.key, $0.value) }.sorted {
    $0.term.utf8.lexicographicallyPrecedes($1.term.utf8)
  }
}

/// The terms in one shard a first letter; a shard that is too large is split by the next letter.
private func wordShards(_ terms: [TermPostings]) -> [(prefix: String, json: [UInt8])] {
  var shards: [(prefix: String, json: [UInt8])] = []
  func split(_ terms: ArraySlice<TermPostings>, at length: Int) {
    var rest = terms
    while let first = rest.first {
      let prefix = String(String.UnicodeScalarView(first.term.unicodeScalars.prefix(length)))
      let isWhole = prefix.unicodeScalars.count < length
      let group = isWhole ? rest.prefix(1) : rest.prefix { $0.term.utf8.starts(with: prefix.utf8) }
      rest = rest.dropFirst(group.count)
      let size = group.reduce(0) { $0 + $1.term.utf8.count + $1.postings.text.count + 6 }
      if size > SearchIndex.limits.words, group.count > 1 {
        split(group, at: length + 1)
      } else {
        shards.append((prefix, json(of: group)))
      }
    }
  }
  split(terms[...], at: 1)
  return shards
}

private func json(of terms: ArraySlice<TermPostings>) -> [UInt8] {
  var json = JSONWriter(isCompact: true)
  json.object { json in
    for (term, postings) in terms {
      json.member(term, String(decoding: postings.text, as: UTF8.self))
    }
  }
  return json.bytes
}

/// The records, a shard being closed before it grows too large.
private func textShards(_ entries: [SearchEntry]) -> [(first: Int, json: [UInt8])] {
  var shards: [(first: Int, json: [UInt8])] = []
  for (document, entry) in entries.enumerated() {
    if let last = shards.last,
      last.json.count + entry.record.count < SearchIndex.limits.texts
    {
      shards[shards.count - 1].json.append(UInt8(ascii: ","))
      shards[shards.count - 1].json += entry.record
    } else {
      shards.append((document, [UInt8(ascii: "[")] + entry.record))
    }
  }
  return shards.map { ($0.first, $0.json + [UInt8(ascii: "]")]) }
}

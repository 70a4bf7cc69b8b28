/// The slug of a title: folded, with one hyphen for every run of other characters.
/// `Intégrénov'` becomes `integrenov`; a title without a letter or digit has an empty slug.
package func slug(_ text: some Sequence<UInt8>) -> String {
  var result: [UInt8] = []
  for byte in folded(text) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      result.append(byte)
    default:
      if let last = result.last, last != UInt8(ascii: "-") { result.append(UInt8(ascii: "-")) }
    }
  }
  if result.last == UInt8(ascii: "-") { result.removeLast() }
  return String(decoding: result, as: UTF8.self)
}

/// `slug(_:)` of a string.
package func slug(_ text: String) -> String {
  slug(text.utf8)
}

/// Whether a file's name without its ending is a slug.
package func isSlug(_ name: String) -> Bool {
  !name.isEmpty && slug(name) == name
}

/// What names of actors and items are compared by: folded, without a leading article, the
/// plural's last letter dropped from every word. `Les Bergers urbains` gives `berger urbain`.
package func nameKey(_ text: String) -> String {
  var words = folded(text.utf8).split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
  if let first = words.first {
    if words.count > 1, articles.contains(Array(first)) {
      words.removeFirst()
    } else if elisions.contains(where: { first.starts(with: $0) }) {
      words[0] = first.dropFirst(2)
    }
  }
  var key: [UInt8] = []
  for word in words {
    if !key.isEmpty { key.append(UInt8(ascii: " ")) }
    let isPlural = word.count > 3 && pluralMarks.contains(word[word.endIndex - 1])
    key += isPlural ? word.dropLast() : word
  }
  return String(decoding: key, as: UTF8.self)
}

private let articles = Set(
  ["le", "la", "les", "un", "une", "des", "du", "de"].map { Array($0.utf8) })
private let pluralMarks = Array("sx".utf8)
private let elisions = ["l'", "d'"].map { Array($0.utf8) }

/// The key by which titles are sorted: folded, without a leading article, so that
/// « La Ruche » stands under R.
package func sortKey(_ title: String) -> String {
  let key = folded(title)
  for article in ["le ", "la ", "les ", "l'", "un ", "une ", "des "]
  where key.utf8.starts(with: article.utf8) {
    return String(key.dropFirst(article.count))
  }
  return key
}

import CanevasLink
import CanevasModel
import CanevasSource

/// Documents by their titles' first letters, actors under their other names too.
struct Alphabet: Sendable {
  /// A line of the index.
  struct Entry {
    let document: Catalogue.Index
    /// The other name that the document stands under here; `nil`: its title.
    let alias: String?
  }

  /// One letter with its entries. Figures share one, and so do letters beyond A to Z.
  struct Letter {
    /// The letter in an address: `a`; `0-9` for figures, `autres` for others.
    let slug: String
    let entries: [Entry]
  }

  /// How many entries one page shows at most.
  static let pageLength = 500

  let letters: [Letter]

  init(_ documents: [TypedDocument], _ published: [Catalogue.Index]) {
    var entries: [(letter: Int, key: String, entry: Entry)] = []
    for index in published where documents[index].id.kind != .catalogue {
      let document = documents[index]
      entries.append(keyed(document.title, Entry(document: index, alias: nil)))
      guard case .actor(let facts) = document.facts else { continue }
      for alias in facts.aliases where folded(alias) != folded(document.title) {
        entries.append(keyed(alias, Entry(document: index, alias: alias)))
      }
    }
    entries.sort {
      ($0.letter, $0.key, $0.entry.document) < ($1.letter, $1.key, $1.entry.document)
    }
    let groups = Dictionary(grouping: entries, by: \.letter)
    letters = groups.keys.sorted().map { place in
      Letter(slug: slugs[place], entries: groups[place]!.map(\.entry))
    }
  }

  /// Whether the entries are too many for one page.
  var isLong: Bool { letters.reduce(0) { $0 + $1.entries.count } > Self.pageLength }
}

extension Alphabet.Letter {
  /// How many pages the letter fills where letters have pages of their own.
  var partCount: Int { (entries.count - 1) / Alphabet.pageLength + 1 }

  func part(_ number: Int) -> ArraySlice<Alphabet.Entry> {
    entries.dropFirst((number - 1) * Alphabet.pageLength).prefix(Alphabet.pageLength)
  }
}

/// The letters in the index's order.
private let slugs = ["0-9"] + "abcdefghijklmnopqrstuvwxyz".map(String.init) + ["autres"]

/// An entry with what it is sorted by: signs before the first word do not count.
private func keyed(
  _ name: String, _ entry: Alphabet.Entry
) -> (letter: Int, key: String, entry: Alphabet.Entry) {
  let key = sortKey(name)
  let word = searchWords(of: key.utf8).first ?? ""
  let letter: Int
  switch word.utf8.first {
  case .some(let byte) where (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte):
    letter = 1 + Int(byte - UInt8(ascii: "a"))
  case .some(let byte) where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte): letter = 0
  default: letter = slugs.count - 1
  }
  return (letter, slug(key), entry)
}

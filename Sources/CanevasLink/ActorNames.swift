import CanevasModel
import CanevasSource

/// The names of actors as they are written, for finding them in texts: one lookup a word,
/// however many actors there are.
///
/// Case and accents count, so that common words are not taken for names. Names of fewer than four
/// letters, and those that several actors share, are left out.
package struct ActorNames: Sendable {
  /// An actor's name in a text.
  package struct Mention: Hashable, Sendable {
    package let actor: Catalogue.Index
    /// Where the name stands, in indices of the searched bytes.
    package let range: Range<Int>
  }

  private struct Name: Sendable {
    let bytes: [UInt8]
    let actor: Catalogue.Index
  }

  /// The names by the hash of their beginnings, each beginning up to the end of a word: those
  /// that end with that word, none when it only leads to longer ones.
  private var beginnings: [UInt64: [Name]] = [:]
  /// Which bytes open a name.
  private var opens = Array(repeating: false, count: 256)

  package var isEmpty: Bool { beginnings.isEmpty }

  init(_ documents: [TypedDocument]) {
    var actors: [String: Set<Catalogue.Index>] = [:]
    for index in documents.indices {
      guard case .actor(let facts) = documents[index].facts else { continue }
      for name in [documents[index].title] + facts.aliases {
        actors[name, default: []].insert(index)
      }
    }
    for (name, indices) in actors {
      guard let actor = indices.first, indices.count == 1 else { continue }
      insert(Name(bytes: Array(name.utf8), actor: actor))
    }
  }

  private mutating func insert(_ name: Name) {
    let bytes = name.bytes[...]
    guard let first = bytes.first, characterLength(bytes, at: 0).isWord,
      letterCount(bytes) >= 4
    else { return }
    opens[Int(first)] = true
    var hash = Hash()
    var end = 0
    while let next = endOfNextWord(bytes, from: end) {
      hash.append(bytes[end..<next])
      beginnings[hash.value, default: []] += []
      end = next
    }
    beginnings[hash.value, default: []].append(name)
  }

  /// The names that stand in a text as whole words, in order; of two at one place, the longer.
  package func mentions(in text: ArraySlice<UInt8>) -> [Mention] {
    var found: [Mention] = []
    var position = text.startIndex
    while position < text.endIndex {
      let (length, isWord) = characterLength(text, at: position)
      guard isWord else {
        position += length
        continue
      }
      if opens[Int(text[position])], let mention = mention(in: text, at: position) {
        found.append(mention)
        position = mention.range.upperBound
      } else {
        position = endOfWord(text, from: position)
      }
    }
    return found
  }

  /// The longest name that opens at a word's start.
  private func mention(in text: ArraySlice<UInt8>, at start: Int) -> Mention? {
    guard !isHyphenated(text, before: start) else { return nil }
    var longest: Mention?
    var hash = Hash()
    var end = start
    while let next = endOfNextWord(text, from: end) {
      hash.append(text[end..<next])
      end = next
      guard let names = beginnings[hash.value] else { break }
      for name in names where text[start...].starts(with: name.bytes) {
        let range = start..<start + name.bytes.count
        guard !isHyphenated(text, after: range.upperBound) else { continue }
        longest = Mention(actor: name.actor, range: range)
      }
    }
    return longest
  }
}

/// A 64-bit FNV-1a hash, made piece by piece.
private struct Hash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }
}

/// How many bytes a character has, and whether it belongs to a word: letters and digits do, the
/// punctuation and spaces beyond ASCII do not.
private func characterLength(
  _ text: ArraySlice<UInt8>, at index: Int
) -> (length: Int, isWord: Bool) {
  switch text[index] {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    (1, true)
  case ..<0x80: (1, false)
  case 0xC2: (2, false)  // no-break space, guillemets
  case 0xE2: (3, false)  // dashes, quotes, thin spaces, arrows
  case 0xC3...0xDF: (2, true)
  case 0xE0...0xEF: (3, true)
  case 0xF0...0xF4: (4, true)
  default: (1, false)
  }
}

private func endOfWord(_ text: ArraySlice<UInt8>, from start: Int) -> Int {
  var index = start
  while index < text.endIndex {
    let (length, isWord) = characterLength(text, at: index)
    guard isWord else { break }
    index += length
  }
  return min(index, text.endIndex)
}

/// Where the first word ends that starts at `start` or behind it; `nil` when there is none.
private func endOfNextWord(_ text: ArraySlice<UInt8>, from start: Int) -> Int? {
  var index = start
  while index < text.endIndex {
    let (length, isWord) = characterLength(text, at: index)
    if isWord { return endOfWord(text, from: index) }
    index += length
  }
  return nil
}

private func letterCount(_ text: ArraySlice<UInt8>) -> Int {
  text.count { $0 >= 0xC3 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 }
}

/// Whether a hyphen ties a word to the one before `index`: « Wallonie » in « Bruxelles-Wallonie ».
private func isHyphenated(_ text: ArraySlice<UInt8>, before index: Int) -> Bool {
  guard index - 2 >= text.startIndex, text[index - 1] == UInt8(ascii: "-") else { return false }
  return text[index - 2] >= 0x80 || characterLength(text, at: index - 2).isWord
}

/// Whether a hyphen ties the word that ends at `index` to another.
private func isHyphenated(_ text: ArraySlice<UInt8>, after index: Int) -> Bool {
  guard index + 1 < text.endIndex, text[index] == UInt8(ascii: "-") else { return false }
  return characterLength(text, at: index + 1).isWord
}

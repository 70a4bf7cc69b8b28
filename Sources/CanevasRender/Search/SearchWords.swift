import CanevasSource

// How search reads text. `templates/search.js` reads queries in the same way; both are held to
// the same examples, `Tests/Fixtures/search/analysis.txt`.

/// The words of a text in UTF-8, folded: runs of letters, marks and figures.
func searchWords(of text: some Sequence<UInt8>) -> [String] {
  let bytes = folded(text)
  var words: [String] = []
  var index = 0
  while index < bytes.count {
    let start = index
    var hasForeign = false
    while index < bytes.count, let length = letterLength(bytes, at: index) {
      hasForeign = hasForeign || length > 1
      index += length
    }
    guard index > start else {
      index += max(1, scalarLength(bytes[index]))
      continue
    }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    words.append(hasForeign ? word.lowercased() : word)
  }
  return words
}

/// What a folded word is found by: the same for its singular and plural, its masculine and
/// feminine, as far as their endings tell.
///
/// A light stemmer in the manner of J. Savoy, “A stemming procedure and stopword list for general
/// French corpora” (1999): words of three letters and less stay; -aux becomes -al (but not -eaux,
/// -yaux); a last s or x falls, then a mute or accented e while five letters stand, then one of a
/// double consonant of six letters and more.
func searchTerm(_ word: String) -> String {
  let length = word.utf16.count
  guard length > 3, let last = word.utf8.last else { return word }
  let isDouble = word.utf8.dropLast().last == last && "lnt".utf8.contains(last)
  guard isDouble || "sxe".utf8.contains(last) else { return word }
  var stem = Array(word.utf8)
  // How many bytes letters beyond ASCII take up: letters are counted, as the script counts them.
  let extra = stem.count - length
  if stem.ends(with: "aux"), !stem.ends(with: "eaux"), !stem.ends(with: "yaux") {
    stem.replaceSubrange((stem.count - 2)..., with: "l".utf8)
  } else if stem.ends(with: "s") || stem.ends(with: "x") {
    stem.removeLast()
  }
  while stem.count - extra > 4, stem.ends(with: "e") { stem.removeLast() }
  if stem.count - extra > 5, stem.last == stem[stem.count - 2],
    "lnst".utf8.contains(stem[stem.count - 1])
  {
    stem.removeLast()
  }
  return String(decoding: stem, as: UTF8.self)
}

/// The terms of a text, in its order.
package func searchTerms(of text: String) -> [String] {
  searchWords(of: text.utf8).map(searchTerm)
}

/// Words that say nothing of a text, and what stands before an apostrophe: search looks for them in
/// titles alone.
package let stopWords = Set(
  """
  a ai as au aux avec ce ces cet cette comme dans de des dont du elle elles en entre est et etre eux
  il ils je la le les leur leurs lui ma mais me mes moi mon ne ni nos notre nous on ont ou par pas
  plus pour que qui sa sans se ses si son sont sous sur ta te tes toi ton tu un une vers vos votre
  vous y c d j jusqu l lorsqu m n puisqu qu quoiqu s t
  """.split(whereSeparator: \.isWhitespace).map(String.init))

/// The length of the letter, mark or figure at a place of folded text, in bytes.
private func letterLength(_ bytes: [UInt8], at index: Int) -> Int? {
  let byte = bytes[index]
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): return 1
  case ..<0x80: return nil
  default:
    let sequence = bytes[index..<min(bytes.count, index + max(1, scalarLength(byte)))]
    guard let scalar = String(decoding: sequence, as: UTF8.self).unicodeScalars.first else {
      return nil
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      return sequence.count
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol, .spaceSeparator, .lineSeparator, .paragraphSeparator,
      .control, .format, .surrogate, .privateUse, .unassigned:
      return nil
    @unknown default: return nil
    }
  }
}

/// How many bytes the scalar has that opens with `lead`.
private func scalarLength(_ lead: UInt8) -> Int {
  switch lead {
  case 0xC2...0xDF: 2
  case 0xE0...0xEF: 3
  case 0xF0...0xF4: 4
  default: 1
  }
}

extension [UInt8] {
  fileprivate func ends(with suffix: StaticString) -> Bool {
    let length = suffix.utf8CodeUnitCount
    return count >= length
      && suffix.withUTF8Buffer { self[(count - length)...].elementsEqual($0) }
  }
}

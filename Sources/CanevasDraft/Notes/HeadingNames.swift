import CanevasCheck
import CanevasModel
import CanevasSource

/// The place in a draft that a heading of the notes stands for.
struct DraftPlace: Hashable {
  let section: SectionName
  /// The part of it.
  var part: SectionPart?
}

/// The headings of a kind as notes may write them.
struct HeadingNames {
  /// The canonical headings, and those of parts, by `headingKey`.
  private var whole: [String: DraftPlace] = [:]
  /// What they are called for short, by `shortKey`.
  private var short: [String: DraftPlace] = [:]

  init(_ sections: [SectionName]) {
    var shared: Set<String> = []
    for section in sections + [.unsorted] {
      let place = DraftPlace(section: section)
      whole[headingKey(section.heading)] = place
      for key in Set(shortNames(of: section.heading).union(section.commonNames).map(shortKey)) {
        if short.updateValue(place, forKey: key) != nil { shared.insert(key) }
      }
    }
    for key in shared { short[key] = nil }
    for section in sections {
      for part in SectionPart.all(of: section) {
        let place = DraftPlace(section: section, part: part)
        whole[headingKey(part.heading)] = whole[headingKey(part.heading)] ?? place
        short[shortKey(part.heading)] = place
      }
    }
  }

  /// The heading that a text is, but for case, accents, apostrophes, spaces around `/` and a colon.
  func exact(_ text: String) -> DraftPlace? { whole[headingKey(text)] }

  /// The heading that a text is but for a slip or two, or that it is short for.
  func near(_ text: String) -> DraftPlace? {
    let key = headingKey(text)
    guard key.utf8.count >= 5, key.utf8.count <= 60, !key.contains("--"), !key.contains(">")
    else { return nil }
    if let place = short[shortKey(text)] { return place }
    let typed = Array(key.utf8)
    let slips = whole.filter { known, _ in
      let most = min(2, known.utf8.count / 4)
      return editDistance(typed, Array(known.utf8), atMost: most) <= most
    }
    return slips.count == 1 ? slips.first?.value : nil
  }

  /// The heading whose words, three at least, a text has in their order, with a few more.
  func padded(_ text: String) -> DraftPlace? {
    let typed = headingKey(text).split(separator: " ")
    guard (3...16).contains(typed.count), !text.contains("--"), !text.contains(">") else {
      return nil
    }
    let found = whole.filter { known, _ in
      let words = known.split(separator: " ")
      var rest = typed[...]
      let isThere = words.allSatisfy { word in
        rest = rest.drop { $0 != word }
        return rest.popFirst() != nil
      }
      return isThere && words.count >= 3 && typed.count <= words.count + 3
    }
    return found.count == 1 ? found.first?.value : nil
  }

  /// Whether a text is the beginning of a heading, which may go on in the next line.
  func isBeginning(_ text: String) -> Bool {
    let key = headingKey(text)
    return !key.isEmpty && whole.keys.contains { $0.hasPrefix(key) && $0 != key }
  }
}

extension SectionName {
  /// What people call a section in words that its heading does not have.
  fileprivate var commonNames: [String] {
    switch self {
    case .challenge: ["Problème", "Problématique", "Constat", "Besoin"]
    case .customers, .customerSegments: ["Clientèle", "Public cible", "Public", "Bénéficiaire"]
    case .revenue, .revenueSources: ["Recette"]
    case .costs: ["Dépense"]
    case .remarks: ["Remarque"]
    default: []
    }
  }
}

/// What people call a heading for short: the words that one of its parts opens with, and the last.
private func shortNames(of heading: String) -> Set<String> {
  var names: Set<String> = [heading]
  for part in heading.split(separator: "/") {
    let words = part.split(separator: " ")
    for count in 1...max(1, words.count) {
      names.insert(words.prefix(count).joined(separator: " "))
    }
    if let last = words.last { names.insert(String(last)) }
  }
  return names.filter { $0.utf8.count >= 5 }
}

/// `headingKey` without small words, in the singular, which comes to the same as the plural.
private func shortKey(_ text: String) -> String {
  headingKey(text).split(separator: " ").filter { !smallWords.contains($0) }.map { word in
    word.count > 3 && (word.hasSuffix("s") || word.hasSuffix("x")) ? word.dropLast() : word
  }.joined(separator: " ")
}

private let smallWords: Set<Substring> = ["de", "des", "du", "et", "la", "le", "les"]

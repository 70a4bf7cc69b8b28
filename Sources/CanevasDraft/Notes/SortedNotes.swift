import CanevasModel
import CanevasSource

/// The pieces of raw notes in the places of a document.
struct SortedNotes {
  /// A line of metadata: its value, and what the notes call its key where that is another name.
  struct Field {
    let value: String
    let label: String?
  }

  private(set) var title: String?
  /// What stands before the title: « Titre ».
  private(set) var titleLabel: String?
  private(set) var fields: [MetadataKey: Field] = [:]
  /// The places that the notes name, each with what stands there.
  private(set) var places: [DraftPlace: [Passage]] = [:]
  /// What the notes call a section, where that is something else.
  private(set) var aliases: [SectionName: [String]] = [:]
  /// What has no place yet.
  private(set) var unsorted: [Passage] = []

  /// So many headings without a word between them are torn from their texts: the text behind the
  /// last one may be any one's.
  private static let bunch = 4

  init(_ passages: [Passage], kind: Kind, title given: String?) {
    title = given
    var rest = passages[...]
    let opening = subject(of: rest) ?? rest.startIndex
    if let text = titleText(of: rest.dropFirst(opening).first) {
      let (label, first) = labelled(text, Self.titleLabels) ?? (nil, text)
      if given.map({ folded($0) == folded(first) }) ?? true {
        title = given ?? first
        titleLabel = label
        rest.remove(at: opening)
      }
    }
    var place = DraftPlace(section: .unsorted)
    var headings = 0
    for passage in rest {
      switch passage {
      case .heading(let named, let alias):
        place = named
        headings += 1
        // A heading among the pieces parts the lists before and behind it.
        if named.section != .unsorted {
          if places[named, default: []].isEmpty {
            places[named] = []
          } else {
            places[named]?.append(passage)
          }
        }
        if let alias { aliases[named.section, default: []].append(alias) }
        continue
      // A bullet behind which nothing stands.
      case .item(_, ""): continue
      case .otherHeading: place = DraftPlace(section: .unsorted)
      case .field(let key, let name, let value)
      where fields[key] == nil && key.admits(value, in: kind):
        let isKey = folded(name) == folded(key.rawValue)
        fields[key] = Field(value: value, label: isKey ? nil : name)
        continue
      case .field, .item, .paragraph:
        if headings >= Self.bunch { place = DraftPlace(section: .unsorted) }
      }
      headings = 0
      if place.section == .unsorted {
        unsorted.append(passage)
      } else {
        places[place, default: []].append(passage)
      }
    }
  }

  private static let titleLabels: Set = ["titre", "nom", "objet", "sujet", "subject"]
  private static let mailLabels: Set = ["de", "from", "a", "to", "cc", "date", "envoye", "sent"]

  /// Where the subject stands in the lines that open a mail, if the notes are one.
  private func subject(of passages: ArraySlice<Passage>) -> Int? {
    func isLabelled(_ passage: Passage, _ words: Set<String>) -> Bool {
      passage.text.flatMap { labelled($0, words) } != nil
    }
    let header = passages.prefix { isLabelled($0, Self.mailLabels.union(Self.titleLabels)) }
    guard let first = header.first, isLabelled(first, Self.mailLabels) else { return nil }
    return header.firstIndex { isLabelled($0, Self.titleLabels) }
  }

  /// The text of a piece that may be the title of what follows.
  private func titleText(of passage: Passage?) -> String? {
    let text: String
    switch passage {
    case .otherHeading(let heading): text = heading
    case .paragraph(let paragraph): text = paragraph
    case .heading, .field, .item, nil: return nil
    }
    guard text.unicodeScalars.contains(where: \.properties.isAlphabetic) else { return nil }
    let isSentence = text.unicodeScalars.last.map { ".,;:…".unicodeScalars.contains($0) } ?? true
    return isSentence || text.unicodeScalars.count > 100 ? nil : text
  }
}

/// Cuts a label that opens with one of some words off the text behind its colon.
func labelled(_ text: String, _ words: Set<String>) -> (label: String, text: String)? {
  let parts = text.split(separator: ":", maxSplits: 1).map(withoutSpace)
  guard parts.count == 2, !parts[1].isEmpty, isPlainLabel(parts[0]),
    let first = parts[0].split(separator: " ").first, words.contains(folded(String(first)))
  else { return nil }
  return (parts[0], parts[1])
}

/// Whether a label is short, and can stand in a comment.
func isPlainLabel(_ label: String) -> Bool {
  label.utf8.count <= 40 && !label.contains("--") && !label.contains(">")
}

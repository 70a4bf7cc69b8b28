import CanevasModel
import CanevasSource

/// The pieces of raw notes in the places of a document.
struct SortedNotes {
  private(set) var title: String?
  private(set) var fields: [MetadataKey: String] = [:]
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
    if let first = titleText(of: rest.first), given.map({ folded($0) == folded(first) }) ?? true {
      title = given ?? first
      rest.removeFirst()
    }
    var place = DraftPlace(section: .unsorted)
    var headings = 0
    for passage in rest {
      switch passage {
      case .heading(let named, let alias):
        place = named
        headings += 1
        if named.section != .unsorted, places[named] == nil { places[named] = [] }
        if let alias { aliases[named.section, default: []].append(alias) }
        continue
      case .otherHeading: place = DraftPlace(section: .unsorted)
      case .field(let key, _, let value) where fields[key] == nil && key.admits(value, in: kind):
        fields[key] = value
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

  /// The text of a piece that may be the title of what follows.
  private func titleText(of passage: Passage?) -> String? {
    let text: String
    switch passage {
    case .otherHeading(let heading): text = heading
    case .paragraph(let paragraph): text = paragraph
    case .heading, .field, .item, nil: return nil
    }
    let isSentence = text.unicodeScalars.last.map { ".,;:…".unicodeScalars.contains($0) } ?? true
    return isSentence || text.unicodeScalars.count > 100 ? nil : text
  }
}

import CanevasModel
import CanevasSource

/// One piece of raw notes.
enum Passage: Hashable {
  /// A heading of the kind, and what the notes call it where that is something else.
  case heading(DraftPlace, alias: String?)
  /// What looks like a heading and is none of the kind's.
  case otherHeading(String)
  /// A line `Clé : valeur` of a key that the kind has, as it was typed.
  case field(MetadataKey, name: String, value: String)
  case item(Bullet, String)
  case paragraph(String)
}

extension Passage {
  /// The text of a piece that is no heading.
  var text: String? {
    switch self {
    case .heading, .otherHeading: nil
    case .field(_, let name, let value): name + " : " + value
    case .item(_, let text), .paragraph(let text): text
    }
  }

  /// The same with the next line of its text.
  func joined(_ line: String, _ hyphenation: Hyphenation) -> Passage {
    switch self {
    case .heading, .otherHeading: self
    case .field(let key, let name, let value):
      .field(key, name: name, value: hyphenation.joined(value, line))
    case .item(let bullet, let text):
      .item(bullet, text.isEmpty ? line : hyphenation.joined(text, line))
    case .paragraph(let text): .paragraph(hyphenation.joined(text, line))
    }
  }
}

/// Cuts notes into pieces, and puts together what was one piece before its lines were cut.
struct PassageReader {
  private(set) var passages: [Passage] = []

  private let lines: [NotesText.Line]
  private let wrapping: Wrapping
  private let hyphenation: Hyphenation
  private let headings: HeadingReader
  private let kind: Kind
  /// The last line of the piece that is being read.
  private var last: Int?
  private var hasHeading = false

  init(_ lines: [NotesText.Line], kind: Kind, names: HeadingNames) {
    self.lines = lines
    self.kind = kind
    wrapping = Wrapping(lines)
    hyphenation = Hyphenation(lines)
    headings = HeadingReader(lines: lines, names: names)
    var index = 0
    while index < lines.count {
      index = lines[index].isBlank ? index + 1 : read(index)
    }
  }

  /// Reads the piece that opens at a line, or adds the line to the one before; gives the next line.
  private mutating func read(_ index: Int) -> Int {
    let isMore = continues(index)
    if !(isMore && opensInLowerCase(lines[index].text)), let found = headings.heading(at: index) {
      hasHeading = true
      passages.append(.heading(found.place, alias: found.alias))
      last = nil
      if !found.rest.isEmpty { open(.paragraph(found.rest), found.end - 1) }
      return found.end
    }
    let text = lines[index].text
    if let field = field(text) {
      open(field, index)
    } else if let (bullet, rest) = Bullet.read(text) {
      open(.item(bullet, rest), index)
    } else if isMore, let open = passages.popLast() {
      passages.append(open.joined(text, hyphenation))
      last = index
    } else if let other = headings.otherHeading(at: index) {
      passages.append(.otherHeading(other))
      last = nil
    } else {
      open(.paragraph(text), index)
    }
    return index + 1
  }

  private mutating func open(_ passage: Passage, _ line: Int) {
    passages.append(passage)
    last = line
  }

  /// Whether a line goes on with the piece before it.
  private func continues(_ index: Int) -> Bool {
    guard let last, let open = passages.last else { return false }
    switch open {
    case .heading, .otherHeading: return false
    // The bullet stood alone on its line.
    case .item(_, ""): return index - last <= 2
    case .item: return wrapping.isWrapped(last, index, atLeast: 10)
    case .field, .paragraph: return wrapping.isWrapped(last, index, atLeast: 30)
    }
  }

  /// A line of metadata: at the head of the notes any, with or without a bullet; under a heading,
  /// where a line may just look like one, only a word of a closed list.
  private func field(_ text: String) -> Passage? {
    let bare = hasHeading ? text : Bullet.read(text)?.text ?? text
    let parts = bare.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let (name, value) = (withoutSpace(parts[0]), withoutSpace(parts[1]))
    guard let key = MetadataKey(named: name, of: kind), !value.isEmpty,
      ![.formerName, .rules, .reviewed].contains(key)
    else { return nil }
    if hasHeading {
      guard case .words = key.shape(in: kind), key.admits(value, in: kind) else { return nil }
    }
    return .field(key, name: name, value: value)
  }
}

extension MetadataKey {
  /// Whether a text can be read as the key's value.
  func admits(_ value: String, in kind: Kind) -> Bool {
    switch shape(in: kind) {
    case .words(let words): words.contains { folded($0) == folded(value) }
    case .date: PartialDate(value) != nil
    case .duration: Duration(value) != nil
    case .free: !value.isEmpty
    }
  }
}

/// A text without the spaces at its ends.
func withoutSpace(_ text: Substring) -> String {
  var text = text.drop { $0 == " " }
  while text.last == " " { text.removeLast() }
  return String(text)
}

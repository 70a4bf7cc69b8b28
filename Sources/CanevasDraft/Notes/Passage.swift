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

  /// The same with another text; a field's is its value.
  func with(_ text: String) -> Passage {
    switch self {
    case .heading, .otherHeading: self
    case .field(let key, let name, _): .field(key, name: name, value: text)
    case .item(let bullet, _): .item(bullet, text)
    case .paragraph: .paragraph(text)
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
  /// The last line of the piece that is being read, and its text so far.
  private var last: Int?
  private var text = ""
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
    close()
  }

  /// Reads the piece that opens at a line, or adds the line to the one before; gives the next line.
  private mutating func read(_ index: Int) -> Int {
    let isMore = continues(index)
    let isRunning = isMore && opensInLowerCase(lines[index].text)
    if let found = headings.heading(at: index), !isRunning || found.isSure {
      hasHeading = true
      close()
      passages.append(.heading(found.place, alias: found.alias))
      if !found.rest.isEmpty { open(.paragraph(""), found.rest, found.end - 1) }
      return found.end
    }
    let line = lines[index].text
    if let (field, value) = field(line) {
      open(field, value, index)
    } else if let (bullet, rest) = Bullet.read(line) {
      open(.item(bullet, ""), rest, index)
    } else if isMore {
      if text.isEmpty { text = line } else { hyphenation.append(line, to: &text) }
      last = index
    } else if let other = headings.otherHeading(at: index) {
      close()
      passages.append(.otherHeading(other))
    } else {
      open(.paragraph(""), line, index)
    }
    return index + 1
  }

  private mutating func open(_ passage: Passage, _ text: String, _ line: Int) {
    close()
    passages.append(passage)
    self.text = text
    last = line
  }

  /// Ends the piece that is being read.
  private mutating func close() {
    if last != nil, let open = passages.popLast() { passages.append(open.with(text)) }
    last = nil
    text = ""
  }

  /// Whether a line goes on with the piece before it.
  private func continues(_ index: Int) -> Bool {
    guard let last, let open = passages.last else { return false }
    switch open {
    case .heading, .otherHeading: return false
    // The bullet stood alone on its line.
    case .item where text.isEmpty: return index - last <= 2
    case .item: return wrapping.isWrapped(last, index, isItem: true)
    case .field, .paragraph: return wrapping.isWrapped(last, index, isItem: false)
    }
  }

  /// A line of metadata: at the head of the notes any, with or without a bullet; under a heading,
  /// where a line may just look like one, only a word of a closed list.
  private func field(_ text: String) -> (Passage, value: String)? {
    let bare = hasHeading ? text : Bullet.read(text)?.text ?? text
    let parts = bare.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let (name, value) = (withoutSpace(parts[0]), withoutSpace(parts[1]))
    guard let key = MetadataKey(label: name, of: kind), !value.isEmpty,
      ![.formerName, .rules, .reviewed].contains(key)
    else { return nil }
    if hasHeading {
      guard case .words = key.shape(in: kind), key.admits(value, in: kind) else { return nil }
    }
    return (.field(key, name: name, value: ""), value)
  }
}

extension MetadataKey {
  /// The key of a name, or of what notes may write for it: « Date de début », « Titre du projet ».
  fileprivate init?(label: String, of kind: Kind) {
    if let key = MetadataKey(named: label, of: kind) {
      self = key
      return
    }
    let words = label.split(separator: " ").map(String.init)
    guard words.count == 3, isPlainLabel(label),
      ["date", "titre", "nom", "type"].contains(folded(words[0])),
      ["de", "du"].contains(folded(words[1])),
      let key = MetadataKey(named: words[2], of: kind)
    else { return nil }
    self = key
  }

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

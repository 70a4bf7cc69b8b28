import CanevasModel
import CanevasSource

/// Finds the headings among the lines of raw notes.
struct HeadingReader {
  let lines: [NotesText.Line]
  let names: HeadingNames

  /// A heading of the kind.
  struct Found {
    let place: DraftPlace
    /// What the notes call it, where that is more than another spelling.
    var alias: String?
    /// Whether it is one even where a sentence might go on with its words.
    var isSure = false
    /// The text behind it on its line.
    var rest = ""
    /// The line after it.
    let end: Int
  }

  /// The heading that opens at a line: alone on it, over two or three, or before a colon.
  func heading(at index: Int) -> Found? {
    let line = Candidate(lines[index].text)
    if let found = whole(line, at: index) { return found }
    guard let colon = line.text.firstIndex(of: ":"), line.opensLikeOne else { return nil }
    let name = withoutSpace(line.text[..<colon])
    let rest = withoutSpace(line.text[line.text.index(after: colon)...])
    guard !rest.isEmpty else { return nil }
    if let place = names.exact(name), !line.isItem || name.contains(" ") {
      return Found(place: place, rest: rest, end: index + 1)
    }
    guard !line.isItem, let place = names.near(name) else { return nil }
    return Found(place: place, alias: name, rest: rest, end: index + 1)
  }

  private func whole(_ line: Candidate, at index: Int) -> Found? {
    guard !line.isItem else { return nil }
    if let found = wrapped(line.text, at: index) { return found }
    if let place = names.exact(line.text) {
      let isSure = standsApart(index) && line.text.contains(" ")
      return Found(place: place, isSure: isSure, end: index + 1)
    }
    guard line.isMarked || line.opensLikeOne && (standsApart(index) || isNumberedAlone(index)),
      !endsText(line.text)
    else { return nil }
    if let place = names.near(line.text) {
      return Found(place: place, alias: withoutColon(line.text), end: index + 1)
    }
    return line.isMarked ? padded(line.text, at: index) : nil
  }

  /// A heading with a few more words in it, on one line or over two that are both marked.
  private func padded(_ text: String, at index: Int) -> Found? {
    if let place = names.padded(text) {
      return Found(place: place, alias: withoutColon(text), end: index + 1)
    }
    var next = index + 1
    if next < lines.count, lines[next].isBlank { next += 1 }
    guard next < lines.count, Candidate(lines[next].text).isMarked,
      let place = names.padded(text + " " + lines[next].text)
    else { return nil }
    return Found(
      place: place, alias: withoutColon(text + " " + lines[next].text), end: next + 1)
  }

  private func withoutColon(_ text: String) -> String {
    text.hasSuffix(":") ? withoutSpace(text.dropLast()) : text
  }

  /// A heading over several lines, with a blank one between them at most.
  private func wrapped(_ text: String, at index: Int) -> Found? {
    var text = text
    var next = index + 1
    for _ in 0..<2 where names.isBeginning(text) {
      if next < lines.count, lines[next].isBlank { next += 1 }
      guard next < lines.count, !lines[next].isBlank else { return nil }
      text += " " + lines[next].text
      next += 1
      if let place = names.exact(text) { return Found(place: place, end: next) }
    }
    return nil
  }

  /// What looks like a heading and is none of the kind's: marked as one, or in capitals on a line
  /// of its own.
  func otherHeading(at index: Int) -> String? {
    let line = Candidate(lines[index].text)
    let letters = line.text.unicodeScalars.count { $0.properties.isAlphabetic }
    guard !line.isItem, letters > 0, line.text.utf8.count <= 120 else { return nil }
    if line.hasHash { return line.title }
    let isTitle = line.isInCapitals && letters >= 8 && standsApart(index) && !endsText(line.text)
    return isTitle ? line.title : nil
  }

  /// Whether nothing stands right above a line.
  private func standsApart(_ index: Int) -> Bool {
    index == 0 || lines[index - 1].isBlank || lines[index].opensPage
  }

  /// Whether a line has a number, the lines above and below have none of its kind, and text stands
  /// below it.
  private func isNumberedAlone(_ index: Int) -> Bool {
    /// What stands behind a line's number.
    func mark(_ index: Int) -> Character? {
      guard lines.indices.contains(index),
        case .number(let typed)? = Bullet.read(lines[index].text)?.bullet
      else { return nil }
      return typed.last
    }
    guard let own = mark(index), index + 1 < lines.count, !lines[index + 1].isBlank
    else { return false }
    return mark(index - 1) != own && mark(index + 1) != own
  }

  private func endsText(_ text: String) -> Bool {
    text.unicodeScalars.last.map { ".,;!?…".unicodeScalars.contains($0) } ?? false
  }
}

/// A line as a heading would be: without number and marks.
private struct Candidate {
  private(set) var text: String
  /// The text with its number.
  private let whole: String
  private(set) var hasHash = false
  private(set) var isItem = false
  private var isBold = false
  private var isBoldThroughout = false

  init(_ line: String) {
    text = line
    if line.hasPrefix("#") {
      text = withoutSpace(line.drop { $0 == "#" })
      hasHash = true
    }
    whole = text
    switch Bullet.read(text) {
    case (.number, let rest)?: text = rest
    case (.sign, let rest)?:
      text = rest
      isItem = true
    case nil: break
    }
    for mark in ["**", "__"] where text.hasPrefix(mark) {
      let inside = text.dropFirst(2)
      guard let end = inside.firstRange(of: mark) else { continue }
      let rest = inside[end.upperBound...]
      text = withoutSpace(inside[..<end.lowerBound] + rest)
      isBold = true
      isBoldThroughout = rest.isEmpty
    }
  }

  /// The text as a heading that is none of the kind's.
  var title: String { isBoldThroughout ? text : whole }

  var isInCapitals: Bool {
    var letters = 0
    var capitals = 0
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
      letters += 1
      if !scalar.properties.isLowercase { capitals += 1 }
    }
    return letters >= 5 && capitals * 10 >= letters * 9
  }

  /// Whether something says that the line is a heading.
  var isMarked: Bool {
    hasHash || isBold || isInCapitals || text.last == ":" && opensWithCapital
  }

  /// Whether the line opens as headings do.
  var opensLikeOne: Bool { isMarked || opensWithCapital }

  private var opensWithCapital: Bool {
    text.unicodeScalars.first?.properties.isUppercase ?? false
  }
}

import CanevasCheck
import CanevasModel
import CanevasSource

/// Writes sorted notes as Markdown.
struct DraftWriter {
  private(set) var text = ""

  private let notes: SortedNotes
  private let kind: Kind
  private let model: CanvasModel

  init(_ notes: SortedNotes, kind: Kind, model: CanvasModel, pageNumbers: [String]) {
    self.notes = notes
    self.kind = kind
    self.model = model
    block("# " + (notes.title.map(escapedHeading) ?? placeholder))
    if let label = notes.titleLabel { block(remark([label])) }
    let lines = head.lines
    if !lines.isEmpty { block(lines.joined(separator: "\n")) }
    for section in kind.sections(in: model) ?? [] { write(section) }
    if !notes.unsorted.isEmpty {
      // Where headings are free, nothing is out of its place.
      if !kind.hasFreeHeadings { block("## " + SectionName.unsorted.heading) }
      write(notes.unsorted)
    }
    if !pageNumbers.isEmpty {
      block("<!-- Pages des notes : \(pageNumbers.joined(separator: ", ")) -->")
    }
  }

  private var head: HeadLines {
    var head = HeadLines(kind: kind)
    head.values = notes.fields.mapValues { field in
      escaped(field.value) + (field.label.map { " <!-- \($0) -->" } ?? "")
    }
    if kind == .canvas, model != .circular { head.values[.model] = model.rawValue }
    return head
  }

  /// Appends a block, with a blank line between it and the one before.
  private mutating func block(_ markdown: String) {
    if !text.isEmpty { text += "\n" }
    text += markdown + "\n"
  }

  private mutating func write(_ section: SectionName) {
    let places =
      [DraftPlace(section: section)]
      + SectionPart.all(of: section).map { DraftPlace(section: section, part: $0) }
    guard places.contains(where: { notes.places[$0] != nil }) else { return }
    block("## " + section.heading)
    if let aliases = notes.aliases[section] { block(remark(aliases)) }
    if places.allSatisfy({ notes.places[$0, default: []].isEmpty }) {
      block(section.blankBody(isNeeded: isNeeded(section)))
    }
    for place in places {
      guard let passages = notes.places[place] else { continue }
      if let part = place.part { block("### " + part.heading) }
      write(section.takesItems ? asItems(passages) : passages, isAgenda: section.shape == .steps)
    }
  }

  /// What the notes call something: it is not to be lost, and not to be read either.
  private func remark(_ names: [String]) -> String {
    let list = names.map { "« \($0) »" }.joined(separator: ", ")
    return "<!-- Dans les notes : \(list) -->"
  }

  private func isNeeded(_ section: SectionName) -> Bool {
    (kind == .canvas ? model.neededByIdea : kind.requiredSections).contains(section)
  }

  /// An item's text. What notes have in parentheses before the colon of a step is its duration only
  /// where it can be read as one.
  private func item(_ text: String, _ isStep: Bool) -> String {
    let escaped = escapedParagraph(text)
    guard isStep, let colon = escaped.firstIndex(of: ":"),
      let open = escaped[..<colon].lastIndex(of: "("),
      let close = escaped[open..<colon].lastIndex(of: ")"),
      Duration(String(escaped[escaped.index(after: open)..<close])) == nil
    else { return escaped }
    return escaped[..<open] + "\\" + escaped[open...]
  }

  /// Where there are items only, each paragraph is one if none is marked as such.
  private func asItems(_ passages: [Passage]) -> [Passage] {
    let hasItems = passages.contains { if case .item = $0 { true } else { false } }
    return hasItems ? passages : passages.compactMap { $0.text.map { .item(.sign("-"), $0) } }
  }

  private mutating func write(_ passages: [Passage], isAgenda: Bool = false) {
    var list = ListMarkers()
    for passage in passages {
      switch passage {
      case .item(let bullet, let itemText):
        if list.isOpened(by: bullet) { text += "\n" }
        text += list.marker(for: bullet) + item(itemText, isAgenda) + "\n"
        continue
      case .heading:
        list.startAnew()
        continue
      case .otherHeading(let heading): block("### " + escapedHeading(heading))
      case .field, .paragraph: block(escapedParagraph(passage.text ?? ""))
      }
      list = ListMarkers()
    }
  }
}

/// The markers of a list's items. A sign that the list has not had opens a deeper level, also
/// below a number; numbers are at the first level.
private struct ListMarkers {
  /// The width of the number that the signs stand below.
  private var number = 0
  private var signs: [Unicode.Scalar] = []
  /// What the open list at the first level is made of: `-`, or what stands behind its numbers.
  private var opener: Character?

  /// What follows is at the first level again.
  mutating func startAnew() {
    number = 0
    signs = []
  }

  /// Whether an item opens a list at the first level.
  func isOpened(by bullet: Bullet) -> Bool {
    switch bullet {
    case .number(let typed): opener != typed.last
    case .sign: opener == nil || number == 0 && opener != "-"
    }
  }

  mutating func marker(for bullet: Bullet) -> String {
    switch bullet {
    case .number(let typed):
      number = typed.utf8.count + 1
      opener = typed.last
      signs = []
      return typed + " "
    case .sign(let sign):
      if number == 0 { opener = "-" }
      if let level = signs.firstIndex(of: sign) {
        signs.removeSubrange((level + 1)...)
      } else if signs.count < 4 {
        signs.append(sign)
      }
      return String(repeating: " ", count: number + 2 * (signs.count - 1)) + "- "
    }
  }
}

extension SectionName {
  /// Whether the section's text is read as items.
  fileprivate var takesItems: Bool {
    switch shape {
    case .items, .propositions, .revenue, .indicators, .flows, .offering, .forces, .evaluation,
      .steps, .votes:
      true
    case .challenge, .prose: false
    }
  }
}

extension Kind {
  /// Whether authors choose the headings themselves.
  fileprivate var hasFreeHeadings: Bool { sections(in: .circular) == nil }
}

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
    head.values = notes.fields.mapValues(escaped)
    if kind == .canvas, model != .circular { head.values[.model] = model.rawValue }
    return head
  }

  /// Appends a block, with a blank line between it and the one before.
  private mutating func block(_ markdown: String) {
    if !text.isEmpty { text += "\n" }
    text += markdown + "\n"
  }

  private mutating func write(_ section: SectionName) {
    let places = [DraftPlace(section: section)]
      + SectionPart.all(of: section).map { DraftPlace(section: section, part: $0) }
    guard places.contains(where: { notes.places[$0] != nil }) else { return }
    block("## " + section.heading)
    if let aliases = notes.aliases[section] {
      let names = aliases.map { "« \($0) »" }.joined(separator: ", ")
      block("<!-- Dans les notes : \(names) -->")
    }
    if places.allSatisfy({ notes.places[$0, default: []].isEmpty }) {
      block(section.blankBody(isNeeded: isNeeded(section)))
    }
    for place in places {
      guard let passages = notes.places[place] else { continue }
      if let part = place.part { block("### " + part.heading) }
      write(section.takesItems ? asItems(passages) : passages)
    }
  }

  private func isNeeded(_ section: SectionName) -> Bool {
    (kind == .canvas ? model.neededByIdea : kind.requiredSections).contains(section)
  }

  /// Where there are items only, each paragraph is one if none is marked as such.
  private func asItems(_ passages: [Passage]) -> [Passage] {
    let texts = passages.compactMap { passage -> String? in
      if case .item = passage { return nil }
      return passage.text
    }
    guard texts.count == passages.count else { return passages }
    return texts.map { .item(.sign("-"), $0) }
  }

  private mutating func write(_ passages: [Passage]) {
    var list = ItemIndentation()
    for passage in passages {
      switch passage {
      // A bullet behind which nothing stands.
      case .item(_, ""): continue
      case .item(let bullet, let itemText):
        if list.isOpened(by: bullet) { text += "\n" }
        text += list.marker(for: bullet) + escapedParagraph(itemText) + "\n"
        continue
      case .otherHeading(let heading): block("### " + escapedHeading(heading))
      case .heading, .field, .paragraph: block(escapedParagraph(passage.text ?? ""))
      }
      list = ItemIndentation()
    }
  }
}

/// The markers of a list's items. A sign that the list has not had opens a deeper level, also
/// below a number; numbers are at the first level.
private struct ItemIndentation {
  /// The width of the number that the signs stand below.
  private var number = 0
  private var signs: [Unicode.Scalar] = []

  /// Whether an item opens a list at the first level.
  func isOpened(by bullet: Bullet) -> Bool {
    switch bullet {
    case .number: number == 0
    case .sign: number == 0 && signs.isEmpty
    }
  }

  mutating func marker(for bullet: Bullet) -> String {
    switch bullet {
    case .number(let typed):
      number = typed.utf8.count + 1
      signs = []
      return typed + " "
    case .sign(let sign):
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

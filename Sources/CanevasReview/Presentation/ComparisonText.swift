import CanevasCheck
import CanevasModel
package import CanevasReport
package import CanevasSource

/// A comparison as a reviewer reads it in a terminal: document by document, section by section, a
/// change a paragraph, with `file:line` at its end; the counts in the last line.
package struct ComparisonText: Sendable {
  private let screen: Screen
  private let language: MessageLanguage

  /// Where there is no terminal, lines are those of one of 80 columns.
  package init(on screen: Screen, in language: MessageLanguage) {
    self.screen = screen
    self.language = language
  }

  /// How wide lines are where nothing says how wide they may be.
  private static let usualWidth = 80
  private static let leastWidth = 40

  private var width: Int { max(Self.leastWidth, screen.width ?? Self.usualWidth) }

  package func bytes(of comparison: CatalogueComparison) -> [UInt8] {
    var text = TerminalText(isColoured: screen.isColoured)
    for document in comparison.documents {
      write(document, to: &text)
      text.endLine()
    }
    for group in (comparison.sideEffects ?? []).byKind {
      write(StyledText(group.kind.heading[language], .strong), indent: 0, to: &text)
      text.endLine()
      for (effect, others) in group.effects {
        let words = effect.shown(in: language) + SideEffectGroup.others(others)[language]
        write(StyledText(words), at: effect.place, 2, hanging: 2, to: &text)
      }
      text.endLine()
    }
    write(StyledText(comparison.summary[language], .strong), indent: 0, to: &text)
    return text.bytes
  }

  private func write(_ comparison: DocumentComparison, to text: inout TerminalText) {
    write(StyledText(comparison.document.title, .strong), at: comparison.path, 0, to: &text)
    if let former = comparison.formerPath {
      write(
        StyledText(Bilingual("renommé : \(former)", "renamed: \(former)")[language], .hunk),
        indent: 2, to: &text)
    }
    let lines = ComparisonLines(comparison)
    for (obstacle, isNew) in [(comparison.oldObstacle, false), (comparison.newObstacle, true)] {
      guard let obstacle else { continue }
      let version = isNew ? nil : Bilingual("avant : ", "before: ")
      write(
        StyledText("! " + (version?[language] ?? "") + obstacle.message[language], .warning),
        at: lines.place(of: obstacle.location, isNew: isNew), 2, to: &text)
    }
    switch comparison.fate {
    case .added: write(account(comparison, .added), indent: 2, to: &text)
    case .removed: write(account(comparison, .removed), indent: 2, to: &text)
    case .same:
      write(StyledText(CatalogueComparison.noChange[language]), indent: 2, to: &text)
    case .changed:
      if comparison.isHidden {
        let words = Bilingual(
          "le contenu diffère, mais une version est illisible",
          "the contents differ, but one version cannot be read")
        write(StyledText(words[language], .warning), indent: 2, to: &text)
      }
      write(comparison.changes, lines, to: &text)
    }
  }

  /// A document that came or went, in short.
  private func account(
    _ comparison: DocumentComparison, _ style: TerminalText.Style
  ) -> StyledText {
    let isAdded = style == .added
    let kind = comparison.document.id.kind.nouns.one[language]
    let account = comparison.account
    let counts = [
      (account.sections, Bilingual("section", "section")),
      (account.items, Bilingual("élément", "item")), (account.words, Bilingual("mot", "word")),
    ].filter { $0.0 > 0 }.map { Words.counted($0.0, $0.1)[language] }
    let words =
      isAdded
      ? Bilingual("nouveau document (\(kind))", "new document (\(kind))")
      : Bilingual("document retiré (\(kind))", "document removed (\(kind))")
    let colon = Bilingual(" : ", ": ")[language]
    return StyledText(
      (isAdded ? "+ " : "- ") + words[language]
        + (counts.isEmpty ? "" : colon + counts.joined(separator: ", ")), style)
  }

  /// The changes under the headings that lead to them.
  private func write(
    _ changes: [Change], _ lines: ComparisonLines, to text: inout TerminalText
  ) {
    var current: [String] = []
    for change in changes {
      let headings = change.shownHeadings
      if headings != current {
        text.endLine()
        write(StyledText(headings.joined(separator: " › "), .strong), indent: 2, to: &text)
        current = headings
      }
      let words = ChangeText(change, language: language, isColoured: screen.isColoured)
      write(words.opening, at: lines.place(of: change), 2, hanging: 2, to: &text)
      for detail in words.details { write(detail, indent: 6, to: &text) }
    }
  }
}

// Lines.
extension ComparisonText {
  /// Writes a paragraph with a place at the end of its last line, or on a line of its own.
  private func write(
    _ paragraph: StyledText, at place: String, _ indent: Int, hanging: Int = 0,
    to text: inout TerminalText
  ) {
    let used = write(paragraph, indent: indent, hanging: hanging, endsLine: false, to: &text)
    let length = columns(of: place)
    var room = width - used
    if length + 2 > room {
      text.endLine()
      room = width
    }
    text.write(String(repeating: " ", count: max(0, room - length)))
    text.write(place, .frame)
    text.endLine()
  }

  /// Writes a paragraph; gives the columns that its last line takes.
  @discardableResult
  private func write(
    _ paragraph: StyledText, indent: Int, hanging: Int = 0, endsLine: Bool = true,
    to text: inout TerminalText
  ) -> Int {
    let lines = paragraph.lines(toColumns: width - indent - hanging)
    var used = 0
    for (number, line) in lines.enumerated() {
      if number > 0 { text.endLine() }
      let margin = indent + (number > 0 ? hanging : 0)
      text.write(String(repeating: " ", count: margin))
      text.write(line)
      used = margin + line.columnCount
    }
    if endsLine { text.endLine() }
    return used
  }
}

extension Change {
  /// The headings that a change is shown under: a section's own among them.
  var shownHeadings: [String] {
    guard subject == .section, let text = (new ?? old)?.text else { return headings }
    return headings + [text]
  }
}

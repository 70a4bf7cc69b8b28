import CanevasCheck
import CanevasModel
import CanevasSource
import CanevasSyntax

extension EditorQuery {
  /// What may be written at an offset, in the order in which it is offered.
  package func completions(at offset: Int) -> [Completion] {
    candidates(at: offset).preselectingOne
  }

  private func candidates(at offset: Int) -> [Completion] {
    let line = CursorLine(file, at: place(offset))
    if let waiver = waiverCompletions(line) { return waiver }
    guard !isLiteral(line.cursor) else { return [] }
    if let start = line.destination { return destinationCompletions(line, from: start) }
    if let heading = line.heading { return headingCompletions(line, heading) }
    if line.isBlank { return blankLineCompletions(line) }
    if let item = line.item {
      return isInMetadata(line)
        ? metadataCompletions(line, item) : itemCompletions(line, textFrom: item.text)
    }
    return proseCompletions(line, from: line.range.lowerBound)
  }

  /// A completion that takes the place of what was typed from `start` on.
  func completion(
    _ label: String, _ kind: Completion.Kind, detail: String = "", documentation: String = "",
    _ line: CursorLine, from start: Int, to end: Int? = nil, text: String,
    isPreselected: Bool = false
  ) -> Completion {
    Completion(
      label: label, kind: kind, detail: detail, documentation: documentation,
      edit: TextEdit(
        ByteRange(min(start, line.cursor), max(end ?? line.cursor, line.cursor)), text),
      filterText: line.typed(from: start), isPreselected: isPreselected)
  }

  /// The candidates whose names match what was typed, in their order.
  func matching<Candidate>(
    _ candidates: [Candidate], _ typed: String, by names: (Candidate) -> [String]
  ) -> [Candidate] {
    let pattern = Pattern(typed)
    return candidates.filter { pattern.best(of: names($0)) != nil }
  }

  /// Whether a place is in code or in raw HTML, where nothing is offered.
  private func isLiteral(_ place: Int) -> Bool {
    var blocks = Array(document.document.blocks)
    while let block = blocks.first(where: {
      $0.range.lowerBound < place && place < $0.range.upperBound
    }) {
      switch block.kind {
      case .codeBlock, .htmlBlock: return true
      default: blocks = Array(block.children)
      }
    }
    return false
  }

  /// The section that a line belongs to: the one whose heading stands above it.
  func section(above line: CursorLine) -> Section? {
    let place = document.sections.place {
      $0.heading.range.lowerBound < line.range.lowerBound
    }
    return place > 0 ? document.sections[place - 1] : nil
  }

  /// The level-3 heading that a line stands under, in its section.
  func part(above line: CursorLine) -> SectionPart? {
    guard let section = section(above: line), let name = section.name else { return nil }
    let heading = document.anchors.last {
      section.range.contains($0.heading.range)
        && $0.heading.range.upperBound <= line.range.lowerBound
        && $0.heading.range != section.heading.range
    }
    guard let heading else { return nil }
    let key = headingKey(heading.heading.text.plain)
    return SectionPart.all(of: name).first { headingKey($0.heading) == key }
  }

  /// Codes of rules behind the word that opens a waiver; `nil` elsewhere.
  private func waiverCompletions(_ line: CursorLine) -> [Completion]? {
    let keyword = Array("<!-- canevas-ignore ".utf8)
    let before = line.before
    guard
      let start = before.indices.last(where: { before[$0...].starts(with: keyword) }).map({
        $0 + keyword.count
      })
    else { return nil }
    let typed = line.typed(from: start)
    guard !typed.utf8.contains(where: { isWhiteSpace($0) || $0 == UInt8(ascii: ":") }) else {
      return []
    }
    let rules = matching(Rule.all, typed) { [$0.code] }.filter {
      $0.documentation.severity != .error
    }
    return rules.map { rule in
      completion(
        rule.code, .rule, detail: rule.documentation.severity.words[language],
        documentation: rule.documentation.summary[language], line, from: start, text: rule.code)
    }
  }
}

extension [Completion] {
  /// The same completions, the first of those that belong to the place preselected alone.
  fileprivate var preselectingOne: [Completion] {
    let first = firstIndex(where: \.isPreselected)
    return enumerated().map { number, completion in
      completion.isPreselected && number != first ? completion.unselected : completion
    }
  }
}

extension Completion {
  fileprivate var unselected: Completion {
    Completion(
      label: label, kind: kind, detail: detail, documentation: documentation, edit: edit,
      filterText: filterText, isPreselected: false)
  }
}

import CanevasCheck
import CanevasModel
import CanevasSource
import CanevasSyntax

extension EditorQuery {
  /// The title, sections or parts that a line of `#` may become.
  func headingCompletions(
    _ line: CursorLine, _ heading: (level: Int, start: Int, text: Int)
  ) -> [Completion] {
    let isTyped = line.typed(from: heading.text)
    switch heading.level {
    case 1:
      let title = titleCompletion(line, from: heading.start)
      let sections = isTyped.isEmpty ? sectionCompletions(line, from: heading.start, typed: "") : []
      return (title.map { [$0] } ?? []) + sections
    case 2: return sectionCompletions(line, from: heading.start, typed: isTyped)
    case 3: return partCompletions(line, from: heading.start, typed: isTyped)
    default: return []
    }
  }

  /// What may open an empty line: what the document still lacks there.
  func blankLineCompletions(_ line: CursorLine) -> [Completion] {
    let start = line.range.lowerBound
    var found: [Completion] = []
    if let title = titleCompletion(line, from: start) { found.append(title) }
    if isInHead(line) { found += keyCompletions(line, from: start, typed: "", prefix: "- ") }
    found += partCompletions(line, from: start, typed: "")
    return found + sectionCompletions(line, from: start, typed: "")
  }

  /// The title, while there is none elsewhere: made from the file's name.
  private func titleCompletion(_ line: CursorLine, from start: Int) -> Completion? {
    let title = document.head.title.value?.range
    guard title.map({ line.range.contains($0) }) ?? (section(above: line) == nil) else {
      return nil
    }
    let words = document.id.slug.split(separator: "-").joined(separator: " ")
    let text = "# " + words.prefix(1).uppercased() + words.dropFirst()
    let detail = Bilingual("le titre du document", "the document's title")
    return completion(
      text, .title, detail: detail[language], line, from: start, to: line.range.upperBound,
      text: text, isPreselected: true)
  }

  /// The sections that the document lacks, in the kind's order.
  private func sectionCompletions(
    _ line: CursorLine, from start: Int, typed: String
  ) -> [Completion] {
    let canon = document.canon
    guard !canon.isEmpty else { return [] }
    let others = document.sections.filter { !line.range.contains($0.heading.range) }
    let known = Set(others.compactMap(\.name))
    let above = others.last { $0.name != nil && $0.range.lowerBound < start }?.name
    let rank = above.flatMap(canon.firstIndex) ?? -1
    let missing = (canon + [.unsorted]).filter { !known.contains($0) }
    let next = missing.first { name in canon.firstIndex(of: name).map { $0 > rank } ?? false }
    return matching(missing, typed) { [$0.heading] }.map { name in
      completion(
        name.heading, .heading, detail: name.guidance.question[language],
        documentation: markdown(.section(name)), line, from: start, to: line.range.upperBound,
        text: "## " + name.heading, isPreselected: name == next)
    }
  }

  /// The parts that a section of several lacks.
  private func partCompletions(
    _ line: CursorLine, from start: Int, typed: String
  ) -> [Completion] {
    guard let section = section(above: line), let name = section.name else { return [] }
    let known = document.anchors.filter {
      section.range.contains($0.heading.range) && !line.range.contains($0.heading.range)
    }.map { headingKey($0.heading.text.plain) }
    let missing = SectionPart.all(of: name).filter { !known.contains(headingKey($0.heading)) }
    return matching(missing, typed) { [$0.heading] }.map { part in
      completion(
        part.heading, .heading, detail: part.guidance.question[language],
        documentation: markdown(.part(part)), line, from: start, to: line.range.upperBound,
        text: "### " + part.heading, isPreselected: part == missing.first)
    }
  }
}

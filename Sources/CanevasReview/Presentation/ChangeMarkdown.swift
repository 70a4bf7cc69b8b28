import CanevasModel
import CanevasReport
import CanevasSource

/// The changes of a document as Markdown, folded under its title.
struct ChangeMarkdown {
  private let comparison: DocumentComparison
  private let words: ReviewWords
  private let links: SourceLinks
  private let oldLines: LineIndex
  private let newLines: LineIndex

  /// How many characters are shown of a text that came or went, and of what was kept on either
  /// side of a change.
  private static let longest = 1_500
  private static let context = 80

  init(_ comparison: DocumentComparison, words: ReviewWords, links: SourceLinks) {
    self.comparison = comparison
    self.words = words
    self.links = links
    oldLines = LineIndex(comparison.old?.document.file.bytes ?? [])
    newLines = LineIndex(comparison.new?.document.file.bytes ?? [])
  }

  /// `isOpen`, the changes are seen before anyone asks for them.
  func write(to room: inout Room, isOpen: Bool) {
    let title = MarkdownText.escaped(comparison.document.title.shortened(to: 200))
    let account =
      comparison.fate == .changed ? words.counts(of: comparison) : words.account(of: comparison)
    let summary = "<summary><b>\(title)</b> – \(MarkdownText.escaped(account))</summary>\n"
    let opening = "<details\(isOpen ? " open" : "")>\n" + summary
    let notices = words.notices(of: comparison).map { "\n⚠️ \(MarkdownText.escaped($0))\n" }
    let end = "\n\n</details>"
    switch comparison.fate {
    case .changed: room.append(notices + changes, opening: opening, end: end)
    case .added: room.append(notices + contents, asOne: true, opening: opening, end: end)
    case .removed, .same: break
    }
  }

  /// What a new document says: its text under its headings.
  private var contents: [String] {
    guard let tree = comparison.new else { return [] }
    let reading = PieceReading(tree)
    var isInMetadata = false
    return reading.told(inside: 0).compactMap { index in
      let side = reading.side(index) { _ in true }
      let text = MarkdownText.escaped(side.text.shortened(to: Self.longest))
      let subject = reading.subject(of: index)
      guard subject != .title else { return nil }
      if case .entry(let key) = subject {
        let opening = isInMetadata ? "\n- " : "\n\n- "
        isInMetadata = true
        return opening + MarkdownText.escaped(key + words.colon) + text
      }
      isInMetadata = false
      // Behind a word joiner nothing opens a list or underlines a heading.
      let isHeading = subject == .section && !text.isEmpty
      let body = isHeading ? "**" + text + "**" : "&#8288;" + text
      return "\n\n" + body + (side.inside.isEmpty ? "" : "\n")
        + list(side.inside, .kept, depth: 0)
    }
  }

  /// The changes in their order: those of the metadata as a table, the others as a list under the
  /// headings that lead to them.
  private var changes: [String] {
    var parts: [String] = []
    var headings: [String] = []
    var isInTable = false
    for change in comparison.changes {
      if case .entry(let key) = change.subject {
        let opening = isInTable ? "\n" : parts.isEmpty ? "\n" + head : "\n\n" + head
        parts.append(opening + row(of: change, key: key))
        isInTable = true
        continue
      }
      var part = isInTable ? "\n\n" : "\n"
      isInTable = false
      let shown =
        change.subject == .section
        ? change.headings + [(change.new ?? change.old)?.text ?? ""] : change.headings
      if shown != headings {
        let place = shown.map { $0.isEmpty ? "—" : MarkdownText.escaped($0) }
        part += "\n**" + (place.isEmpty ? words.top : place.joined(separator: " › ")) + "**\n\n"
        headings = shown
      }
      parts.append(part + item(of: change))
    }
    return parts
  }
}

// The metadata.
extension ChangeMarkdown {
  private var head: String {
    "| \(words.field) | \(words.before) | \(words.after) | |\n| :-- | :-- | :-- | :-- |\n"
  }

  private func row(of change: Change, key: String) -> String {
    let name = key.isEmpty ? words.field : key
    let hasKept = change.runs.contains { $0.kind == .kept }
    func cell(_ side: Change.Side?, _ kind: TextRun.Kind) -> String {
      guard let side else { return "—" }
      let kind = change.old?.text == change.new?.text ? .kept : kind
      let runs = change.runs.filter { $0.kind == .kept || $0.kind == kind }
      return hasKept ? marked(excerpt(runs)) : marked(kind, side.text.shortened(to: Self.longest))
    }
    let facts = change.facts.filter { $0.isUnseen(in: change.subject) }
      .map { MarkdownText.escaped($0.words(of: change.subject).text(words.language)) }
    let new = ([cell(change.new, .added)] + facts).joined(separator: "<br>")
    return "| \(MarkdownText.escaped(name)) | \(cell(change.old, .removed)) | \(new) "
      + "| \(place(of: change)) |"
  }
}

// The other changes.
extension ChangeMarkdown {
  private func item(of change: Change) -> String {
    let isPlain = change.subject == .section && change.action != .changed
    var line = "- **" + MarkdownText.escaped(change.action.sign + " " + name(of: change)) + "**"
    if let move = words.move(of: change) { line += ", " + MarkdownText.escaped(move) }
    if !isPlain { line += MarkdownText.escaped(words.colon) + text(of: change) }
    line += " " + place(of: change)
    for fact in change.facts where fact.isUnseen(in: change.subject) {
      let words = fact.words(of: change.subject).text(words.language)
      line += "\n  - " + MarkdownText.escaped(words)
    }
    let kind: TextRun.Kind = change.new == nil ? .removed : .added
    return line + list((change.new ?? change.old)?.inside ?? [], kind, depth: 1)
  }

  /// What was done, or to what where that is not plain.
  private func name(of change: Change) -> String {
    if change.subject == .section { return words.section(change.action) }
    return words.label(of: change.subject) ?? words.name(of: change.action)
  }

  private func text(of change: Change) -> String {
    if !change.runs.isEmpty { return marked(excerpt(change.runs)) }
    let text = ((change.new ?? change.old)?.text ?? "").shortened(to: Self.longest)
    switch change.action {
    case .added: return marked(.added, text)
    case .removed: return marked(.removed, text)
    case .changed, .moved: return marked(.kept, text)
    }
  }

  /// What a piece holds, as lists in its item.
  private func list(_ lines: [String], _ kind: TextRun.Kind, depth: Int) -> String {
    lines.reduce(into: "") { result, line in
      let text = line.drop { $0 == " " }
      let inside = min((line.count - text.count) / 2, 8)
      guard !text.isEmpty else { return }
      result += "\n" + String(repeating: "  ", count: depth + inside) + "- "
      if kind == .kept { result += "&#8288;" }
      result += marked(kind, String(text).shortened(to: Self.longest))
    }
  }

  /// `file:line`, a link where the new version is on the web.
  private func place(of change: Change) -> String {
    guard let side = change.new ?? change.old else { return "" }
    let isNew = change.new != nil
    let line = (isNew ? newLines : oldLines).line(at: side.location.range.lowerBound)
    let path = side.location.path
    guard isNew, let address = links.address(of: path, line: line) else {
      return code("\(path):\(line)")
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return "[\(code("\(name):\(line)"))](<\(address)>)"
  }
}

// Words that came and went.
extension ChangeMarkdown {
  private func marked(_ runs: [TextRun]) -> String {
    runs.map { marked($0.kind, $0.text) }.joined()
  }

  /// A text with the mark of what was done to it. The elements for that are let through by the
  /// forges, and other than `~~` and `**` they need no space around them.
  private func marked(_ kind: TextRun.Kind, _ text: String) -> String {
    guard !text.isEmpty else { return "" }
    let escaped = MarkdownText.escaped(text)
    switch kind {
    case .kept: return escaped
    case .removed: return "<del>" + escaped + "</del>"
    case .added: return "<ins>" + escaped + "</ins>"
    }
  }

  /// The runs without what was kept far from any change, and without the end of what is long.
  private func excerpt(_ runs: [TextRun]) -> [TextRun] {
    runs.enumerated().map { place, run in
      guard run.kind == .kept else {
        return TextRun(kind: run.kind, text: run.text.shortened(to: Self.longest))
      }
      let ends = (isFirst: place == 0, isLast: place == runs.count - 1)
      guard run.text.count > 2 * Self.context + 20 else { return run }
      let head = ends.isFirst ? "" : run.text.prefix(Self.context).upToLastSpace
      let tail = ends.isLast ? "" : run.text.suffix(Self.context).fromFirstSpace
      return TextRun(kind: .kept, text: head + "…" + tail)
    }
  }
}

extension Substring {
  fileprivate var upToLastSpace: String {
    lastIndex(of: " ").map { String(self[...$0]) } ?? String(self)
  }

  fileprivate var fromFirstSpace: String {
    firstIndex(of: " ").map { String(self[$0...]) } ?? String(self)
  }
}

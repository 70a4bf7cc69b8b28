import CanevasReport
import CanevasSource

/// A change in words, for a terminal.
struct ChangeText {
  /// What was done, and to what.
  private(set) var opening = StyledText()
  /// What else there is to say, a line each.
  private(set) var details: [StyledText] = []

  private let change: Change
  private let language: MessageLanguage
  private let isColoured: Bool

  /// How many columns of what was kept are shown on either side of a change.
  private static let context = 40

  init(_ change: Change, language: MessageLanguage, isColoured: Bool) {
    self.change = change
    self.language = language
    self.isColoured = isColoured
    let (mark, style) = change.action.mark
    opening.append(mark + " ", style)
    if let label = label { opening.append(label + Bilingual(" : ", ": ")[language], .strong) }
    switch change.action {
    case .added: tell(change.new, style)
    case .removed: tell(change.old, style)
    case .changed: tellChange()
    case .moved: opening.append(whatMoved)
    }
    tellMove()
  }

  /// What a change's text is, where that does not go without saying.
  private var label: String? {
    let words = ReviewWords(language)
    return change.subject == .section && change.action == .changed
      ? words.section(.changed) : words.label(of: change.subject)
  }

  /// Tells of something that came or went: all its text.
  private mutating func tell(_ side: Change.Side?, _ style: TerminalText.Style?) {
    guard let side else { return }
    if change.subject == .section {
      let words =
        change.action == .added
        ? Bilingual("section ajoutée", "section added")
        : Bilingual("section retirée", "section removed")
      opening.append(words[language], style)
    } else {
      opening.append(side.text, style)
    }
    for line in side.inside { details.append(StyledText(line, style)) }
  }

  private mutating func tellChange() {
    var facts = change.facts.map { $0.words(of: change.subject) }
    let isRoute = change.subject == .flow && change.facts.contains { $0.isOfRoute }
    if change.subject.isEntry, facts.count == 1, let fact = facts.popLast() {
      append(fact, to: &opening)
    } else if change.subject.isEntry, !facts.isEmpty {
      opening.append(change.new?.text ?? "")
    } else if isRoute {
      opening.append(route(of: change.new?.text ?? ""))
    } else if change.runs.isEmpty {
      opening.append(cut(change.new?.text ?? "", toColumns: 2 * Self.context))
    } else {
      for run in excerpt(change.runs) { append(run.kind, run.text, to: &opening) }
      // The word is part of the text, where it is marked.
      facts = change.facts.filter { !$0.isWord }.map { $0.words(of: change.subject) }
    }
    for fact in facts {
      var line = StyledText()
      append(fact, to: &line)
      details.append(line)
    }
  }

  /// The ends of a flow.
  private func route(of text: String) -> String {
    text.firstRange(of: " :").map { String(text[..<$0.lowerBound]) } ?? text
  }

  private var whatMoved: String {
    change.subject == .section
      ? Bilingual("section", "section")[language]
      : cut(change.new?.text ?? "", toColumns: 2 * Self.context)
  }

  private mutating func tellMove() {
    guard change.isMoved else { return }
    let isFeminine = change.subject == .section
    let moved = Bilingual(isFeminine ? "déplacée" : "déplacé", "moved")[language]
    let place = change.formerHeadings?.joined(separator: " › ")
    let from = place.map {
      $0.isEmpty
        ? Bilingual(" depuis le début", " from the top")[language]
        : Bilingual(" depuis « \($0) »", " from “\($0)”")[language]
    }
    opening.append(" (\(moved)\(from ?? ""))", .hunk)
  }
}

// Words that came and went.
extension ChangeText {
  private func append(_ fact: FactWords, to text: inout StyledText) {
    if fact.old != nil || fact.new != nil { text.append(fact.opening(language)) }
    if let old = fact.old { append(.removed, old, to: &text) }
    if fact.old != nil, fact.new != nil { text.append(" → ") }
    if let new = fact.new { append(.added, new, to: &text) }
    if let note = fact.note?[language] {
      text.append(text.isEmpty || fact.old == nil && fact.new == nil ? note : " (\(note))")
    }
  }

  /// Appends words as what they are: in colours, or between the marks of `git diff --word-diff`.
  private func append(_ kind: TextRun.Kind, _ words: String, to text: inout StyledText) {
    let body = words.trimmed
    guard kind != .kept, !body.isEmpty else { return text.append(words) }
    let start = words.prefix { $0 == " " }
    let end = words.reversed().prefix { $0 == " " }
    text.append(String(start))
    switch (kind, isColoured) {
    case (.added, false): text.append("{+" + body + "+}")
    case (.removed, false): text.append("[-" + body + "-]")
    case (.added, true): text.append(body, .added)
    case (.removed, true): text.append(body, .deleted)
    case (.kept, _): break
    }
    text.append(String(end))
  }

  /// The runs without what was kept far from any change.
  private func excerpt(_ runs: [TextRun]) -> [TextRun] {
    runs.enumerated().map { place, run in
      guard run.kind == .kept else { return run }
      let (isFirst, isLast) = (place == 0, place + 1 == runs.count)
      let limit = isFirst || isLast ? Self.context : 2 * Self.context
      guard columns(of: run.text) > limit + 20 else { return run }
      let words = run.text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      let head = isFirst ? "" : words.joined(upTo: Self.context)
      let tail = isLast ? "" : Array(words.reversed()).joined(upTo: Self.context, fromEnd: true)
      return TextRun(kind: .kept, text: head + (isFirst ? "… " : isLast ? " …" : " … ") + tail)
    }
  }
}

extension [String] {
  /// As many of the words as fit into some columns, one at least.
  fileprivate func joined(upTo limit: Int, fromEnd: Bool = false) -> String {
    var used = 0
    var kept: [String] = []
    for word in self {
      used += columns(of: word) + 1
      if used > limit, !kept.isEmpty { break }
      kept.append(word)
    }
    return (fromEnd ? kept.reversed() : kept).joined(separator: " ")
  }
}

extension String {
  /// The text without the spaces at its ends.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

extension Change.Action {
  fileprivate var mark: (text: String, style: TerminalText.Style?) {
    switch self {
    case .added: ("+", .added)
    case .removed: ("-", .removed)
    case .changed: ("~", .warning)
    case .moved: (">", .hunk)
    }
  }
}

extension Fact {
  fileprivate var isWord: Bool {
    if case .word = self { true } else { false }
  }

  /// Whether the fact is told with a flow's ends alone before it.
  fileprivate var isOfRoute: Bool {
    switch self {
    case .flowFrom, .flowTo, .flowLabel, .word: true
    case .amount, .value, .destination, .optional, .reviewed, .order, .emphasis: false
    }
  }
}

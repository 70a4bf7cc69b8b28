import CanevasModel
import CanevasReview
import CanevasSyntax

/// Texts of a comparison as HTML, what was put in and taken out marked as such.
struct MarkedText {
  /// Which of two versions a text shows: one of them, or both as one.
  enum View { case old, new, both }

  private(set) var html: [UInt8] = []

  /// Appends a text that is all kept, put in or taken out; its first `bold` characters are a name.
  mutating func append(_ text: String, _ kind: TextRun.Kind, bold: Int = 0) {
    guard !text.isEmpty else { return }
    open(kind)
    let name = text.prefix(bold)
    if !name.isEmpty {
      html += "<b>".utf8
      html += typeset(String(name))
      html += "</b>".utf8
    }
    html += typeset(String(text.dropFirst(bold)))
    close(kind)
  }

  /// Appends what a view shows of two texts; the first `bold` characters of it are a name.
  mutating func append(_ runs: [TextRun], _ view: View, bold: Int = 0) {
    var left = bold
    for run in typesetRuns(runs, view) {
      switch (run.kind, view) {
      case (.removed, .both): append(run.text, .removed, bold: left > 0 ? run.text.count : 0)
      default:
        append(run.text, run.kind, bold: min(left, run.text.count))
        left = max(0, left - run.text.count)
      }
    }
  }

  /// The runs that a view shows, with the spaces that French typography has between their words;
  /// as they are, where that hides what differs.
  private func typesetRuns(
    _ runs: [TextRun], _ view: View
  ) -> [(kind: TextRun.Kind, text: String)] {
    let hidden: TextRun.Kind? =
      switch view {
      case .old: .added
      case .new: .removed
      case .both: nil
      }
    let shown = runs.filter { $0.kind != hidden }.map { (kind: $0.kind, text: $0.text) }
    let text = typesetPlain(shown.map(\.text).joined())
    guard text.count == shown.reduce(0, { $0 + $1.text.count }) else { return shown }
    var rest = text[...]
    return shown.map { run in
      defer { rest = rest.dropFirst(run.text.count) }
      return (run.kind, String(rest.prefix(run.text.count)))
    }
  }

  /// Appends an element with what `content` appends.
  mutating func element(_ name: String, class: String, content: (inout MarkedText) -> Void) {
    html += "<\(name) class=\"\(`class`)\">".utf8
    content(&self)
    html += "</\(name)>".utf8
  }

  private mutating func open(_ kind: TextRun.Kind) {
    switch kind {
    case .kept: break
    case .removed: html += "<del>".utf8
    case .added: html += "<ins>".utf8
    }
  }

  private mutating func close(_ kind: TextRun.Kind) {
    switch kind {
    case .kept: break
    case .removed: html += "</del>".utf8
    case .added: html += "</ins>".utf8
    }
  }
}

// Flows.
extension MarkedText {
  /// Appends a flow; where it was another, what differs in each of its parts is marked.
  mutating func append(
    _ flow: PieceTexts.FlowText, was old: PieceTexts.FlowText?, _ view: View,
    as kind: TextRun.Kind = .kept
  ) {
    func part(_ text: (PieceTexts.FlowText) -> String, _ result: inout MarkedText) {
      guard let old else { return result.append(text(flow), kind) }
      let runs = textRuns(from: text(old), to: text(flow))
      if runs.isEmpty {
        result.append(text(flow), .kept)
      } else {
        result.append(runs, view)
      }
    }
    func isShown(_ text: (PieceTexts.FlowText) -> String) -> Bool {
      view != .old && !text(flow).isEmpty || view != .new && old.map(text)?.isEmpty == false
    }
    part(\.opening, &self)
    element("span", class: "end") { part(\.from, &$0) }
    html += " <span class=\"arrow\">→</span> ".utf8
    element("span", class: "end") { part(\.to, &$0) }
    if isShown(\.label) {
      html += typeset(" : ")
      part(\.label, &self)
    }
    if isShown(\.nature) {
      html += " ".utf8
      element("span", class: "nature") { part(\.nature, &$0) }
    }
  }
}

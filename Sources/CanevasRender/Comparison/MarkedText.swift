import CanevasModel
import CanevasReview

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
    for run in runs {
      switch (run.kind, view) {
      case (.removed, .new), (.added, .old): continue
      case (.removed, .both): append(run.text, .removed, bold: left > 0 ? run.text.count : 0)
      default:
        append(run.text, run.kind, bold: min(left, run.text.count))
        left = max(0, left - run.text.count)
      }
    }
  }

  /// Appends two texts, each marked whole if they differ.
  mutating func append(_ old: String, _ new: String, _ view: View) {
    guard old != new else { return append(new, .kept) }
    if view != .new { append(old, .removed) }
    if view != .old { append(new, .added) }
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
  /// Appends a flow; where it was another, each of its parts that differs is marked.
  mutating func append(
    _ route: Flow.Route, was old: Flow.Route?, _ view: View, as kind: TextRun.Kind = .kept
  ) {
    func part(_ text: (Flow.Route) -> String, _ result: inout MarkedText) {
      if let old {
        result.append(text(old), text(route), view)
      } else {
        result.append(text(route), kind)
      }
    }
    let shown = view == .old ? old ?? route : route
    element("span", class: "end") { part(\.from.plain, &$0) }
    html += " <span class=\"arrow\">→</span> ".utf8
    element("span", class: "end") { part(\.to.plain, &$0) }
    if !shown.label.isEmpty || view == .both && old?.label.isEmpty == false {
      html += " : ".utf8
      part(\.label.plain, &self)
    }
    if shown.nature != nil || view == .both && old?.nature != nil {
      html += " ".utf8
      element("span", class: "nature") { part({ $0.nature?.rawValue ?? "" }, &$0) }
    }
  }
}

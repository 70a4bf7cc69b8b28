package import CanevasSource

/// An explanation as text for a terminal.
package struct ExplanationText: Sendable {
  private let isColoured: Bool
  private let width: Int

  /// Text is set in at most `width` columns, of which at least 40 are used.
  package init(isColoured: Bool, width: Int) {
    self.isColoured = isColoured
    self.width = max(40, width)
  }

  /// The columns before everything but titles and headings.
  private static let indent = 2
  /// How far from its name's start what is said of an entry begins at the latest; behind a longer
  /// name it begins on a new line, as all do where there is little room.
  private var furthestWords: Int { width < 60 ? 4 : 30 }

  /// Appends `explanation`.
  package func write(_ explanation: Explanation, to output: inout [UInt8]) {
    var text = TerminalText(isColoured: isColoured)
    for (number, part) in explanation.parts.enumerated() {
      switch part {
      case .title(let name, let remark, let severity):
        if number > 0 { text.endLine() }
        writeTitle(name, remark, severity, to: &text)
      case .heading(let words):
        text.endLine()
        for line in wrapped(words, toColumns: width) {
          text.write(line, .strong)
          text.endLine()
        }
      case .paragraph(let words): writeLines(words, to: &text)
      case .entries(let entries): write(entries, to: &text)
      case .quotation(let quotation): write(quotation, to: &text)
      case .finding(let diagnostic, let files):
        var sources = SourceCache { path in files.first { $0.path == path } }
        HumanReport(isColoured: isColoured, width: width)
          .write(diagnostic, explanation.language, &sources, to: &text)
      }
    }
    output += text.bytes
  }

  private func writeTitle(
    _ name: String, _ remark: String, _ severity: Severity?, to text: inout TerminalText
  ) {
    text.write(name, .strong)
    if columns(of: name) + 2 + columns(of: remark) <= width {
      text.write("  ")
    } else {
      text.endLine()
    }
    text.write(remark, severity.map { TerminalText.Style($0) } ?? .frame)
    text.endLine()
    text.endLine()
  }

  private func writeLines(_ words: String, to text: inout TerminalText) {
    for line in wrapped(words, toColumns: width - Self.indent) {
      text.write(String(repeating: " ", count: Self.indent) + line)
      text.endLine()
    }
  }

  private func write(_ entries: [Explanation.Entry], to text: inout TerminalText) {
    let longest = entries.map { columns(of: $0.name) }.max() ?? 0
    let start = Self.indent + min(longest + 2, furthestWords)
    for entry in entries {
      text.write(String(repeating: " ", count: Self.indent))
      text.write(entry.name, entry.severity.map { TerminalText.Style($0) } ?? .strong)
      var column = Self.indent + columns(of: entry.name)
      if column + 2 > start {
        text.endLine()
        column = 0
      }
      for (number, line) in wrapped(entry.text, toColumns: width - start).enumerated() {
        text.write(String(repeating: " ", count: number == 0 ? start - column : start) + line)
        text.endLine()
      }
    }
  }

  /// Lines longer than the terminal is wide go on under themselves.
  private func write(_ quotation: Explanation.Quotation, to text: inout TerminalText) {
    let last = quotation.firstLine.map { $0 + quotation.lines.count - 1 }
    let numberWidth = last.map { String($0).utf8.count } ?? 1
    for (number, line) in quotation.lines.enumerated() {
      let label = quotation.firstLine.map { String($0 + number) } ?? ""
      let margin = String(repeating: " ", count: numberWidth - label.utf8.count) + label
      let parts = line.isEmpty ? [""] : wrapped(line, toColumns: width - numberWidth - 5)
      for (part, words) in parts.enumerated() {
        let before = part == 0 ? margin : String(repeating: " ", count: numberWidth)
        text.write(before + " │", .frame)
        if !words.isEmpty { text.write((part == 0 ? " " : "   ") + words) }
        text.endLine()
      }
    }
  }
}

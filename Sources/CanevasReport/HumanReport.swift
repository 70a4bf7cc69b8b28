import CanevasSource

/// Findings as text for a terminal: the headline, the lines of the sources that they are about
/// with the place underlined, the next step; and a last line that counts.
package struct HumanReport: Sendable {
  private let isColoured: Bool
  private let width: Int

  /// Quoted lines are cut so that they keep within `width` columns, of which at least 40 are used.
  package init(isColoured: Bool, width: Int = 100) {
    self.isColoured = isColoured
    self.width = max(40, width)
  }

  /// Appends the report of `input`.
  package func write(_ input: ReportInput, to output: inout [UInt8]) {
    var sources = input.sources
    var text = TerminalText(isColoured: isColoured)
    for diagnostic in input.diagnostics {
      write(diagnostic, input.language, &sources, to: &text)
      text.endLine()
    }
    writeCounts(of: input, to: &text)
    output += text.bytes
  }

  /// Appends one finding.
  func write(
    _ diagnostic: Diagnostic, _ language: MessageLanguage, _ sources: inout SourceCache,
    to text: inout TerminalText
  ) {
    let style = TerminalText.Style(diagnostic.severity)
    text.write(diagnostic.severity.words[language], style)
    text.write(": " + diagnostic.message[language], .strong)
    text.write(" [\(diagnostic.code)]", style)
    text.endLine()

    let snippets = Snippet.snippets(of: diagnostic, language, &sources)
    let frame = SnippetFrame(
      style: style, numberWidth: snippets.map(\.numberWidth).max() ?? 1, width: width)
    for (number, snippet) in snippets.enumerated() {
      if number > 0 { frame.writeBar(to: &text) }
      frame.write(snippet, to: &text)
    }

    let notes =
      (diagnostic.help.map { [$0] } ?? []) + diagnostic.fixes.map { Words.fix($0) }
    if !notes.isEmpty, snippets.contains(where: { !$0.marks.isEmpty }) {
      frame.writeBar(to: &text)
    }
    for note in notes { frame.writeNote(note[language], to: &text) }
  }

  private func writeCounts(of input: ReportInput, to text: inout TerminalText) {
    for part in Words.countParts(of: input) {
      text.write(part.text, part.severity.map(TerminalText.Style.init))
    }
    if input.safelyFixableCount > 0 {
      text.write(Words.colon[input.language] + Words.fixCommand)
    }
    text.endLine()
  }
}

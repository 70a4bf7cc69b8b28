import CanevasSource

/// Draws snippets of sources, with their line numbers in a margin that is the same for all the
/// snippets of a finding.
struct SnippetFrame {
  /// How the finding itself is underlined.
  let style: TerminalText.Style
  /// The digits of the largest line number.
  let numberWidth: Int
  /// The columns that a quoted line may take, its margin included.
  let width: Int

  /// Appends the place of a snippet, then its lines, each followed by its underlines.
  func write(_ snippet: Snippet, to text: inout TerminalText) {
    let source = snippet.source
    let position = source.position(at: snippet.place.lowerBound)
    writeMargin("┌─", to: &text)
    text.write(" \(source.file.path):\(position.line):\(position.column)")
    text.endLine()
    guard !snippet.marks.isEmpty else { return }

    writeBar(to: &text)
    let room = width - numberWidth - 3
    var above: (line: Int, quoted: QuotedLine)?
    for mark in snippet.marks {
      if let above, mark.line > above.line + 1 { writeBar("·", to: &text) }
      if let above, mark.line == above.line, let place = above.quoted.place(of: mark.range) {
        writeUnderline(mark, at: place, to: &text)
        continue
      }
      let content = source.content(ofLine: mark.line)
      let quoted = QuotedLine(source.file.bytes, content, around: mark.range, room: room)
      writeLine(mark.line, quoted.text, to: &text)
      if let place = quoted.place(of: mark.range) { writeUnderline(mark, at: place, to: &text) }
      above = (mark.line, quoted)
    }
  }

  /// Appends a line with nothing but the bar between margin and text.
  func writeBar(_ bar: String = "│", to text: inout TerminalText) {
    writeMargin(bar, to: &text)
    text.endLine()
  }

  /// Appends a line of help.
  func writeNote(_ note: String, to text: inout TerminalText) {
    writeMargin("=", to: &text)
    text.write(" " + note)
    text.endLine()
  }

  private func writeMargin(_ bar: String, to text: inout TerminalText) {
    text.write(String(repeating: " ", count: numberWidth + 1))
    text.write(bar, .frame)
  }

  private func writeLine(_ line: Int, _ quoted: String, to text: inout TerminalText) {
    let number = String(line)
    let indent = String(repeating: " ", count: numberWidth - number.utf8.count)
    text.write(indent + number + " │", .frame)
    if !quoted.isEmpty { text.write(" " + quoted) }
    text.endLine()
  }

  private func writeUnderline(
    _ mark: Mark, at place: (indent: Int, length: Int), to text: inout TerminalText
  ) {
    writeMargin("│", to: &text)
    text.write(String(repeating: " ", count: place.indent + 1))
    let line = String(repeating: mark.isPrimary ? "^" : "-", count: place.length)
    text.write(line + (mark.label.isEmpty ? "" : " " + mark.label), mark.isPrimary ? style : .frame)
    text.endLine()
  }
}

import CanevasSource

/// Findings as a page for authors who have nothing installed and edit in a forge's web page: for
/// each document its findings, folded, with the line quoted and the mended lines ready to paste.
///
/// The page keeps to a size that the forges' comments take (65,536 characters on GitHub); what
/// has no room is counted at the end, so documents with errors come first.
package struct MarkdownReport: Sendable {
  /// The largest size in bytes, but for the line that tells what was left out.
  static let limit = 60_000
  /// The largest size in bytes of the mended lines of one finding.
  static let fixLimit = 4_000
  /// The columns of a quoted line.
  static let width = 120

  package init() {}

  /// Appends the report of `input`.
  package func write(_ input: ReportInput, to output: inout [UInt8]) {
    var sources = input.sources
    var page = MarkdownText()
    page.heading(2, Words.reportTitle(of: input)[input.language])
    page.paragraph(table(of: input))
    output += page.text.utf8
    guard !input.diagnostics.isEmpty else { return }

    var size = page.text.utf8.count
    var left = input.diagnostics.count
    documents: for (path, findings) in documents(of: input) {
      let source = sources[path]
      var isNamed = false
      for finding in findings {
        var part = MarkdownText()
        if !isNamed { part.heading(3, path) }
        part.finding(finding, input, source, &sources)
        size += part.text.utf8.count
        guard size <= Self.limit else { break documents }
        output += part.text.utf8
        isNamed = true
        left -= 1
      }
    }
    guard left > 0 else { return }
    var end = MarkdownText()
    end.paragraph("**" + Words.withoutRoom(left)[input.language] + "**")
    output += end.text.utf8
  }

  /// The counts as a table: one row each.
  private func table(of input: ReportInput) -> String {
    let language = input.language
    var rows = ["| | |", "| :-- | --: |"]
    for severity in input.severities {
      let name = severity.plural[language]
      rows.append("| \(Words.sign(of: severity)) \(name) | \(input.count(severity)) |")
    }
    rows.append("| \(Words.safelyFixableRow[language]) | \(input.safelyFixableCount) |")
    rows.append("| \(Words.documentsRow[language]) | \(input.documentCount) |")
    return rows.joined(separator: "\n")
  }

  /// The findings of each document: first the documents with errors, each kind by path.
  private func documents(of input: ReportInput) -> [(path: String, findings: [Diagnostic])] {
    var documents: [(path: String, findings: [Diagnostic])] = []
    for finding in input.diagnostics {
      if documents.last?.path == finding.location.path {
        documents[documents.count - 1].findings.append(finding)
      } else {
        documents.append((finding.location.path, [finding]))
      }
    }
    func hasError(_ findings: [Diagnostic]) -> Bool { findings.contains { $0.severity == .error } }
    return documents.filter { hasError($0.findings) } + documents.filter { !hasError($0.findings) }
  }
}

extension MarkdownText {
  /// Appends a finding, folded under its headline.
  fileprivate mutating func finding(
    _ finding: Diagnostic, _ input: ReportInput, _ source: IndexedSource,
    _ sources: inout SourceCache
  ) {
    let language = input.language
    let line = source.position(at: finding.location.range.lowerBound).line
    let headline =
      "\(Words.sign(of: finding.severity)) <b>\(finding.severity.words[language])</b>"
      + Words.colon[language] + Self.escaped(finding.message[language])
      + " <code>\(Self.escaped(finding.code))</code>"
    paragraph("<details>\n<summary>\(headline)</summary>")
    let place = Words.place(line, section: input.catalogue.section(finding.location))
    paragraph(Self.escaped(place[language]))
    fence(quotation(of: finding, language, &sources), "text")
    if let help = finding.help { paragraph(Self.escaped(help[language])) }
    var room = MarkdownReport.fixLimit
    for fix in finding.fixes { self.fix(fix, in: source, language, room: &room) }
    if let address = input.tool.address(finding.code) {
      paragraph("[\(Words.learnMore[language])](<\(Self.escaped(address))>)")
    }
    paragraph("</details>")
  }

  /// The lines that a finding is about, as a terminal shows them.
  private func quotation(
    of finding: Diagnostic, _ language: MessageLanguage, _ sources: inout SourceCache
  ) -> String {
    let snippets = Snippet.snippets(of: finding, language, &sources)
    let frame = SnippetFrame(
      style: .strong, numberWidth: snippets.map(\.numberWidth).max() ?? 1,
      width: MarkdownReport.width)
    var text = TerminalText(isColoured: false)
    for snippet in snippets { frame.write(snippet, to: &text) }
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// Appends what a fix makes of each group of lines; what is longer than there is room for has
  /// only its name.
  private mutating func fix(
    _ fix: Fix, in source: IndexedSource, _ language: MessageLanguage, room: inout Int
  ) {
    let title = Self.escaped(Words.fix(fix)[language])
    let mended = MendedLines.all(of: fix, in: source)
    let size = mended.reduce(0) { $0 + $1.text.utf8.count + 100 }
    guard size <= room else {
      return paragraph(title + Self.escaped(Words.tooLongToShow[language]))
    }
    room -= size
    paragraph(title)
    for part in mended {
      paragraph(Self.escaped(Words.replacement(of: part)[language]))
      if !part.text.isEmpty { fence(part.text, "markdown") }
    }
  }
}

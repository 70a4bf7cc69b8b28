import CanevasSource

/// Findings as the workflow commands that GitHub makes annotations of.
/// Source: GitHub's documentation, "Workflow commands for GitHub Actions".
///
/// GitHub shows the first ten annotations of each level that a step makes and drops the others
/// without a word. So the log lists every finding in a group, no more annotations are made than
/// are shown, and a last one tells how many findings have none.
package struct GitHubReport: Sendable {
  /// How many annotations of a level GitHub shows for a step.
  static let annotationLimit = 10

  package init() {}

  /// Appends the report of `input`.
  package func write(_ input: ReportInput, to output: inout [UInt8]) {
    var sources = input.sources
    let counts = Words.counts(of: input)
    guard !input.diagnostics.isEmpty else { return writeLine(counts, to: &output) }
    writeLine("::group::" + data(counts), to: &output)
    var listing: [UInt8] = []
    ShortReport().write(input, to: &listing)
    output += logged(String(decoding: listing, as: UTF8.self)).utf8
    writeLine("::endgroup::", to: &output)

    let shown = annotated(input)
    for diagnostic in shown {
      writeLine(annotation(diagnostic, input, &sources), to: &output)
    }
    let left = input.diagnostics.count - shown.count
    if left > 0 {
      let words = Words.withoutAnnotation(left)[input.language]
      writeLine("::notice title=canevas::" + data(words), to: &output)
    }
  }

  /// The findings that get an annotation, the gravest first.
  private func annotated(_ input: ReportInput) -> [Diagnostic] {
    let byLevel = Severity.allCases.reversed().map { severity in
      input.diagnostics.filter { $0.severity == severity }
    }
    guard byLevel.contains(where: { $0.count > Self.annotationLimit }) else {
      return byLevel.flatMap(\.self)
    }
    // The last notice is the one that tells of those left out.
    let limits = Severity.allCases.reversed().map { severity in
      severity == .info ? Self.annotationLimit - 1 : Self.annotationLimit
    }
    return zip(byLevel, limits).flatMap { $0.prefix($1) }
  }

  private func annotation(
    _ diagnostic: Diagnostic, _ input: ReportInput, _ sources: inout SourceCache
  ) -> String {
    let location = diagnostic.location
    let source = sources[location.path]
    let start = source.position(at: location.range.lowerBound)
    let lines = source.lines(of: location.range)
    var properties = [
      "file=" + property(input.catalogue.pathInRepository(location.path)),
      "line=\(lines.lowerBound)", "endLine=\(lines.upperBound)",
    ]
    // GitHub takes columns for places within one line only.
    if lines.count == 1 { properties.append("col=\(start.column)") }
    properties.append("title=" + property(diagnostic.code))
    return "::\(level(diagnostic.severity)) \(properties.joined(separator: ","))::"
      + data(Words.messageAndHelp(of: diagnostic, input.language, separator: "\n"))
  }

  private func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  private func writeLine(_ line: String, to output: inout [UInt8]) {
    output += line.utf8
    output.append(UInt8(ascii: "\n"))
  }

  /// A text as a command's message.
  private func data(_ text: String) -> String {
    escaped(text) { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      default: nil
      }
    }
  }

  /// A text as the value of a command's property.
  private func property(_ text: String) -> String {
    escaped(data(text)) { scalar in
      switch scalar {
      case ":": "%3A"
      case ",": "%2C"
      default: nil
      }
    }
  }

  private func escaped(_ text: String, _ escape: (Unicode.Scalar) -> String?) -> String {
    text.unicodeScalars.map { escape($0) ?? String($0) }.joined()
  }

  /// Lines for the log, in which no command is found: the former kind, `##[command]`, may stand
  /// anywhere in a line.
  private func logged(_ lines: String) -> String {
    lines.split(separator: "##[", omittingEmptySubsequences: false).joined(separator: "##\u{200B}[")
  }
}

import CanevasSource

/// Findings as lines of `file:line:column: severity: message [code]`, as compilers write them
/// (GNU Coding Standards, section 4.4), so that editors leap to the places.
package struct ShortReport: Sendable {
  package init() {}

  /// Appends the report of `input`: nothing, if nothing was found.
  package func write(_ input: ReportInput, to output: inout [UInt8]) {
    var sources = input.sources
    var text = TerminalText(isColoured: false)
    for diagnostic in input.diagnostics {
      text.write(Self.line(diagnostic, input.language, &sources))
      text.endLine()
    }
    output += text.bytes
  }

  /// The line that tells of a finding.
  static func line(
    _ diagnostic: Diagnostic, _ language: MessageLanguage, _ sources: inout SourceCache
  ) -> String {
    let location = diagnostic.location
    let (line, column) = sources[location.path].position(at: location.range.lowerBound)
    let severity = diagnostic.severity.words[language]
    return "\(location.path):\(line):\(column): \(severity): \(diagnostic.message[language])"
      + " [\(diagnostic.code)]"
  }
}

/// The forms in which findings are told, by the words of `--format`.
package enum ReportFormat: String, CaseIterable, Sendable {
  /// For a person at a terminal.
  case human
  /// A line a finding, for `grep` and editors.
  case short
  /// For programs of one's own.
  case json
  /// For services that keep findings of many tools: SARIF 2.1.0.
  case sarif
  /// GitHub's workflow commands, which put findings beside the changed lines.
  case github
  /// GitLab's Code Quality.
  case gitlab
  /// For what shows the results of tests.
  case junit
  /// For authors who have nothing installed: a page for a job's summary or a comment.
  case markdown

  /// The report of `input`. Only text for terminals has colours, and keeps within `width` columns.
  package func report(
    on input: ReportInput, isColoured: Bool = false, width: Int = 100
  ) -> [UInt8] {
    var output: [UInt8] = []
    switch self {
    case .human: HumanReport(isColoured: isColoured, width: width).write(input, to: &output)
    case .short: ShortReport().write(input, to: &output)
    case .json: JSONReport().write(input, to: &output)
    case .sarif: SARIFReport().write(input, to: &output)
    case .github: GitHubReport().write(input, to: &output)
    case .gitlab: GitLabReport().write(input, to: &output)
    case .junit: JUnitReport().write(input, to: &output)
    case .markdown: MarkdownReport().write(input, to: &output)
    }
    return output
  }
}

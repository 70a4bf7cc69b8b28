import CanevasSource

/// Findings as GitLab's Code Quality reads them: an array with the documented members, nothing
/// more. Source: GitLab's documentation, "Code Quality", section "Code Quality report format".
package struct GitLabReport: Sendable {
  package init() {}

  /// Appends the report of `input`, one JSON array and a line end.
  package func write(_ input: ReportInput, to output: inout [UInt8]) {
    var sources = input.sources
    var writer = JSONWriter()
    writer.array(input.diagnostics) { writer, diagnostic in
      let location = diagnostic.location
      let line = sources[location.path].position(at: location.range.lowerBound).line
      writer.object { writer in
        writer.member("description", Words.messageAndHelp(of: diagnostic, input.language))
        writer.member("check_name", diagnostic.code)
        writer.member("fingerprint", input.fingerprints[diagnostic])
        writer.member("severity", severity(diagnostic.severity))
        writer.member("location") { writer in
          writer.object { writer in
            writer.member("path", input.catalogue.pathInRepository(location.path))
            writer.member("lines") { $0.object { $0.member("begin", line) } }
          }
        }
      }
    }
    output += writer.bytes
    output.append(UInt8(ascii: "\n"))
  }

  /// An error keeps the site from being published; nothing else is as grave.
  private func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "minor"
    case .info: "info"
    }
  }
}

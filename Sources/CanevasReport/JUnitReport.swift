import CanevasSource

/// Findings as results of tests, in the JUnit XML that CI services read: a suite a document. A
/// document without a finding is one passed case. Each finding is a case: an error has failed; a
/// warning or an info is skipped, which services show and let pass.
package struct JUnitReport: Sendable {
  package init() {}

  /// Appends the report of `input`.
  package func write(_ input: ReportInput, to output: inout [UInt8]) {
    let findings = Dictionary(grouping: input.diagnostics, by: \.location.path)
    let paths = Set(input.catalogue.documents).union(findings.keys).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    var sources = input.sources
    var writer = XMLWriter()
    let total = Counts(input.diagnostics, passed: paths.count - findings.count)
    writer.element(
      "testsuites",
      [
        "name": "canevas", "tests": total.tests, "failures": total.failures, "errors": "0",
        "skipped": total.skipped,
      ]
    ) { writer in
      for path in paths { writer.suite(path, findings[path] ?? [], input, &sources) }
    }
    output += writer.bytes
  }
}

/// What a suite counts.
private struct Counts {
  let tests: String
  let failures: String
  let skipped: String

  init(_ findings: [Diagnostic], passed: Int) {
    let failures = findings.count { $0.severity == .error }
    tests = String(findings.count + passed)
    self.failures = String(failures)
    skipped = String(findings.count - failures)
  }
}

extension XMLWriter {
  fileprivate mutating func suite(
    _ path: String, _ findings: [Diagnostic], _ input: ReportInput, _ sources: inout SourceCache
  ) {
    let counts = Counts(findings, passed: findings.isEmpty ? 1 : 0)
    let file = input.catalogue.pathInRepository(path)
    var names: [String: Int] = [:]
    element(
      "testsuite",
      [
        "name": file, "tests": counts.tests, "failures": counts.failures, "errors": "0",
        "skipped": counts.skipped,
      ]
    ) { writer in
      if findings.isEmpty {
        let name = Words.isChecked[input.language]
        writer.empty("testcase", ["classname": file, "name": name, "file": file])
      }
      for finding in findings {
        // Services know a case by its name, so that it says no line and is there once.
        var name = "\(finding.message[input.language]) [\(finding.code)]"
        names[name, default: 0] += 1
        if let number = names[name], number > 1 { name += " (\(number))" }
        writer.finding(finding, name: name, file: file, input.language, &sources)
      }
    }
  }

  private mutating func finding(
    _ finding: Diagnostic, name: String, file: String, _ language: MessageLanguage,
    _ sources: inout SourceCache
  ) {
    let message = finding.message[language]
    let line = sources[finding.location.path].position(at: finding.location.range.lowerBound).line
    element(
      "testcase", ["classname": file, "name": name, "file": file, "line": String(line)]
    ) { writer in
      switch finding.severity {
      case .error:
        var place = ShortReport.line(finding, language, &sources)
        if let help = finding.help { place += "\n" + help[language] }
        writer.element("failure", ["type": finding.code, "message": message], text: place)
      case .warning, .info:
        writer.empty("skipped", ["type": finding.code, "message": message])
      }
    }
  }
}

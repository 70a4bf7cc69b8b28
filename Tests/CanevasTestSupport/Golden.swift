import FoundationEssentials
package import Testing

/// Expects a text to be what a file under `Tests/Fixtures` holds.
///
/// With `UPDATE_GOLDENS=1` in the environment a file that differs is written anew, and the test
/// fails all the same, so that no run can pass by rewriting what it is measured against.
package func expectGolden(
  _ actual: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let file = fixturesFolder + "/" + path
  let expected = try? String(contentsOfFile: file, encoding: .utf8)
  guard actual != expected else { return }
  guard ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" else {
    let problem =
      expected.map { firstDifference(actual, $0) } ?? "there is no such file"
    Issue.record(
      "\(path): \(problem); UPDATE_GOLDENS=1 rewrites it", sourceLocation: sourceLocation)
    return
  }
  do {
    try actual.write(toFile: file, atomically: true, encoding: .utf8)
    Issue.record("\(path) was rewritten", sourceLocation: sourceLocation)
  } catch {
    Issue.record(error, "\(path) cannot be written", sourceLocation: sourceLocation)
  }
}

private func firstDifference(_ actual: String, _ expected: String) -> String {
  let actual = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let line = zip(actual, expected).prefix { $0 == $1 }.count
  func shown(_ lines: [Substring]) -> String {
    line < lines.count ? "« \(lines[line]) »" : "the end"
  }
  return "line \(line + 1) is \(shown(actual)) instead of \(shown(expected))"
}

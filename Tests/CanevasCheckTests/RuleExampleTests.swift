import CanevasCheck
import CanevasSource
import CanevasTestSupport
import Testing

/// Every rule is tested by its own examples: it finds what they mark, nothing else is wrong with
/// them, and the good form is without fault.
@Suite struct RuleExampleTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let code: String
    let example: RuleDocumentation.Example
    var testDescription: String { code }

    /// What is found in the example's file, when that file holds `bytes`.
    func findings(_ bytes: [UInt8], isGood: Bool = false) -> [Diagnostic] {
      var files = example.others
      if isGood { files.merge(example.added) { _, added in added } }
      files[example.path] = nil
      let file = SourceFile(path: example.path, bytes: bytes)
      return check(catalogue(files, file)).filter { $0.location.path == example.path }
    }

    func findings(_ text: String, isGood: Bool = false) -> [Diagnostic] {
      findings(Array(text.utf8), isGood: isGood)
    }
  }

  static let cases = Rule.all.flatMap { rule in
    rule.documentation.examples.map { Case(code: rule.code, example: $0) }
  }

  @Test(arguments: cases) func findsWhatTheBadExampleMarks(_ example: Case) {
    let marked = MarkedText(example.example.bad)
    let found = example.findings(marked.text).filter { $0.code == example.code }
    #expect(found.map(\.location.range) == marked.ranges)
  }

  @Test(arguments: cases) func findsNothingElseInTheBadExample(_ example: Case) {
    let found = example.findings(MarkedText(example.example.bad).text)
    let others = found.filter { $0.code != example.code && $0.severity > .info }
    #expect(others.map(\.code) == example.example.besides)
  }

  @Test(arguments: cases) func findsNothingInTheGoodExample(_ example: Case) {
    let found = example.findings(example.example.good, isGood: true)
    #expect(found.filter { $0.code == example.code || $0.severity > .info }.map(\.code) == [])
  }

  @Test(arguments: cases) func everyFindingHasANextStep(_ example: Case) {
    for finding in example.findings(MarkedText(example.example.bad).text) {
      #expect(finding.help != nil || !finding.fixes.isEmpty)
    }
  }

  @Test(arguments: cases) func fixesMendWhatTheyAreFor(_ example: Case) {
    let text = Array(MarkedText(example.example.bad).text.utf8)
    let found = example.findings(text).filter { $0.code == example.code }
    for (number, finding) in found.enumerated() {
      for fix in finding.fixes {
        let fixed = fix.edits.applied(to: text)
        let left = example.findings(fixed).filter { $0.code == example.code }
        #expect(
          left.count == found.count - 1, "after fix of finding \(number): \(fix.title.french)")
        #expect(fixed != text)
      }
    }
  }

  /// What all safe fixes make of an example needs no further safe fix, and is no worse.
  @Test(arguments: cases) func safeFixesAreIdempotent(_ example: Case) {
    let text = Array(MarkedText(example.example.bad).text.utf8)
    let found = example.findings(text)
    let fixed = found.safeEdits.applied(to: text)
    let left = example.findings(fixed)
    #expect(left.safeEdits == [])
    #expect(left.count { $0.severity > .info } <= found.count { $0.severity > .info })
  }
}

extension [Diagnostic] {
  /// The edits of every safe fix.
  fileprivate var safeEdits: [TextEdit] {
    flatMap { $0.fixes.filter { $0.safety == .safe }.flatMap(\.edits) }
  }
}

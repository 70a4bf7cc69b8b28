import CanevasCheck
import CanevasLink
import CanevasSource
import CanevasTestSupport
import Testing

/// Every rule is tested by its own examples: it finds what they mark, and is silent on the good
/// form.
@Suite struct RuleExampleTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let code: String
    let example: RuleDocumentation.Example
    var testDescription: String { code }
  }

  static let cases = Rule.all.flatMap { rule in
    rule.documentation.examples.map { Case(code: rule.code, example: $0) }
  }

  @Test(arguments: cases) func findsWhatTheBadExampleMarks(_ example: Case) {
    let marked = MarkedText(example.example.bad)
    let found = findings(example, text: marked.text)
    #expect(found.map(\.location.range) == marked.ranges)
  }

  @Test(arguments: cases) func isSilentOnTheGoodExample(_ example: Case) {
    #expect(findings(example, text: example.example.good).isEmpty)
  }

  /// What the example's own rule finds in the example's file.
  private func findings(_ example: Case, text: String) -> [Diagnostic] {
    var files = example.example.others.merging(Self.sheet) { own, _ in own }
    files[example.example.path] = text
    let catalogue = Catalogue(
      files.sorted { $0.key < $1.key }.map { ReadFile(SourceFile(path: $0, text: $1)) })
    return check(catalogue).filter {
      $0.code == example.code && $0.location.path == example.example.path
    }
  }

  private static let sheet = ["canvases/catalogue.md": "# Catalogue\n\n- Langue : fr\n"]
}

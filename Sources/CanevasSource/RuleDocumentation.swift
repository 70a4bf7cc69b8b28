/// What a rule says about itself: printed by `canevas explain`, shown in the guide, and tested,
/// since its examples are run.
package struct RuleDocumentation: Sendable {
  /// A document that shows the rule at work.
  package struct Example: Sendable {
    /// The example's file, relative to the catalogue's root.
    package let path: String
    /// The document; `⟦` and `⟧` mark what the rule finds in it.
    package let bad: String
    /// The same document as it should be; the rule is silent on it.
    package let good: String
    /// Other files that the example needs, by path.
    package let others: [String: String]
    /// Files that mend the document from outside, by path: they are there in the good form only.
    package let added: [String: String]
    /// The codes of other rules that find something in the bad form, too; infos aside.
    package let besides: [String]

    package init(
      path: String = "canvases/fiches/exemple.md", bad: String, good: String,
      others: [String: String] = [:], added: [String: String] = [:], besides: [String] = []
    ) {
      self.path = path
      self.bad = bad
      self.good = good
      self.others = others
      self.added = added
      self.besides = besides
    }

    /// The bad document without the marks.
    package var badText: String {
      String(String.UnicodeScalarView(bad.unicodeScalars.filter { $0 != "⟦" && $0 != "⟧" }))
    }
  }

  /// The rule's stable name, in French kebab-case.
  package let code: String
  /// How grave a finding usually is.
  package let severity: Severity
  /// What is found.
  package let summary: Bilingual
  /// Why it matters.
  package let reason: Bilingual
  /// How to mend it.
  package let remedy: Bilingual
  package var examples: [Example] { makeExamples() }

  /// Examples are whole documents: they are put together where they are asked for, and not at each
  /// start of the program.
  private let makeExamples: @Sendable () -> [Example]

  package init(
    _ code: String, _ severity: Severity, summary: Bilingual, reason: Bilingual,
    remedy: Bilingual,
    examples: @autoclosure @escaping @Sendable () -> [Example]
  ) {
    self.code = code
    self.severity = severity
    self.summary = summary
    self.reason = reason
    self.remedy = remedy
    makeExamples = examples
  }
}

import CanevasCheck
import CanevasModel
import CanevasSource
import CanevasTestSupport
import Testing

/// Safe fixes keep their promise: over the rules' examples, and over real documents with slips, no
/// word goes, the meaning stays, a second run changes nothing and no error comes.
@Suite struct SafeFixTests {
  @Test(arguments: RuleExampleTests.cases) func keepTheMeaningOfExamples(
    _ example: RuleExampleTests.Case
  ) {
    let text = MarkedText(example.example.bad).text
    expectPromise(SourceFile(path: example.example.path, text: text), example.example.others)
  }

  @Test(arguments: 0..<30) func keepTheMeaningOfADamagedCanvas(_ seed: UInt64) {
    var damage = Damage(seed: seed &+ 1000)
    for _ in 0..<10 {
      let file = SourceFile(
        path: "canvases/fiches/angel-me.md", bytes: damage.damaged(CascadeTests.canvas))
      expectPromise(file, CascadeTests.others)
    }
  }

  @Test func thereAreDocuments() {
    #expect(sourceDocuments.count > 60)
  }

  @Test(arguments: sourceDocuments) func keepTheMeaningOfARealDocument(_ file: SourceFile) {
    expectPromise(file, [:])
    var damage = Damage(seed: UInt64(file.bytes.count))
    let text = String(decoding: file.bytes, as: UTF8.self)
    for _ in 0..<3 {
      expectPromise(SourceFile(path: file.path, bytes: damage.damaged(text)), [:])
    }
  }

  private func expectPromise(_ file: SourceFile, _ others: [String: String]) {
    let mending = Mending(file, among: others)
    let text = String(decoding: file.bytes, as: UTF8.self)
    let comment = Comment(rawValue: "\(file.path), \(mending.codes.sorted()):\n\(text)")
    #expect(mending.mender.unsettled.isEmpty, comment)

    let again = Mending(mending.after, among: others)
    #expect(again.after == mending.after, comment)

    func errors(_ findings: [Diagnostic]) -> Int { findings.count { $0.severity == .error } }
    #expect(
      errors(mending.findingsAfter) <= errors(mending.findingsBefore),
      "\(mending.findingsAfter.map(\.code)) after \(comment)")

    let changes = mending.codes.map {
      changesOfSafeFixes[$0] == .comment ? .nothing : changesOfSafeFixes[$0]
    }
    #expect(changes.allSatisfy { $0 != nil }, comment)
    expectNoWordIsLost(mending, comment)
    let (old, new) = (meaning(of: mending.before), meaning(of: mending.after))
    if changes.allSatisfy({ $0 == .nothing }) {
      #expect(old == new, comment)
    } else if changes.allSatisfy({ $0 == .nothing || $0 == .order }) {
      #expect(old.sorted() == new.sorted(), comment)
    }
  }

  private func expectNoWordIsLost(_ mending: Mending, _ comment: Comment) {
    let before = words(of: String(decoding: mending.before.bytes, as: UTF8.self))
    let after = words(of: String(decoding: mending.after.bytes, as: UTF8.self))
    // What a finding is about may go where the table says so.
    let named = mending.mender.made(in: mending.before.path)
      .filter { [.heading, .comment].contains(changesOfSafeFixes[$0.finding.code]) }
      .flatMap { words(of: mending.marked[$0.finding] ?? "") }
    #expect(lost(lost(before, after), named) == [], comment)
  }

  /// Documents that are told in one language and mended in another would be a poor joke.
  @Test(arguments: RuleExampleTests.cases) func everyFixHasATitleInBothLanguages(
    _ example: RuleExampleTests.Case
  ) {
    for finding in example.findings(MarkedText(example.example.bad).text) {
      for fix in finding.fixes {
        #expect(!fix.title.french.isEmpty && !fix.title.english.isEmpty)
        #expect(!fix.edits.isEmpty)
      }
    }
  }

  /// A code whose fixes are safe in an example is in the table.
  @Test func theTableNamesEveryCodeWithASafeFix() {
    let safe = RuleExampleTests.cases.filter { example in
      example.findings(MarkedText(example.example.bad).text).contains { finding in
        finding.code == example.code && finding.fixes.contains { $0.safety == .safe }
      }
    }
    #expect(Set(safe.map(\.code)).isSubset(of: Set(changesOfSafeFixes.keys)))
    for code in changesOfSafeFixes.keys { #expect(Rule.named(code) != nil, "\(code)") }
  }
}

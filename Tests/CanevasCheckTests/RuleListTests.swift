import CanevasCheck
import CanevasSource
import Testing

/// What holds for every rule of the list.
@Suite struct RuleListTests {
  @Test func codesAreListedOnceAndSorted() {
    let codes = Rule.all.map(\.code)
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
  }

  @Test func rulesAreFoundByTheirCodes() {
    for rule in Rule.all { #expect(Rule.named(rule.code)?.code == rule.code) }
    #expect(Rule.named("inconnue") == nil)
  }

  @Test(arguments: Rule.all.map(\.documentation)) func codeIsASlug(_ rule: RuleDocumentation) {
    #expect(isSlug(rule.code))
  }

  @Test(arguments: Rule.all.map(\.documentation))
  func isDocumentedInBothLanguages(_ rule: RuleDocumentation) {
    for text in [rule.summary, rule.reason, rule.remedy] {
      #expect(!text.french.isEmpty && !text.english.isEmpty)
      #expect(text.french != text.english)
    }
    #expect(!rule.summary.french.hasSuffix("."))
    #expect(rule.reason.french.hasSuffix(".") && rule.reason.english.hasSuffix("."))
    #expect(rule.remedy.french.hasSuffix(".") && rule.remedy.english.hasSuffix("."))
  }
}

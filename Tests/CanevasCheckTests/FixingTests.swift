import CanevasCheck
import CanevasSource
import Foundation
import Testing

/// How fixes are chosen and made one after the other, whatever the rules are.
@Suite struct FixingTests {
  private static let path = "canvases/fiches/essai.md"

  /// A finding whose fix replaces the first `old` of a text.
  private func finding(
    _ code: String, _ old: String, _ new: String, in text: String, _ safety: Fix.Safety = .safe
  ) -> Diagnostic? {
    guard let place = text.range(of: old)?.lowerBound else { return nil }
    let start = text.utf8.distance(from: text.startIndex, to: place)
    let range = ByteRange(start, start + old.utf8.count)
    return Diagnostic(
      code: code, severity: .warning, message: Bilingual(old, old),
      location: Location(path: Self.path, range: range),
      fixes: [Fix(Bilingual(new, new), safety, [TextEdit(range, new)])])
  }

  /// The texts that a file has, from round to round, under rules that replace one text by another.
  private func rounds(
    _ text: String, _ rules: [(code: String, old: String, new: String)]
  ) -> (texts: [String], mender: Mender) {
    var mender = Mender()
    var texts = [text]
    for _ in 0..<1000 {
      let now = texts[texts.count - 1]
      let findings = rules.compactMap { finding($0.code, $0.old, $0.new, in: now) }
      let file = SourceFile(path: Self.path, text: now)
      guard let next = mender.round(findings, in: { _ in file }).first else { break }
      texts.append(next.text(next.wholeRange))
    }
    return (texts, mender)
  }

  @Test func fixesThatDoNotTouchAreMadeAtOnce() {
    #expect(rounds("a b", [("x", "a", "A"), ("y", "b", "B")]).texts == ["a b", "A B"])
  }

  @Test func aFixThatTouchesAnotherWaits() {
    #expect(rounds("ab", [("x", "a", "A"), ("y", "b", "B")]).texts == ["ab", "Ab", "AB"])
    #expect(rounds("abc", [("x", "ab", "A"), ("y", "bc", "B")]).texts == ["abc", "Ac"])
  }

  @Test func fixesThatUndoEachOtherEndWhereTheyBegan() {
    let circle = [("x", "a", "b"), ("y", "b", "a")]
    let (texts, mender) = rounds("a", circle)
    #expect(texts == ["a", "b", "a"])
    #expect(mender.unsettled == [Self.path])
    #expect(mender.made == [])
    #expect(rounds("b", circle).texts.last == "b")
  }

  @Test func aCircleIsLeftAtItsFirstText() {
    let (texts, mender) = rounds("z", [("w", "z", "a"), ("x", "a", "b"), ("y", "b", "a")])
    #expect(texts == ["z", "a", "b", "a"])
    #expect(mender.made.map(\.finding.code) == ["w"])
    #expect(rounds("a", [("w", "z", "a"), ("x", "a", "b"), ("y", "b", "a")]).texts.last == "a")
  }

  @Test func fixesThatOnlyGrowEnd() {
    let (texts, mender) = rounds("a", [("x", "a", "ab")])
    #expect(texts.count < 300)
    #expect(mender.unsettled == [Self.path])
  }

  @Test func whatIsNotSafeIsLeft() {
    var mender = Mender()
    let file = SourceFile(path: Self.path, text: "a b")
    let findings = [Fix.Safety.review, .placeholder].compactMap {
      finding("x", "a", "A", in: "a b", $0)
    }
    #expect(mender.round(findings, in: { _ in file }) == [])
  }

  @Test(arguments: ["conflit-non-resolu", "encodage-inconnu", "octet-nul"])
  func aSpoiltFileIsLeftAlone(code: String) throws {
    let spoilt = try #require(Rule.named(code)?.code)
    var mender = Mender()
    let file = SourceFile(path: Self.path, text: "a <")
    let findings = [
      finding("x", "a", "A", in: "a <"), finding(spoilt, "<", ">", in: "a <", .review),
    ]
    #expect(mender.round(findings.compactMap(\.self), in: { _ in file }) == [])
    var review = Review()
    #expect(review.next(findings.compactMap(\.self))?.finding.code == spoilt)
  }

  @Test func newLinesEndAsThoseOfTheFile() {
    let text = CascadeTests.canvas.replacing(
      "## CARACTÉRISTIQUES PRINCIPALES\n\n- Inventaire à domicile\n\n", with: ""
    ).replacing("- Statut : retenue\n", with: "").replacing("\n", with: "\r\n")
    let file = SourceFile(path: "canvases/fiches/angel-me.md", text: text)
    let findings = check(catalogue(CascadeTests.others, file)).filter {
      $0.location.path == file.path && !$0.fixes.isEmpty
    }
    #expect(findings.map(\.code).contains("section-absente"))
    #expect(findings.map(\.code).contains("cle-absente"))
    for fix in findings.flatMap(\.fixes) {
      let fixed = file.applying(fix.edits).bytes
      for (index, byte) in fixed.enumerated() where byte == 0x0A {
        #expect(fixed[index - 1] == 0x0D, "\(fix.title.french)")
      }
    }
  }

  @Test func aReviewAsksEveryQuestionOnce() {
    var review = Review()
    var text = "a b a c"
    var asked: [String] = []
    let rules = [("x", "b", "long"), ("y", "c", "C"), ("z", "a", "aa")]
    while true {
      let findings = rules.compactMap { finding($0.0, $0.1, $0.2, in: text, .review) }
      guard let question = review.next(findings) else { break }
      asked.append(question.finding.code)
      guard question.finding.code == "x" else { continue }
      text = String(
        decoding: question.fixes[0].edits.applied(to: Array(text.utf8)), as: UTF8.self)
      review.made(question.fixes[0])
    }
    #expect(asked == ["z", "x", "y"])
    #expect(text == "a long a c")
  }
}

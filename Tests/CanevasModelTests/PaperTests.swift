import CanevasModel
import CanevasSource
import CanevasSyntax
import CanevasTestSupport
import Foundation
import Testing

/// What fits on paper: lines, columns, sheets and posters.
@Suite struct PaperTests {
  /// A canvas whose sections under `heading` say so many sentences.
  private func canvas(_ heading: String = "CARACTÉRISTIQUES PRINCIPALES", sentences: Int)
    -> TypedDocument
  {
    let sentence = "Des plats de saison, cuisinés avec les légumes des maraîchers voisins."
    let items = (0..<sentences).map { "- \(sentence) (\($0))" }.joined(separator: "\n")
    let text = """
      # Cantine

      Un repas partagé

      - Statut : idée

      > « Le midi, je mange ici. »

      ## ENJEUX / SOLUTION

      Comment manger mieux ?

      Une cantine.

      ## \(heading)

      \(items)

      """
    let file = SourceFile(path: "canvases/fiches/cantine.md", bytes: Array(text.utf8))
    return TypedDocument(ParsedFile(file), id: DocumentID(.canvas, "cantine"))
  }

  /// Where no space is one that typography binds, lines are those of `wrapped`.
  @Test func paragraphsBreakAsTextDoes() {
    let words = ["un", "atelier", "très-bien", "équipé", "pour", "la", "réparation-partagée", "à"]
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 1...40, using: &random))
        .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
      let width = Int.random(in: 12_000...60_000, using: &random)
      let type = SheetSize.all[0].text
      let lines = Paragraph(text).lines(type, in: width * type.size / 1000)
      #expect(lines == wrapped(text, within: width).count, "\(text) in \(width)")
    }
  }

  @Test func aLongWordIsCut() {
    let type = SheetSize.all[0].text
    let word = String(repeating: "m", count: 100)
    let lines = Paragraph(word).lines(type, in: 833 * 10 * type.size / 1000)
    #expect(lines == 10)
  }

  /// A no-break space keeps its neighbours on one line.
  @Test func typographyBindsPunctuation() {
    let type = SheetSize.all[0].text
    let width = advance(of: "aaaa bbbb") * type.size / 1000 + 1
    #expect(Paragraph("aaaa bbbb cc").lines(type, in: width) == 2)
    #expect(Paragraph("aaaa bbbb : c").lines(type, in: width) == 2)
    #expect(Paragraph("aaaa bbbb ?").lines(type, in: width) == 2)
  }

  @Test func theFirstSizeThatFitsIsTaken() {
    var last = SheetSize.all[0].name
    for sentences in stride(from: 1, through: 90, by: 4) {
      let fit = SheetFit(canvas(sentences: sentences))
      let name = fit.rectoSetting?.size.name ?? 0
      #expect(name <= last, "more text is never set larger")
      #expect((fit.overflow == nil) == (fit.rectoSetting != nil))
      last = name
    }
    #expect(last == 0, "ninety sentences do not fit")
  }

  @Test func theLongestSectionIsToBlame() throws {
    let overflow = try #require(SheetFit(canvas(sentences: 120)).overflow)
    #expect(overflow.section?.name == .features)
    #expect(overflow.lines > overflow.excess && overflow.excess > 0)
    let story = canvas(sentences: 1).file
    let long = String(decoding: story.bytes, as: UTF8.self).replacing(
      "Le midi, je mange ici.", with: String(repeating: "Le midi, je mange ici. ", count: 400))
    let file = SourceFile(path: story.path, bytes: Array(long.utf8))
    let told = SheetFit(TypedDocument(ParsedFile(file), id: DocumentID(.canvas, "cantine")))
    #expect(try #require(told.overflow).section == nil)
  }

  /// Cutting what the overflow counts makes the sheet fit, and half of it does not.
  @Test func theExcessIsWhatHasToGo() throws {
    for sentences in [90, 120, 160] {
      let overflow = try #require(SheetFit(canvas(sentences: sentences)).overflow)
      let perItem = Double(overflow.lines) / Double(sentences)
      let cut = Int((Double(overflow.excess) / perItem).rounded(.up)) + 1
      #expect(SheetFit(canvas(sentences: sentences - cut)).overflow == nil)
      #expect(SheetFit(canvas(sentences: sentences - cut / 2)).overflow != nil)
    }
  }

  @Test func aPosterShrinksBeforeItOverflows() {
    var last = PosterGeometry.sizes[0]
    for sentences in stride(from: 1, through: 60, by: 3) {
      let fit = PosterFit(canvas("CIBLES CLIENTS", sentences: sentences))
      #expect((fit.size ?? 0) <= last)
      #expect((fit.overflow == nil) == (fit.size != nil))
      last = fit.size ?? 0
    }
    #expect(last == 0)
    let fit = PosterFit(canvas("CIBLES CLIENTS", sentences: 60))
    #expect(fit.overflow?.section?.name == .customers)
    #expect(PosterGeometry.emergencySizes.contains(fit.settingSize))
  }

  /// Every block of the poster has its place, once.
  @Test func thePosterShowsEveryBlockOnce() {
    let placed = PosterBlock.columns.flatMap(\.self) + PosterBlock.base
    #expect(Set(placed) == Set(PosterBlock.allCases))
    #expect(placed.count == PosterBlock.allCases.count)
  }

  // The style sheet and the estimate speak of the same page.

  private static let styleSheet: String = {
    let data = FileManager.default.contents(atPath: projectFolder + "/templates/paper.css")
    return String(decoding: data ?? Data(), as: UTF8.self)
  }()

  /// The value that a rule gives a property, in thousandths of a point.
  private func length(_ property: String, of selector: String) throws -> Int {
    let start = try #require(
      Self.styleSheet.range(of: "\n\(selector) {"), "no rule \(selector)")
    let rule = Self.styleSheet[start.upperBound...].prefix { $0 != "}" }
    let key = try #require(rule.range(of: " \(property): "), "\(selector) has no \(property)")
    let value = rule[key.upperBound...].prefix { $0 != ";" }
    let number = try #require(Double(value.prefix { $0.isNumber || $0 == "." }))
    return Int((value.hasSuffix("mm") ? number * 360_000 / 127 : number * 1000).rounded())
  }

  @Test func theStyleSheetHasTheSamePage() throws {
    #expect(try abs(length("--page-width", of: ":root") - SheetGeometry.width) < 10)
    #expect(try abs(length("--page-height", of: ":root") - SheetGeometry.height) < 10)
    #expect(try length("--gap", of: ":root") == SheetGeometry.gap)
  }

  @Test(arguments: SheetSize.all) func theStyleSheetHasTheSameSizes(_ size: SheetSize) throws {
    let rule = ".size-\(size.name)"
    #expect(try length("--size", of: rule) == size.text.size)
    #expect(try length("--leading", of: rule) == size.text.leading)
    #expect(try length("--story", of: rule) == size.story.size)
    #expect(try length("--story-leading", of: rule) == size.story.leading)
    #expect(try length("--question", of: rule) == size.question.size)
    #expect(try length("--question-leading", of: rule) == size.question.leading)
    #expect(try length("--between", of: rule) == size.between)
    #expect(try length("--air", of: rule) == size.air)
    #expect(size.text.size >= 8_500)
  }

  @Test func theStyleSheetHasTheSamePosterSizes() throws {
    for size in PosterGeometry.sizes + PosterGeometry.emergencySizes {
      #expect(try length("--t", of: ".type-\(size)") == size * 100)
    }
    #expect(PosterGeometry.sizes.allSatisfy { $0 >= 90 })
  }
}

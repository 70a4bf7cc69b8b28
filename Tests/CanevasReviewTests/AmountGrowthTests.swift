import CanevasModel
import CanevasReview
import CanevasSource
import Testing

/// How an amount grew is told in as many digits as say something.
@Suite struct AmountGrowthTests {
  @Test(arguments: [
    (12.0, "+12 %"), (-5.0, "−5 %"), (0.4, "+0,4 %"), (-0.06, "−0,1 %"),
    // 1,5 M€ → 1 500 000 €
    (0.0, "même montant"),
    (0.0001, "hausse de moins de 0,1 %"), (-0.04, "baisse de moins de 0,1 %"),
  ])
  func percents(_ share: Double, _ words: String) {
    #expect(Amount.Growth.percent(share).words.french.replacing("\u{A0}", with: " ") == words)
  }
}

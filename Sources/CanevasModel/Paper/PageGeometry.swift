/// Lengths on paper are in thousandths of a point.
package typealias Millipoints = Int

/// Type of one size: how large it is, and how far its lines are apart.
package struct TypeSize: Hashable, Sendable {
  package let size: Millipoints
  package let leading: Millipoints

  init(_ size: Millipoints, _ leading: Millipoints) {
    self.size = size
    self.leading = leading
  }
}

/// The printed sheet of a canvas: the lengths that decide what fits on its two sides. `paper.css`
/// sets the same ones; a test compares them.
package enum SheetGeometry {
  /// What an A4 page holds between its margins: 186 × 277 mm.
  package static let width = 527_244
  package static let height = 785_197
  package static let gap = 20_000
  static let column = (width - gap) / 2
  /// The line at the foot of a side, with the space above it.
  static let foot = 18_000
  /// What is left free on each side, for what the estimate may miss.
  static let rectoSlack = 4_000
  static let versoSlack = 10_000

  static let headRule = 5_000
  static let headPadding = 7_000
  static let kicker = TypeSize(8_500, 11_000)
  static let title = TypeSize(30_000, 32_000)
  static let titleMargin = 5_000
  static let tagline = TypeSize(13_000, 16_000)
  static let taglineMargin = 3_000
  static let teller = TypeSize(8_500, 11_000)
  static let tellerMargin = 3_000
  /// The rule at a story's left, with its padding.
  static let storyIndent = 11_500
  static let storyGap = 8_000
  static let questionMargin = 5_000

  static let heading = TypeSize(8_500, 10_500)
  /// A heading's letter-spacing, in thousandths of an em.
  static let headingTracking = 50
  static let headingRule = 3_750
  static let headingMargin = 2_500
  static let indent = 9_000
  static let paragraphGap = 2_500
  static let itemGap = 1_250
  /// The space around a picture that spans both columns.
  static let pictureMargin = 14_000
  /// The largest height of an offering diagram that stands in a column: 55 mm.
  static let diagram = 155_906
  /// The largest heights, in millimetres, that a system map may have, and an offering diagram that
  /// spans both columns.
  static let maps = [95, 85, 75, 65, 55]
  static let goodMaps = [95, 85]
  static let wideDiagrams = [90, 80, 70]
}

/// The sizes of a sheet's text, from the largest: a build takes the first that fits.
package struct SheetSize: Hashable, Sendable {
  /// The size in tenths of a point, by which the style sheet knows it.
  package let name: Int
  package let text: TypeSize
  package let story: TypeSize
  package let question: TypeSize
  /// The space between sections.
  package let between: Millipoints
  /// The space under the head and under the lead.
  package let air: Millipoints

  package static let all = [
    SheetSize(
      name: 100, text: TypeSize(10_000, 13_500), story: TypeSize(10_750, 14_500),
      question: TypeSize(14_000, 17_000), between: 10_000, air: 18_000),
    SheetSize(
      name: 95, text: TypeSize(9_500, 12_750), story: TypeSize(10_250, 13_750),
      question: TypeSize(13_000, 16_000), between: 9_000, air: 16_000),
    SheetSize(
      name: 90, text: TypeSize(9_000, 12_000), story: TypeSize(9_500, 12_750),
      question: TypeSize(12_000, 14_500), between: 8_000, air: 13_000),
    SheetSize(
      name: 85, text: TypeSize(8_500, 11_000), story: TypeSize(8_750, 11_500),
      question: TypeSize(10_500, 13_000), between: 6_500, air: 10_000),
  ]

  /// The smallest size, below which nothing is set.
  package static var smallest: SheetSize { all[all.count - 1] }
}

/// The poster of a canvas: nine blocks on one A3 page. `paper.css` sets the same lengths.
package enum PosterGeometry {
  /// What an A3 page on its side holds between its margins: 396 × 275 mm.
  package static let width = 1_122_520
  package static let height = 779_528
  static let gap = 24_000
  static let headRule = 7_000
  static let headPadding = 10_000
  static let kicker = TypeSize(11_000, 14_000)
  static let title = TypeSize(44_000, 46_000)
  static let titleMargin = 6_000
  static let tagline = TypeSize(18_000, 22_000)
  static let taglineMargin = 4_000
  static let question = TypeSize(17_000, 21_000)
  static let questionGap = 4_000
  static let headFoot = 12_000
  /// The frame of a block with its padding, on one side.
  static let blockPadding = 8_000
  static let blockTitle = TypeSize(11_000, 14_000)
  static let blockTitleMargin = 5_000
  static let sectionGap = 7_000
  static let paragraphGap = 3_500
  static let itemGap = 2_500
  static let indent = 10_000
  static let emptyBlock = 64_000
  static let rule = 750
  static let base = 130_000
  static let foot = 20_000
  /// What is left free, for what the estimate may miss.
  static let slack = 8_000

  /// The sizes of the text, in tenths of a point, from the largest.
  package static let sizes = [160, 150, 140, 130, 120, 115, 110, 105, 100, 95, 90]
  /// What is taken when the text does not fit at 9 points either: it fits, and is too small.
  package static let emergencySizes = [80, 70, 60, 50, 40, 30]

  static var smallestSize: Int { emergencySizes[emergencySizes.count - 1] }

  static func text(_ size: Int) -> TypeSize { TypeSize(size * 100, size * 130) }
}

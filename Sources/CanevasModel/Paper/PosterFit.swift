import CanevasSource
import CanevasSyntax

extension SectionName {
  /// Whether the section's heading says the same as the title of its block on the poster, so that
  /// it stands there without.
  package var namesItsBlock: Bool {
    switch self {
    case .challenge, .policy, .remarks, .indicators: false
    default: true
    }
  }
}

extension PosterBlock {
  /// The upper blocks from left to right, and those of the base.
  package static let columns: [[PosterBlock]] = [
    [.partners], [.activities, .resources], [.proposition], [.relations, .channels], [.segments],
  ]
  package static let base: [PosterBlock] = [.costs, .revenue]
}

extension TypedDocument {
  /// The sections that a block of the poster tells, in the author's order.
  package func sections(in block: PosterBlock) -> [Section] {
    sections.filter { $0.name?.posterBlock == block && !$0.isEmpty }
  }
}

/// How large the text of a canvas's poster can be, estimated from the widths of the text.
package struct PosterFit: Sendable {
  private typealias Geometry = PosterGeometry

  let document: TypedDocument
  private let told: [PosterBlock: [(heading: Paragraph?, blocks: [PaperBlock])]]
  /// What the head leaves to the blocks.
  let room: Millipoints

  package init(_ document: TypedDocument) {
    self.document = document
    room = Geometry.height - Geometry.foot - Geometry.slack - headHeight(of: document)
    var told: [PosterBlock: [(heading: Paragraph?, blocks: [PaperBlock])]] = [:]
    for block in PosterBlock.allCases {
      told[block] = document.sections(in: block).map { section in
        let isNamed = section.name == .challenge || section.name?.namesItsBlock == true
        return (
          isNamed ? nil : Paragraph(section.heading.text.plain, .bold), section.posterBlocks
        )
      }
    }
    self.told = told
  }

  /// The largest size at which all blocks fit, in tenths of a point; `nil` when none does.
  package var size: Int? { Geometry.sizes.first(where: fits) }

  /// The size that the poster takes: where none of the usual ones fits, one that is too small.
  package var settingSize: Int {
    size ?? Geometry.emergencySizes.first(where: fits) ?? Geometry.smallestSize
  }

  private func fits(_ size: Int) -> Bool {
    upperHeight(size) + baseHeight(size) <= room
  }

  static let columnWidth = Geometry.width / 5 - 2 * Geometry.blockPadding - Geometry.rule
  static let baseWidth = Geometry.width / 2 - 2 * Geometry.blockPadding - Geometry.rule

  /// The height of the five upper columns.
  func upperHeight(_ size: Int) -> Millipoints {
    2 * Geometry.rule + (PosterBlock.columns.map { height(of: $0, size) }.max() ?? 0)
  }

  /// The height of the two blocks below.
  func baseHeight(_ size: Int) -> Millipoints {
    let heights = PosterBlock.base.map { height(of: [$0], size) }
    return 2 * Geometry.rule + max(Geometry.base, heights.max() ?? 0)
  }

  /// The height of blocks that stand in one column.
  func height(of blocks: [PosterBlock], _ size: Int) -> Millipoints {
    let isBase = blocks.allSatisfy(PosterBlock.base.contains)
    let width = isBase ? Self.baseWidth : Self.columnWidth
    return blocks.reduce(0) { height, block in
      height + Geometry.rule + max(Geometry.emptyBlock, self.height(of: block, size, in: width))
    }
  }

  /// The height of a block with its title.
  private func height(of block: PosterBlock, _ size: Int, in width: Millipoints) -> Millipoints {
    let style = PosterGeometry.style(size, in: width)
    var height = 2 * Geometry.blockPadding + Geometry.blockTitle.leading + Geometry.blockTitleMargin
    for (number, section) in (told[block] ?? []).enumerated() {
      if number > 0 { height += Geometry.sectionGap }
      if let heading = section.heading {
        height += heading.lines(style.text, in: width) * style.text.leading
      }
      height += style.strips(section.blocks).height
    }
    return height
  }
}

extension Section {
  /// The section's paragraphs on the poster, whose head asks the questions.
  var posterBlocks: [PaperBlock] {
    paperBlocks.filter { if case .question = $0.role { false } else { true } }
  }
}

/// The height of the poster's head: name and tagline at the left, the questions at the right.
private func headHeight(of document: TypedDocument) -> Millipoints {
  typealias Geometry = PosterGeometry
  let width = (Geometry.width - Geometry.gap) / 2
  let title = Paragraph(document.title, .bold, tracking: -20)
  var name = Geometry.kicker.leading + Geometry.titleMargin
  name += title.lines(Geometry.title, in: width) * Geometry.title.leading
  if let tagline = document.head.tagline {
    let lines = Paragraph(tagline).lines(Geometry.tagline, in: width)
    name += Geometry.taglineMargin + lines * Geometry.tagline.leading
  }
  var questions = 0
  if case .challenge(let challenge) = document.section(.challenge)?.content {
    for question in challenge.questions {
      let lines = Paragraph(question, .bold).lines(Geometry.question, in: width)
      questions += lines * Geometry.question.leading + Geometry.questionGap
    }
  }
  return Geometry.headRule + Geometry.headPadding + max(name, questions) + Geometry.headFoot
}

extension PosterGeometry {
  static func style(_ size: Int, in column: Millipoints) -> PaperStyle {
    PaperStyle(
      text: text(size), question: question, column: column, indent: indent,
      paragraphGap: paragraphGap, itemGap: itemGap, questionGap: questionGap)
  }
}

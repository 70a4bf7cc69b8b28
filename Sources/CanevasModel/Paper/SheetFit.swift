import CanevasSource
import CanevasSyntax

/// How much of its A4 page each side of a canvas's printed sheet takes, estimated from the widths
/// of the text.
package struct SheetFit: Sendable {
  private typealias Geometry = SheetGeometry

  let document: TypedDocument
  private let stories: [(text: [PaperBlock], teller: Paragraph?)]
  private let challenge: [PaperBlock]
  private let introduction: [PaperBlock]
  private let recto: [SidePart]

  package init(_ document: TypedDocument) {
    self.document = document
    stories = document.head.stories.map { story in
      var writer = PaperWriter()
      writer.add(story.paragraphs)
      return (writer.blocks, story.teller.map { Paragraph($0) })
    }
    challenge = document.section(.challenge)?.paperBlocks ?? []
    var writer = PaperWriter()
    writer.add(document.head.introduction)
    introduction = writer.blocks
    recto = document.sections(on: .recto).map { section in
      SidePart(section.name?.heading ?? section.heading.text.plain, section.paperBlocks)
    }
  }

  /// The setting at which the recto fits its page: the largest text, its sections whole where that
  /// can be; `nil` when even the smallest text does not fit.
  package var rectoSetting: RectoSetting? {
    let settings = SheetSize.all.flatMap {
      [RectoSetting(size: $0, isWhole: true), RectoSetting(size: $0, isWhole: false)]
    }
    return settings.first { rectoHeight($0) <= Geometry.height }
  }

  /// The height of the recto in a setting, with some room to spare.
  package func rectoHeight(_ setting: RectoSetting) -> Millipoints {
    let size = setting.size
    let sections = columnStrips(recto, size, isWhole: setting.isWhole)
    let intro = size.style(in: Geometry.width).strips(introduction).height
    return headHeight(size) + leadHeight(size) + (intro > 0 ? intro + size.between : 0)
      + sections.balancedHeight(in: 2) + Geometry.foot + Geometry.rectoSlack
  }

  private func headHeight(_ size: SheetSize) -> Millipoints {
    let width = Geometry.width
    let title = Paragraph(document.title, .bold, tracking: -20)
    var height = Geometry.headRule + Geometry.headPadding + size.air
    height += kicker.lines(Geometry.kicker, in: width) * Geometry.kicker.leading
    height += Geometry.titleMargin + title.lines(Geometry.title, in: width) * Geometry.title.leading
    if let tagline = document.head.tagline {
      let lines = Paragraph(tagline).lines(Geometry.tagline, in: width)
      height += Geometry.taglineMargin + lines * Geometry.tagline.leading
    }
    return height
  }

  private var kicker: Paragraph {
    guard case .canvas(let facts) = document.facts else { return Paragraph() }
    var text = Paragraph()
    for theme in facts.themes { text.add((theme.link?.plain ?? theme.text.plain) + " · ", .bold) }
    let rest = [facts.status.value?.rawValue, facts.territory, facts.date.map { "\($0.year)" }]
    text.add(rest.compactMap(\.self).joined(separator: " · "))
    return text
  }

  private func leadHeight(_ size: SheetSize) -> Millipoints {
    guard !stories.isEmpty || !challenge.isEmpty else { return 0 }
    let column = stories.isEmpty || challenge.isEmpty ? Geometry.width : Geometry.column
    let solution = size.style(in: column).strips(challenge).height
    return max(storyHeight(size, column), solution) + size.air
  }

  func storyHeight(_ size: SheetSize, _ column: Millipoints) -> Millipoints {
    let width = column - Geometry.storyIndent
    let style = size.style(in: width, text: size.story)
    let heights = stories.map { text, teller -> Millipoints in
      var height = style.strips(text).height
      if let teller {
        var line = Paragraph("— ")
        line.add(teller)
        let lines = line.lines(Geometry.teller, in: width)
        height += Geometry.tellerMargin + lines * Geometry.teller.leading
      }
      return height
    }
    return heights.reduce(0, +) + max(heights.count - 1, 0) * Geometry.storyGap
  }
}

/// How a recto is set.
package struct RectoSetting: Hashable, Sendable {
  package let size: SheetSize
  /// Whether no section goes on in the next column.
  package let isWhole: Bool

  /// What is taken when nothing fits.
  package static let smallest = RectoSetting(size: .smallest, isWhole: false)
}

/// A section of a side: its heading and what stands under it.
package struct SidePart: Sendable {
  let heading: Paragraph
  let blocks: [PaperBlock]

  package init(_ heading: String, _ blocks: [PaperBlock]) {
    self.heading = Paragraph(
      heading.uppercased(), .bold, tracking: SheetGeometry.headingTracking)
    self.blocks = blocks
  }

  init(_ heading: Paragraph, _ blocks: [PaperBlock]) {
    self.heading = heading
    self.blocks = blocks
  }
}

/// Sections with their headings as they follow each other in columns.
func columnStrips(
  _ parts: [SidePart], _ size: SheetSize, isWhole: Bool = false
) -> [Strip] {
  let style = size.style(in: SheetGeometry.column)
  var strips: [Strip] = []
  for part in parts {
    if !part.heading.isEmpty {
      let lines = part.heading.lines(SheetGeometry.heading, in: SheetGeometry.column)
      strips.append(
        Strip(
          before: strips.isEmpty ? 0 : size.between,
          height: SheetGeometry.headingRule + lines * SheetGeometry.heading.leading
            + SheetGeometry.headingMargin,
          keepsNext: true))
    }
    let start = strips.count
    strips += style.strips(part.blocks)
    if isWhole { for index in start..<strips.count - 1 { strips[index].keepsNext = true } }
  }
  return strips
}

extension SheetSize {
  func style(in column: Millipoints, text: TypeSize? = nil) -> PaperStyle {
    PaperStyle(
      text: text ?? self.text, question: question, column: column, indent: SheetGeometry.indent,
      paragraphGap: SheetGeometry.paragraphGap, itemGap: SheetGeometry.itemGap,
      questionGap: SheetGeometry.questionMargin)
  }
}

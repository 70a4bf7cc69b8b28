import CanevasSource

/// The pages of the booklet that are neither recto nor verso. `paper.css` sets the same lengths.
package enum BookletGeometry {
  /// What a page of lines holds: the contents and the index, under their heading.
  package static let lineHeight = 15_000
  package static let pageRoom = SheetGeometry.height - SheetGeometry.foot - 52_000
  /// A theme's line in the contents, with its rule and the space above it.
  package static let partHeight = 26_750
  static let line = TypeSize(10_000, 15_000)
  /// The room that a page number takes beside its line.
  static let numberWidth = 40_000
  static let prose = TypeSize(12_000, 17_000)
  static let inside = TypeSize(11_000, 16_000)

  /// The height of a line of the contents.
  package static func height(ofLine title: String, isPart: Bool = false) -> Millipoints {
    let width = SheetGeometry.width - numberWidth
    let lines = Paragraph(title, isPart ? .bold : .regular).lines(line, in: width)
    return lines * line.leading + (isPart ? partHeight - lineHeight : 0)
  }

  /// The height of a line of the index, whose numbers take up to two fifths of its column.
  package static func height(ofEntry name: String, numbers: String) -> Millipoints {
    let column = SheetGeometry.column
    let names = Paragraph(name).lines(line, in: column * 3 / 5 - 12_000)
    return max(names, Paragraph(numbers).lines(line, in: column * 2 / 5)) * line.leading
  }

  /// The height of a theme's page: its name, its sections and its canvases.
  package static func dividerHeight(_ document: TypedDocument?, canvases: [String]) -> Millipoints {
    let title = Paragraph(document?.title ?? "", .bold)
      .lines(TypeSize(40_000, 43_000), in: SheetGeometry.width)
    let style = PaperStyle(
      text: prose, question: prose, column: 368_000, indent: SheetGeometry.indent,
      paragraphGap: SheetGeometry.paragraphGap, itemGap: SheetGeometry.itemGap, questionGap: 0)
    let sections = (document?.sections ?? []).filter { !$0.isEmpty }.map {
      31_000 + style.strips($0.paperBlocks).height
    }
    let lines = canvases.map { height(ofLine: $0) }.reduce(69_000, +)
    return 200_000 + title * 43_000 + sections.reduce(0, +) + lines + SheetGeometry.foot
  }

  /// The height of the catalogue's introduction inside the cover.
  package static func insideHeight(_ document: TypedDocument?) -> Millipoints {
    var writer = PaperWriter()
    writer.add(document?.head.introduction ?? [])
    let style = PaperStyle(
      text: inside, question: inside, column: SheetGeometry.width - 113_400,
      indent: SheetGeometry.indent, paragraphGap: 8_000, itemGap: 0, questionGap: 0)
    return 170_100 + style.strips(writer.blocks).height
  }
}

import CanevasSource
import CanevasSyntax

/// How a verso is set: the size of its text, and how high its pictures may be.
package struct VersoSetting: Hashable, Sendable {
  package let size: SheetSize
  /// In millimetres.
  package let map: Int
  /// The height of an offering diagram that spans both columns, in millimetres; `nil` for one that
  /// stands in a column.
  package let diagram: Int?

  /// What is taken when nothing fits.
  package static let smallest = VersoSetting(size: .smallest, map: 55, diagram: nil)
}

extension SheetFit {
  /// The setting at which the verso fits its page, the text no larger than the recto's; `nil` when
  /// none does. Legible pictures come first, then large text. `foot` is what the catalogue adds.
  package func versoSetting(foot: [SidePart]) -> VersoSetting? {
    let verso = VersoParts(document, foot: foot)
    let largest = min((rectoSetting ?? .smallest).size.name, 95)
    let sizes = SheetSize.all.filter { $0.name <= largest }
    func settings(_ maps: [Int], _ diagrams: [Int?]) -> [VersoSetting] {
      diagrams.flatMap { diagram in
        sizes.flatMap { size in
          maps.map { VersoSetting(size: size, map: $0, diagram: diagram) }
        }
      }
    }
    let wide = verso.hasDiagram ? settings(SheetGeometry.goodMaps, SheetGeometry.wideDiagrams) : []
    let usual = settings(SheetGeometry.goodMaps, [nil])
    let narrow = SheetGeometry.maps.flatMap { settings([$0], [nil]) }
    return (wide + usual + narrow).first { verso.height($0) <= SheetGeometry.height }
  }

  /// The height of the verso in a setting, with some room to spare.
  package func versoHeight(_ setting: VersoSetting, foot: [SidePart]) -> Millipoints {
    VersoParts(document, foot: foot).height(setting)
  }
}

/// What stands on a verso, from the map down.
private struct VersoParts {
  let hasMap: Bool
  let hasDiagram: Bool
  /// Before the offering and from there on.
  let upper: [SidePart]
  let lower: [SidePart]

  init(_ document: TypedDocument, foot: [SidePart]) {
    let sections = document.sections(on: .verso)
    hasMap = sections.contains { $0.name == .systemMap }
    let offering = sections.firstIndex { $0.name == .offering }
    hasDiagram = offering != nil
    let parts = sections.map { section in
      // The map's heading spans both columns, as the map does.
      SidePart(
        section.name == .systemMap ? "" : section.name?.heading ?? section.heading.text.plain,
        section.paperBlocks)
    }
    var rest = foot
    if !document.amounts.isEmpty {
      rest.insert(SidePart("Chiffres clés", document.keyFigureLines), at: 0)
    }
    upper = Array(parts[..<(offering ?? parts.count)])
    lower = parts[(offering ?? parts.count)...] + rest
  }

  func height(_ setting: VersoSetting) -> Millipoints {
    let map = hasMap ? pictureHeight(setting.map) : 0
    let end = SheetGeometry.foot + SheetGeometry.versoSlack
    guard let diagram = setting.diagram, let offering = lower.first else {
      return map + end + columns(upper + withDiagram(lower), setting.size)
    }
    // Its heading spans both columns too.
    let text = [SidePart("", offering.blocks)] + lower.dropFirst()
    return map + end + columns(upper, setting.size) + setting.size.between
      + pictureHeight(diagram) + columns(text, setting.size)
  }

  private func columns(_ parts: [SidePart], _ size: SheetSize) -> Millipoints {
    columnStrips(parts, size).balancedHeight(in: 2)
  }

  /// The same with the diagram in the first part, under its heading.
  private func withDiagram(_ parts: [SidePart]) -> [SidePart] {
    guard hasDiagram, let offering = parts.first else { return parts }
    let picture = PaperBlock(Paragraph(), .picture(SheetGeometry.diagram))
    return [SidePart(offering.heading, [picture] + offering.blocks)] + parts.dropFirst()
  }

  /// The height of a picture that spans both columns, with its heading.
  private func pictureHeight(_ millimetres: Int) -> Millipoints {
    SheetGeometry.headingRule + SheetGeometry.heading.leading + SheetGeometry.headingMargin
      + SheetGeometry.pictureMargin + millimetres * 2835
  }
}

extension TypedDocument {
  /// The key figures, each with the heading of its section; one that is told twice stands once.
  fileprivate var keyFigureLines: [PaperBlock] {
    var shown: Set<String> = []
    return amounts.compactMap { amount in
      let text = file.text(amount.range)
      guard shown.insert(text).inserted,
        let section = section(at: amount.range.lowerBound)
      else { return nil }
      var line = Paragraph(text + " ", .bold)
      line.add(section.heading.text)
      return PaperBlock(line, gap: .none)
    }
  }
}

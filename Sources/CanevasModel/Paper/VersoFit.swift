import CanevasSource
import CanevasSyntax

/// How a verso is set: the size of its text, and how high its system map may be.
package struct VersoSetting: Hashable, Sendable {
  package let size: SheetSize
  /// In millimetres.
  package let map: Int

  /// What is taken when nothing fits.
  package static let smallest = VersoSetting(size: .smallest, map: 55)
}

extension SheetFit {
  /// The setting at which the verso fits its page, the text no larger than the recto's; `nil` when
  /// none does. A good map comes first, then large text. `foot` is what the catalogue adds.
  package func versoSetting(foot: [SidePart]) -> VersoSetting? {
    let parts = versoParts + foot
    let sizes = SheetSize.all.filter { $0.name <= min((rectoSetting ?? .smallest).size.name, 95) }
    let heights = sizes.map { columnStrips(parts, $0).balancedHeight(in: 2) }
    for maps in SheetGeometry.maps {
      for (size, height) in zip(sizes, heights) {
        for map in maps
        where height + mapHeight(map) + Self.end <= SheetGeometry.height {
          return VersoSetting(size: size, map: map)
        }
      }
    }
    return nil
  }

  /// The height of the verso in a setting, with some room to spare.
  package func versoHeight(_ setting: VersoSetting, foot: [SidePart]) -> Millipoints {
    columnStrips(versoParts + foot, setting.size).balancedHeight(in: 2)
      + mapHeight(setting.map) + Self.end
  }

  private static let end = SheetGeometry.foot + SheetGeometry.versoSlack

  /// The height of the map with its heading, which span both columns.
  private func mapHeight(_ millimetres: Int) -> Millipoints {
    guard document.section(.systemMap)?.isEmpty == false else { return 0 }
    return SheetGeometry.headingRule + SheetGeometry.heading.leading
      + SheetGeometry.headingMargin + SheetGeometry.pictureMargin + millimetres * 2835
  }

  private var versoParts: [SidePart] {
    var parts = document.sections(on: .verso).map { section in
      var blocks = section.paperBlocks
      if section.name == .offering {
        blocks.insert(PaperBlock(Paragraph(), .picture(SheetGeometry.diagram)), at: 0)
      }
      // The map's heading spans both columns, as the map does.
      if section.name == .systemMap { return SidePart("", blocks) }
      return SidePart(section.name?.heading ?? section.heading.text.plain, blocks)
    }
    if !document.amounts.isEmpty { parts.append(SidePart("Chiffres clés", figures)) }
    return parts
  }

  /// The key figures, each with the heading of its section; one that is told twice stands once.
  private var figures: [PaperBlock] {
    var shown: Set<String> = []
    return document.amounts.compactMap { amount in
      let text = document.file.text(amount.range)
      guard shown.insert(text).inserted,
        let section = document.section(at: amount.range.lowerBound)
      else { return nil }
      var line = Paragraph(text + " ", .bold)
      line.add(section.heading.text)
      return PaperBlock(line, gap: .none)
    }
  }
}

import CanevasSource
import CanevasSyntax

/// What keeps a canvas from fitting its page: the part that takes the most room.
package struct Overflow: Sendable {
  /// The section; `nil` for the stories.
  package let section: Section?
  /// How many lines the part takes, and by how many lines in all the page is too short.
  package let lines: Int
  package let excess: Int
}

extension SheetFit {
  /// Why the recto does not fit its page in the smallest type; `nil` when it does.
  package var overflow: Overflow? {
    let setting = RectoSetting.smallest
    let excess = rectoHeight(setting) - SheetGeometry.height
    guard excess > 0 else { return nil }
    let size = setting.size
    let style = size.style(in: SheetGeometry.column)
    let challenge = document.section(.challenge)
    let sections = document.sections(on: .recto) + (challenge.map { [$0] } ?? [])
    let longest = sections.map { ($0, style.strips($0.paperBlocks)) }
      .max { $0.1.height < $1.1.height }
    let story = storyHeight(size, SheetGeometry.column)
    if story > longest?.1.height ?? 0 {
      return Overflow(
        section: nil, lines: story / size.story.leading,
        excess: lineCount(excess, size.story.leading))
    }
    return longest.map { section, strips in
      // What leaves the columns makes each of the two shorter by half.
      let missing = section.name == .challenge ? excess : 2 * excess
      return Overflow(
        section: section, lines: lineCount(strips.height, size.text.leading),
        excess: lineCount(missing, size.text.leading))
    }
  }
}

extension PosterFit {
  /// Why the blocks do not fit the poster in the smallest type; `nil` when they do.
  package var overflow: Overflow? {
    guard size == nil, let smallest = PosterGeometry.sizes.last else { return nil }
    let leading = PosterGeometry.text(smallest).leading
    let upper = upperHeight(smallest)
    let base = baseHeight(smallest)
    let isBase = base - PosterGeometry.base > upper - (room - PosterGeometry.base)
    let width = isBase ? Self.baseWidth : Self.columnWidth
    let groups = isBase ? PosterBlock.base.map { [$0] } : PosterBlock.columns
    let fullest = groups.max { height(of: $0, smallest) < height(of: $1, smallest) } ?? []
    let style = PosterGeometry.style(smallest, in: width)
    let longest = fullest.flatMap { document.sections(in: $0) }
      .map { ($0, style.strips($0.posterBlocks).height) }.max { $0.1 < $1.1 }
    return longest.map { section, height in
      Overflow(
        section: section, lines: lineCount(height, leading),
        excess: lineCount(upper + base - room, leading))
    }
  }
}

private func lineCount(_ height: Millipoints, _ leading: Millipoints) -> Int {
  (height + leading - 1) / leading
}

import CanevasSource
import CanevasSyntax

/// Reads the level-3 headings of LEVIERS / OBSTACLES / ACTEURS.
func readForces(_ blocks: [Block], into defects: inout [Defect]) -> [Subsection<Force>] {
  subsections(blocks, known: Force.Side.words, into: &defects).map { heading, list in
    let side = heading.flatMap { Force.Side(named: headingKey($0.text.plain)) }
    return Subsection(
      heading: heading,
      items: list.map { item, _ in
        Force(item: item, side: side, nature: item.name.flatMap { Force.Nature(named: $0.plain) })
      })
  }
}

/// Reads the level-3 headings of ÉVALUATION.
func readEffects(_ blocks: [Block], into defects: inout [Defect]) -> [Subsection<Effect>] {
  subsections(blocks, known: Effect.Side.words, into: &defects).map { heading, list in
    let side = heading.flatMap { Effect.Side(named: headingKey($0.text.plain)) }
    return Subsection(
      heading: heading,
      items: list.map { item, _ in
        Effect(item: item, side: side, sign: item.name.flatMap { Effect.Sign(named: $0.plain) })
      })
  }
}

/// Cuts a section at its level-3 headings and reads each part's items.
private func subsections(
  _ blocks: [Block], known: [String], into defects: inout [Defect]
) -> [(heading: Block?, list: ItemList<Item>)] {
  var parts: [(heading: Block?, blocks: [Block])] = [(nil, [])]
  for block in blocks {
    guard case .heading(let level) = block.kind else {
      parts[parts.count - 1].blocks.append(block)
      continue
    }
    let text = block.text.plain
    if let canonical = known.first(where: { headingKey($0) == headingKey(text) }) {
      if level != 3 {
        defects.append(Defect(.headingAtWrongLevel(name: canonical, expected: 3), block.range))
      } else if canonical != text {
        defects.append(Defect(.headingVariant(canonical: canonical), block.text.range))
      }
    } else {
      defects.append(
        Defect(
          .unknownHeading(name: text), block.text.range,
          nearest: nearest(to: text, among: known)))
    }
    parts.append((block, []))
  }
  if parts[0].blocks.allSatisfy(\.isComment) { parts.removeFirst() }
  return parts.map { ($0.heading, ItemList.read($0.blocks).list) }
}

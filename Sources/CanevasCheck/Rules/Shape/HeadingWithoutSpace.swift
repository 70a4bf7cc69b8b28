import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let headingWithoutSpace = Rule(
    RuleDocumentation(
      "titre-sans-espace", .warning,
      summary: Bilingual(
        "un titre sans espace après « ## »", "a heading without a space after “##”"),
      reason: Bilingual(
        "Sans l'espace, ce n'est pas un titre : la ligne et ce qui la suit restent dans la section "
          + "d'avant.",
        "Without the space it is not a heading: the line and what follows stay in the section "
          + "before."),
      remedy: Bilingual("Ajouter l'espace.", "Add the space."),
      examples: [
        .init(
          bad: canvas().replacing("## CIBLES CLIENTS", with: "⟦##⟧CIBLES CLIENTS"),
          good: canvas(), others: theme)
      ]),
    wording: { defect, context in
      guard defect.kind == .headingWithoutSpace else { return nil }
      let marks = context.file.text(defect.range)
      return Wording(
        message: Bilingual(
          "titre sans espace après", "heading without a space after", naming: marks),
        label: Bilingual(
          "sans espace, ce n'est pas un titre", "without a space it is not a heading"),
        help: Bilingual("écrivez un espace après", "write a space after", naming: marks),
        fixes: [
          Fix(
            Bilingual("ajouter l'espace", "add the space"),
            context.isPlainHeading(defect.range) ? .safe : .review,
            [TextEdit(ByteRange(at: defect.range.upperBound), " ")])
        ])
    })
}

extension RuleContext {
  /// Whether the marks at `range` plainly open a heading: it is one that the document lacks, on
  /// the document's own level, and a text follows.
  fileprivate func isPlainHeading(_ range: ByteRange) -> Bool {
    guard let document else { return false }
    let line = headingText(at: range)
    guard !isMeantElsewhere(line, before: range) else { return false }
    let isKnown =
      switch range.count {
      case 2:
        SectionName(heading: line).map { canon.contains($0) && document.section($0) == nil }
      case 3: document.section(at: range.lowerBound).map { $0.lacksPart(line) }
      default: false
      }
    let blocks = Array(document.document.blocks)
    guard isKnown == true,
      let index = blocks.firstIndex(where: {
        $0.kind == .paragraph && $0.range.contains(range)
      })
    else { return false }
    if file.nextLineStart(range.upperBound) < blocks[index].range.upperBound { return true }
    guard let next = blocks[(index + 1)...].first(where: { !$0.isComment }) else { return false }
    if case .heading = next.kind { return false }
    return true
  }
}

extension RuleContext {
  /// What stands behind the marks at `range`.
  private func headingText(at range: ByteRange) -> String {
    file.text(ByteRange(range.upperBound, file.lineContentEnd(range.upperBound)))
  }

  /// Whether a heading was already typed without a space above, or is what a mistyped one means:
  /// both would become the same section.
  private func isMeantElsewhere(_ text: String, before range: ByteRange) -> Bool {
    let key = headingKey(text)
    return document?.defects.contains { defect in
      switch defect.kind {
      case .headingWithoutSpace:
        defect.range < range && defect.range.count == range.count
          && headingKey(headingText(at: defect.range)) == key
      case .unknownHeading: defect.nearest.contains { headingKey($0) == key }
      default: false
      }
    } ?? false
  }
}

extension Section {
  /// Whether a text is the heading of one of the section's parts, which is not there yet.
  fileprivate func lacksPart(_ text: String) -> Bool {
    let key = headingKey(text)
    let (known, present): ([String], [Block?]) =
      switch content {
      case .forces(let parts): (Force.Side.words, parts.map(\.heading))
      case .evaluation(let parts): (Effect.Side.words, parts.map(\.heading))
      default: ([], [])
      }
    return known.contains { headingKey($0) == key }
      && !present.contains { $0.map { headingKey($0.text.plain) } == key }
  }
}

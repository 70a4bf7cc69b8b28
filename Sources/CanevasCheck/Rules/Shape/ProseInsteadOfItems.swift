import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let proseInsteadOfItems = Rule(
    RuleDocumentation(
      "prose-au-lieu-de-liste", .info,
      summary: Bilingual(
        "des paragraphes dans une section où l'on attend une liste",
        "paragraphs in a section where a list is expected"),
      reason: Bilingual(
        "Chaque paragraphe est lu comme un point de liste ; une liste le dit et se compare mieux.",
        "Every paragraph is read as a list item; a list says so and compares better."),
      remedy: Bilingual(
        "Ouvrir chaque paragraphe par « - ».", "Open every paragraph with “-”."),
      examples: [
        .init(
          bad: canvas("## CIBLES CLIENTS\n\n⟦Les familles du quartier\n\nLes seniors isolés⟧"),
          good: canvas("## CIBLES CLIENTS\n\n- Les familles du quartier\n- Les seniors isolés"),
          others: theme)
      ]),
    wording: { defect, context in
      guard case .proseWhereItemsAreUsual(let name) = defect.kind else { return nil }
      return Wording(
        message: Bilingual(
          "prose au lieu d'une liste dans", "prose instead of a list in", naming: name),
        label: Bilingual(
          "chaque paragraphe est lu comme un point de liste",
          "every paragraph is read as a list item"),
        help: Bilingual(
          "ouvrez chaque paragraphe par « - »", "open every paragraph with “-”"),
        fixes: [
          Fix(
            Bilingual("en faire une liste", "make it a list"),
            context.mayBeIntroduced(at: defect.range) ? .review : .safe,
            bullets(before: paragraphs(in: defect.range, context), of: context.file))
        ])
    })
}

extension RuleContext {
  /// Whether a paragraph of the section at `range` may introduce it: its items are of a form that
  /// sentences do not have.
  fileprivate func mayBeIntroduced(at range: ByteRange) -> Bool {
    switch document?.section(at: range.lowerBound)?.name?.shape {
    case .steps, .votes, .flows: true
    default: false
    }
  }
}

private func paragraphs(in range: ByteRange, _ context: RuleContext) -> [Block] {
  context.document?.document.blocks.filter {
    $0.kind == .paragraph && range.contains($0.range)
  } ?? []
}

/// Puts a bullet before every paragraph and moves its further lines under its text.
private func bullets(before paragraphs: [Block], of file: SourceFile) -> [TextEdit] {
  paragraphs.flatMap { paragraph in
    let range = paragraph.range
    let further = range.indices.dropFirst().filter { file.bytes[$0 - 1] == UInt8(ascii: "\n") }
    return [TextEdit(ByteRange(at: range.lowerBound), "- ")]
      + further.map { TextEdit(ByteRange(at: $0), "  ") }
  }
}

import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let secondTitle = Rule(
    RuleDocumentation(
      "titre-en-double", .error,
      summary: Bilingual("un second titre de niveau 1", "a second level-1 heading"),
      reason: Bilingual(
        "Un document a un nom, et un seul ; les parties du texte sont de niveau 2.",
        "A document has one name and no more; the parts of the text are at level 2."),
      remedy: Bilingual(
        "Passer ce titre au niveau 2 (« ## »), ou en faire un document à part.",
        "Make this heading level 2 (“##”), or a document of its own."),
      examples: [
        .init(
          bad: canvas().replacing("## CIBLES CLIENTS", with: "⟦# Suite⟧\n\n## CIBLES CLIENTS"),
          good: canvas(), others: theme)
      ]),
    wording: { defect, context in
      guard defect.kind == .secondTitle else { return nil }
      return Wording(
        message: Bilingual("second titre de niveau 1", "second level-1 heading"),
        label: Bilingual("un document n'a qu'un titre", "a document has one title"),
        related: defect.related("le premier titre", "the first title"),
        help: Bilingual(
          "retirez-le, changez son niveau, ou faites-en un document à part",
          "remove it, change its level, or make it a document of its own"),
        fixes: remedies(at: defect.range, context))
    })
}

/// A title that only says the first one again goes; another becomes a heading: of a part where the
/// sections are fixed, of a section where they are free.
private func remedies(at range: ByteRange, _ context: RuleContext) -> [Fix] {
  guard let document = context.document else { return [] }
  let level = context.canon.isEmpty ? 2 : 3
  let demotion = Fix(
    Bilingual("passer au niveau \(level)", "make it level \(level)"), .review,
    context.file.relevelling(range, to: String(repeating: "#", count: level)))
  let text = document.document.blocks.first { $0.range == range }?.text.plain
  guard let text, let title = document.head.title.value?.plain, folded(text) == folded(title)
  else { return [demotion] }
  let lines = context.file.wholeLines(range)
  let removal = Fix(
    Bilingual("retirer la répétition", "remove the repetition"), .review,
    [TextEdit(ByteRange(lines.lowerBound, context.file.nextBlockStart(lines.upperBound)), "")])
  return [removal, demotion]
}

extension SourceFile {
  /// The start of the first line from `offset` on that is not blank.
  func nextBlockStart(_ offset: Int) -> Int {
    var start = offset
    while start < bytes.count, lineContentEnd(start) == start { start = nextLineStart(start) }
    return start
  }
}

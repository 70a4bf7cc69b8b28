import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let textBeforeSections = Rule(
    RuleDocumentation(
      "texte-avant-sections", .warning,
      summary: Bilingual(
        "du texte entre les métadonnées et la première section",
        "text between the metadata and the first section"),
      reason: Bilingual(
        "Ce texte n'a pas de place sur la feuille : il est montré sous l'en-tête, hors de toute "
          + "section.",
        "This text has no place on the sheet: it is shown under the head, outside any section."),
      remedy: Bilingual(
        "Le déplacer dans une section ; une histoire s'écrit comme une citation (« > »).",
        "Move it to a section; a story is written as a quote (“>”)."),
      examples: [
        .init(
          bad: canvas().replacing(
            "## ENJEUX / SOLUTION", with: "⟦Une idée du comité.⟧\n\n## ENJEUX / SOLUTION"),
          good: canvas().replacing(
            "## ENJEUX / SOLUTION", with: "> Une idée du comité.\n\n## ENJEUX / SOLUTION"),
          others: theme)
      ]),
    wording: { defect, context in
      guard defect.kind == .textBeforeSections else { return nil }
      let isCanvas = context.document?.id.kind == .canvas
      return Wording(
        message: Bilingual("texte avant la première section", "text before the first section"),
        label: Bilingual("ce texte n'est dans aucune section", "this text is in no section"),
        help: isCanvas
          ? Bilingual(
            "déplacez-le dans une section ; une histoire s'écrit comme une citation (« > »)",
            "move it to a section; a story is written as a quote (“>”)")
          : Bilingual("déplacez-le dans une section", "move it to a section"),
        fixes: isCanvas ? quotation(of: defect.range, context).map { [$0] } ?? [] : [])
    })
}

/// Makes paragraphs a quote, and so the canvas's story; `nil` when they are more than paragraphs.
private func quotation(of range: ByteRange, _ context: RuleContext) -> Fix? {
  let blocks = context.document?.document.blocks.filter { range.contains($0.range) } ?? []
  guard !blocks.isEmpty, blocks.allSatisfy({ $0.kind == .paragraph }) else { return nil }
  var edits: [TextEdit] = []
  var start = context.file.lineStart(range.lowerBound)
  while start < range.upperBound {
    let isBlank = context.file.lineContentEnd(start) == start
    edits.append(TextEdit(ByteRange(at: start), isBlank ? ">" : "> "))
    start = context.file.nextLineStart(start)
  }
  return Fix(Bilingual("en faire l'histoire", "make it the story"), .review, edits)
}

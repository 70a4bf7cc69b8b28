import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let typedBullet = Rule(
    RuleDocumentation(
      "puce-tapee", .warning,
      summary: Bilingual(
        "une puce tapée comme un caractère : •, –", "a bullet typed as a character: •, –"),
      reason: Bilingual(
        "Sans « - », ce n'est pas une liste : toutes les lignes se suivent en un seul paragraphe.",
        "Without “-” it is not a list: all lines run together in one paragraph."),
      remedy: Bilingual("La remplacer par « - ».", "Replace it with “-”."),
      examples: [
        .init(
          bad: canvas("## CIBLES CLIENTS\n\n- **Familles**\n⟦•⟧ **Seniors**"),
          good: canvas("## CIBLES CLIENTS\n\n- **Familles**\n- **Seniors**"), others: theme)
      ]),
    wording: { defect, context in
      guard defect.kind == .typedBullet else { return nil }
      let bullet = context.file.text(defect.range)
      let rest = context.file.bytes[defect.range.upperBound...]
      let space = spaceAtStart(rest) ?? 0
      let edit = TextEdit(
        ByteRange(defect.range.lowerBound, defect.range.upperBound + space), "- ")
      return Wording(
        message: Bilingual("puce tapée", "typed bullet", naming: bullet),
        label: Bilingual(
          "ce caractère n'ouvre pas de liste", "this character opens no list"),
        help: Bilingual("ouvrez la ligne par « - »", "open the line with “-”"),
        // A dash may also open a reply or go on with a sentence; before the sections, a list would
        // be the metadata.
        fixes: [
          Fix(
            .replace(by: "-"),
            bullet == "–" || context.document?.section(at: defect.range.lowerBound) == nil
              ? .review : .safe,
            [edit])
        ])
    })
}

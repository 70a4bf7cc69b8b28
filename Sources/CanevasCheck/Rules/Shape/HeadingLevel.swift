import CanevasModel
package import CanevasSource
import CanevasSyntax

extension Rule {
  static let headingLevel = Rule(
    RuleDocumentation(
      "titre-de-mauvais-niveau", .warning,
      summary: Bilingual(
        "un titre fixe qui n'est pas à son niveau", "a fixed heading that is not at its level"),
      reason: Bilingual(
        "Le niveau dit ce qui est section et ce qui est partie d'une section : 2 pour les "
          + "sections, 3 pour leurs parties.",
        "The level says what is a section and what is part of one: 2 for sections, 3 for their "
          + "parts."),
      remedy: Bilingual(
        "Mettre le nombre de « # » qui convient.", "Use the right number of “#”."),
      examples: [
        .init(
          bad: canvas().replacing("## CIBLES CLIENTS", with: "⟦### CIBLES CLIENTS⟧"),
          good: canvas(), others: theme)
      ]),
    wording: { defect, context in
      guard case .headingAtWrongLevel(let name, let expected) = defect.kind else { return nil }
      let marks = String(repeating: "#", count: expected)
      // Without a title, the heading may have been meant as one.
      let hasTitle = context.document?.head.title.value != nil
      return Wording(
        message: Bilingual(
          "titre de mauvais niveau", "heading at the wrong level", naming: name),
        label: Bilingual("ce titre est d'un autre niveau", "this heading is of another level"),
        help: Bilingual(
          "il est de niveau \(expected) : « \(marks) \(name) »",
          "it is of level \(expected): “\(marks) \(name)”"),
        fixes: [
          Fix(
            Bilingual("passer au niveau \(expected)", "make it level \(expected)"),
            hasTitle ? .safe : .review, context.file.relevelling(defect.range, to: marks))
        ])
    })
}

extension SourceFile {
  /// Gives the heading at `range` other marks; a heading underlined with `=` or `-` loses the line.
  package func relevelling(_ range: ByteRange, to marks: String) -> [TextEdit] {
    let own = bytes[range.indices].prefix { $0 == UInt8(ascii: "#") }
    guard own.isEmpty else {
      return [TextEdit(ByteRange(own.startIndex, own.endIndex), marks)]
    }
    let lastLine = lineStart(range.upperBound)
    return [
      TextEdit(ByteRange(at: range.lowerBound), marks + " "),
      TextEdit(ByteRange(contentEnd(before: lastLine), range.upperBound), ""),
    ]
  }
}

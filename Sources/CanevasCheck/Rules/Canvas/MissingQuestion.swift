import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let missingQuestion = Rule(
    RuleDocumentation(
      "question-absente", .warning,
      summary: Bilingual(
        "ENJEUX / SOLUTION ne pose aucune question", "ENJEUX / SOLUTION asks no question"),
      reason: Bilingual(
        "Une fiche part d'une question, à laquelle l'idée est une réponse parmi d'autres. Tant que "
          + "la fiche est une idée, ce n'est qu'une information.",
        "A canvas starts from a question, to which the idea is one answer among others. As long as "
          + "the canvas is an idea, this is only an information."),
      remedy: Bilingual(
        "Ouvrir la section par une question : « Comment … ? ».",
        "Open the section with a question: “Comment … ?”."),
      examples: [
        .init(
          bad: canvas("## ⟦ENJEUX / SOLUTION⟧\n\nUne cantine partagée.", status: .chosen),
          good: canvas(status: .chosen), others: theme)
      ]),
    finding: { context in
      guard case .canvas(let facts) = context.document?.facts,
        let section = context.document?.section(.challenge), !section.isEmpty,
        case .challenge(let challenge) = section.content, challenge.questions.isEmpty
      else { return [] }
      let isIdea = facts.status.value?.isIdea ?? true
      return [
        Finding(
          section.heading.text.range,
          Wording(
            message: Bilingual(
              "question absente de", "question missing from",
              naming: SectionName.challenge.heading),
            label: Bilingual(
              "aucune phrase ne finit par « ? »", "no sentence ends in “?”"),
            help: Bilingual(
              "ouvrez la section par une question : « Comment … ? »",
              "open the section with a question: “Comment … ?”"),
            fixes: [
              Fix(
                Bilingual("écrire une question à compléter", "write a question to be completed"),
                .placeholder,
                [
                  TextEdit(
                    ByteRange(
                      at: context.file.nextBlockStart(
                        context.file.nextLineStart(section.heading.range.upperBound))),
                    "\(placeholder) : comment … ?\n\n")
                ])
            ],
            severity: isIdea ? .info : .warning))
      ]
    })
}

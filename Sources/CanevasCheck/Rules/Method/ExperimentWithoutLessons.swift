import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let experimentWithoutLessons = Rule(
    RuleDocumentation(
      "essai-sans-enseignement", .info,
      summary: Bilingual(
        "un essai qui a observé, mais n'en dit pas ce qu'il a appris",
        "an experiment that has observed but does not say what it taught"),
      reason: Bilingual(
        "Un essai apprend même quand il échoue ; il faut de la rigueur pour séparer ce qu'il "
          + "enseigne de ce que les conditions de l'essai ont produit.",
        "An experiment teaches even when it fails; it takes care to part what it teaches from what "
          + "its conditions brought about."),
      remedy: Bilingual(
        "Écrire la section ENSEIGNEMENTS, ou DÉCISION si elle est déjà prise.",
        "Write the section ENSEIGNEMENTS, or DÉCISION if it is taken already."),
      examples: [
        .init(
          path: experimentPath,
          bad: experimentText("## ⟦OBSERVATIONS⟧\n\nQuarante repas servis, vingt attendus."),
          good: experimentText(
            """
            ## OBSERVATIONS

            Quarante repas servis, vingt attendus.

            ## ENSEIGNEMENTS

            Le midi, une seule cuisine ne suffit pas.
            """),
          others: theme(and: ["canvases/fiches/exemple.md": canvas(status: .experiment)]))
      ]),
    finding: { context in
      guard let document = context.document, document.id.kind == .experiment,
        document.tells(.observations), !document.tells(.lessons), !document.tells(.decision),
        let heading = document.section(.observations)?.heading
      else { return [] }
      return [
        Finding(
          heading.text.range,
          Wording(
            message: Bilingual(
              "essai sans enseignement", "experiment without a lesson"),
            label: Bilingual(
              "qu'ont appris ces observations ?", "what did these observations teach?"),
            help: Bilingual(
              "ajoutez à leur suite", "add after them", typing: "## ENSEIGNEMENTS")))
      ]
    })
}

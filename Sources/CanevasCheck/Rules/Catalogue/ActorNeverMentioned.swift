import CanevasModel
import CanevasSource

extension Rule {
  static let actorNeverMentioned = Rule(
    RuleDocumentation(
      "acteur-jamais-cite", .info,
      summary: Bilingual(
        "un acteur qu'aucun document ne lie", "an actor that no document links to"),
      reason: Bilingual(
        "Sa page ne dirait pas à quoi il prend part ; peut-être est-il nommé sans lien.",
        "Its page would not say what it takes part in; it may be named without a link."),
      remedy: Bilingual(
        "Le lier là où il est nommé, ou retirer son document.",
        "Link to it where it is named, or remove its document."),
      examples: [
        .init(
          path: "canvases/acteurs/cpas.md", bad: actorText("⟦CPAS⟧"), good: actorText("CPAS"),
          others: theme,
          added: [
            "canvases/fiches/exemple.md": canvas(
              "## PLATEFORME PARTENAIRES\n\n- [CPAS](../acteurs/cpas.md)")
          ])
      ]),
    finding: { context in
      context.findingIfUnlinked(
        .actor,
        Wording(
          message: Bilingual("acteur jamais cité", "actor never mentioned"),
          label: Bilingual("aucun document ne lie cet acteur", "no document links to this actor"),
          help: Bilingual(
            "liez-le là où il est nommé, ou retirez son document",
            "link to it where it is named, or remove its document")))
    })
}

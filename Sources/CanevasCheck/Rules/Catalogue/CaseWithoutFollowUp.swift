import CanevasModel
import CanevasSource

extension Rule {
  static let caseWithoutFollowUp = Rule(
    RuleDocumentation(
      "cas-sans-suite", .info,
      summary: Bilingual(
        "un cas inspirant qui n'inspire aucun document",
        "an inspiring case that inspires no document"),
      reason: Bilingual(
        "Un cas entre au catalogue pour les idées qu'il donne : le lecteur veut voir lesquelles.",
        "A case enters the catalogue for the ideas it gives: the reader wants to see which."),
      remedy: Bilingual(
        "Le lier d'une fiche, par « Inspiration » ou dans le texte.",
        "Link to it from a canvas, by “Inspiration” or in the text."),
      examples: [
        .init(
          path: "canvases/cas/cantine.md", bad: caseText("⟦La cantine de Gand⟧"),
          good: caseText("La cantine de Gand"), others: theme,
          added: [
            "canvases/fiches/exemple.md": canvas().replacing(
              "- Source", with: "- Inspiration : [La cantine de Gand](../cas/cantine.md)\n- Source")
          ])
      ]),
    finding: { context in
      context.findingIfUnlinked(
        .inspiringCase,
        Wording(
          message: Bilingual("cas sans suite", "case without a follow-up"),
          label: Bilingual("aucun document ne lie ce cas", "no document links to this case"),
          help: Bilingual(
            "liez-le d'une fiche, par « Inspiration » ou dans le texte",
            "link to it from a canvas, by “Inspiration” or in the text")))
    })
}

private func caseText(_ name: String) -> String {
  "# \(name)\n\n- Lieu : Gand\n\n## SOLUTION\n\nUne cuisine ouverte le midi.\n"
}

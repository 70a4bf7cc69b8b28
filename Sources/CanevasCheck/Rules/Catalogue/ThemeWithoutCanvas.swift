import CanevasModel
import CanevasSource

extension Rule {
  static let themeWithoutCanvas = Rule(
    RuleDocumentation(
      "theme-sans-fiche", .info,
      summary: Bilingual("un thème sans aucune fiche", "a theme without any canvas"),
      reason: Bilingual(
        "Sa page n'aurait rien à montrer ; c'est peut-être un thème où chercher des idées.",
        "Its page would have nothing to show; it may be a theme in which to look for ideas."),
      remedy: Bilingual(
        "Ranger une fiche sous ce thème, par sa ligne « Thème ».",
        "File a canvas under this theme, by its “Thème” line."),
      examples: [
        .init(
          path: themePath, bad: themeText("⟦Quartier⟧"), good: themeText("Quartier"),
          others: source, added: ["canvases/fiches/exemple.md": canvas()])
      ]),
    finding: { context in
      context.findingIfUnlinked(
        .theme, as: .theme, from: .canvas,
        Wording(
          message: Bilingual("thème sans fiche", "theme without a canvas"),
          label: Bilingual(
            "aucune fiche n'est rangée sous ce thème", "no canvas is filed under this theme"),
          help: Bilingual(
            "rangez une fiche sous ce thème, par sa ligne « Thème »",
            "file a canvas under this theme, by its “Thème” line")))
    })
}

import CanevasModel
import CanevasSource

extension Rule {
  static let sourceNeverCited = Rule(
    RuleDocumentation(
      "source-jamais-citee", .info,
      summary: Bilingual(
        "une source que rien ne cite", "a source that nothing cites"),
      reason: Bilingual(
        "Une source est là pour dire d'où vient ce qu'on lit ailleurs.",
        "A source is there to say where what is read elsewhere comes from."),
      remedy: Bilingual(
        "La citer là où elle sert : « - Source : [Titre](…) ».",
        "Cite it where it serves: “- Source : [Title](…)”."),
      examples: [
        .init(
          path: sourcePath, bad: sourceText("⟦Toolkit⟧"), good: sourceText("Toolkit"),
          added: ["canvases/fiches/exemple.md": canvas()])
      ]),
    finding: { context in
      context.findingIfUnlinked(
        .source,
        Wording(
          message: Bilingual("source jamais citée", "source never cited"),
          label: Bilingual(
            "aucun document ne lie cette source", "no document links to this source"),
          help: Bilingual(
            "citez-la dans les métadonnées des documents qui s'y appuient, par « Source »",
            "cite it in the metadata of the documents that rest on it, by “Source”")))
    })
}

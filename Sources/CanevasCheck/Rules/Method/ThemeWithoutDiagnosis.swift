import CanevasLink
import CanevasModel
import CanevasSource

extension Rule {
  static let themeWithoutDiagnosis = Rule(
    RuleDocumentation(
      "theme-sans-diagnostic", .info,
      summary: Bilingual(
        "un thème auquel aucun diagnostic ne mène", "a theme that no diagnosis leads to"),
      reason: Bilingual(
        "La méthode part du territoire : un thème répond à un enjeu que le diagnostic a montré.",
        "The method starts from the territory: a theme answers a stake that the diagnosis has "
          + "shown."),
      remedy: Bilingual(
        "Ajouter une ligne « Diagnostic » au thème, ou le lier d'ENJEUX PRIORITAIRES.",
        "Add a “Diagnostic” line to the theme, or link to it from ENJEUX PRIORITAIRES."),
      examples: [
        .init(
          path: themePath, bad: themeText("⟦Quartier⟧"),
          good: themeText("Quartier").replacing(
            "- Couleur : vert",
            with: "- Couleur : vert\n- Diagnostic : [Le quartier](../diagnostics/exemple.md)"),
          others: source.merging([
            "canvases/fiches/exemple.md": canvas(),
            diagnosisPath: diagnosisText("- Nourrir mieux le quartier"),
          ]) { first, _ in first })
      ]),
    finding: { context in
      guard let index = context.index, let document = context.document,
        document.id.kind == .theme, !document.head.metadata.seen.contains(.diagnosis),
        let diagnosis = context.catalogue.documents.first(where: { $0.id.kind == .diagnosis }),
        context.catalogue.linking(to: index, kind: .diagnosis).isEmpty
      else { return [] }
      let path = relativePath(to: diagnosis.file.path, from: context.file.path)
      return [
        Finding(
          context.titleRange,
          Wording(
            message: Bilingual("thème sans diagnostic", "theme without a diagnosis"),
            label: Bilingual(
              "aucun diagnostic ne mène à ce thème", "no diagnosis leads to this theme"),
            help: Bilingual(
              "dites d'où vient cet enjeu :", "say where this stake comes from:",
              typing: "- Diagnostic : [\(diagnosis.title)](\(path))")))
      ]
    })
}

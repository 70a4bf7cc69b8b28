import CanevasLink
import CanevasModel
import CanevasSource

extension Rule {
  static let diagnosisWithoutTheme = Rule(
    RuleDocumentation(
      "diagnostic-sans-suite", .info,
      summary: Bilingual(
        "un diagnostic qui ne mène à aucun thème", "a diagnosis that leads to no theme"),
      reason: Bilingual(
        "Un diagnostic sert à dégager les enjeux auxquels des activités peuvent répondre : chacun "
          + "devient un thème.",
        "A diagnosis serves to find the stakes that businesses can answer: each becomes a theme."),
      remedy: Bilingual(
        "Lier dans ENJEUX PRIORITAIRES les thèmes qui en sortent.",
        "Link in ENJEUX PRIORITAIRES to the themes that come of it."),
      examples: [
        .init(
          path: diagnosisPath,
          bad: diagnosisText("- Nourrir mieux le quartier", title: "⟦Le quartier⟧"),
          good: diagnosisText("- [Quartier](../themes/quartier.md) : nourrir mieux le quartier"),
          others: theme)
      ]),
    finding: { context in
      guard let index = context.index, context.document?.id.kind == .diagnosis,
        context.linked(.theme).isEmpty,
        context.catalogue.linking(to: index, as: .diagnosis, kind: .theme).isEmpty
      else { return [] }
      return [
        Finding(
          context.titleRange,
          Wording(
            message: Bilingual("diagnostic sans suite", "diagnosis without a follow-up"),
            label: Bilingual("aucun thème n'en est sorti", "no theme has come of it"),
            help: Bilingual(
              "liez dans ENJEUX PRIORITAIRES les thèmes qui en sortent :",
              "link in ENJEUX PRIORITAIRES to the themes that come of it:",
              typing: "- [Thème](../themes/theme.md) : l'enjeu")))
      ]
    })
}

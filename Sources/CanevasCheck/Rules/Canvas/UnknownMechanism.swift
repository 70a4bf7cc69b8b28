import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let unknownMechanism = Rule(
    RuleDocumentation(
      "mecanisme-inconnu", .warning,
      summary: Bilingual(
        "un flux de revenus dont le nom en gras n'est pas un mécanisme connu",
        "a revenue stream whose name in bold is not a known mechanism"),
      reason: Bilingual(
        "En tête d'un flux, le gras nomme le mécanisme ; sous un autre mot, le flux ne se compare "
          + "à aucun autre.",
        "At the head of a stream, bold names the mechanism; under another word the stream compares "
          + "with no other."),
      remedy: Bilingual(
        "Écrire l'un des mécanismes connus, et mettre les autres mots après le deux-points.",
        "Write one of the known mechanisms, and put the other words after the colon."),
      examples: [
        .init(
          bad: canvas("## FLUX DE REVENUS\n\n- **⟦Abonement⟧** : chaque mois"),
          good: canvas("## FLUX DE REVENUS\n\n- **Abonnement** : chaque mois"), others: theme)
      ]),
    finding: { context in
      (context.document?.revenueStreams ?? []).compactMap(\.foreignName).map { name in
        let near = nearest(to: name.plain, among: Mechanism.words)
        return Finding(
          name.text.range,
          Wording(
            message: Bilingual("mécanisme inconnu", "unknown mechanism", naming: name.plain),
            label: Bilingual(
              "ce nom n'est pas celui d'un mécanisme", "this is not the name of a mechanism"),
            help: .didYouMean(near)
              ?? Bilingual(
                "les mécanismes connus :", "known mechanisms:",
                listing: Mechanism.words),
            fixes: near.map { Fix(.replace(by: $0), .review, [TextEdit(name.text.range, $0)]) }))
      }
    })
}

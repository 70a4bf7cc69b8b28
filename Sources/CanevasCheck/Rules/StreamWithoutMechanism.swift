import CanevasModel
import CanevasSource

extension Rule {
  static let streamWithoutMechanism = Rule(
    RuleDocumentation(
      "flux-sans-mecanisme", .info,
      summary: Bilingual(
        "un flux de revenus dont le mécanisme n'est pas dit",
        "a revenue stream whose mechanism is not said"),
      reason: Bilingual(
        "Le mécanisme (abonnement, vente, commission…) permet de comparer les fiches et de "
          + "vérifier que l'argent circule.",
        "The mechanism (subscription, sale, commission…) lets canvases be compared and the flow "
          + "of money be checked."),
      remedy: Bilingual(
        "Ouvrir la ligne par le mécanisme en gras : « **Abonnement** : … ».",
        "Open the line with the mechanism in bold: “**Abonnement** : …”."),
      examples: [
        .init(
          bad: canvas("## FLUX DE REVENUS\n\n⟦- Les clients paient chaque mois⟧"),
          good: canvas("## FLUX DE REVENUS\n\n- **Abonnement** : chaque mois"))
      ]),
    finding: { context in
      guard case .revenue(let list) = context.document?.section(.revenue)?.content else {
        return []
      }
      return list.values.filter { $0.mechanism == nil && $0.item.name == nil }.map { stream in
        let known = Mechanism.allCases.map(\.rawValue).joined(separator: ", ")
        return Finding(
          stream.item.range,
          Wording(
            message: Bilingual(
              "flux de revenus sans mécanisme", "revenue stream without a mechanism"),
            help: Bilingual("les mécanismes connus : \(known)", "known mechanisms: \(known)")))
      }
    })
}

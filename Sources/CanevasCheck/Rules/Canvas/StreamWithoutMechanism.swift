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
          good: canvas("## FLUX DE REVENUS\n\n- **Abonnement** : chaque mois"), others: theme)
      ]),
    finding: { context in
      let streams = context.document?.revenueStreams ?? []
      return streams.filter { $0.mechanism == nil && $0.foreignName == nil }.map { stream in
        Finding(
          stream.item.range,
          Wording(
            message: Bilingual(
              "flux de revenus sans mécanisme", "revenue stream without a mechanism"),
            label: Bilingual("aucun mécanisme n'ouvre cette ligne", "no mechanism opens this line"),
            help: Bilingual(
              "ouvrez la ligne par l'un des mécanismes en gras :",
              "open the line with one of the mechanisms in bold:", listing: Mechanism.words)))
      }
    })
}

extension TypedDocument {
  /// The revenue streams of the canvas, in whichever model it is written.
  var revenueStreams: [RevenueStream] {
    sections.flatMap { section -> [RevenueStream] in
      guard case .revenue(let list) = section.content else { return [] }
      return list.values
    }
  }
}

extension RevenueStream {
  /// The name in bold of a stream without a mechanism, unless it says for whom the stream is.
  var foreignName: ItemName? {
    guard mechanism == nil, let name = item.name, name.link == nil,
      !folded(name.plain).hasPrefix("pour ")
    else { return nil }
    return name
  }
}

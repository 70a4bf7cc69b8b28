import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let repeatedFlow = Rule(
    RuleDocumentation(
      "flux-repete", .warning,
      summary: Bilingual("le même flux deux fois", "the same flow twice"),
      reason: Bilingual(
        "La carte montrerait deux flèches pour un seul échange.",
        "The map would show two arrows for one exchange."),
      remedy: Bilingual(
        "Retirer la répétition, ou dire en quoi le second flux diffère.",
        "Remove the repetition, or say how the second flow differs."),
      examples: [
        .init(
          bad: canteen(canteenMap + "\n⟦- Le service → Les familles : Repas (matériel)⟧"),
          good: canteen(canteenMap + "\n- Le service → Les familles : recettes (information)"),
          others: theme)
      ]),
    finding: { context in
      guard let map = context.map else { return [] }
      var firsts: [RepeatableFlow: ByteRange] = [:]
      return map.flows.compactMap { flow in
        guard let label = flow.labelKey else { return nil }
        let nature = flow.flow.route.value?.nature
        let key = RepeatableFlow(from: flow.from, to: flow.to, label: label, nature: nature)
        let range = flow.flow.item.range
        guard let first = firsts[key] else {
          firsts[key] = range
          return nil
        }
        // The same line to the letter is a repeated item, which has its own finding.
        guard context.file.text(first) != context.file.text(range) else { return nil }
        return finding(range, first, flow.flow.item.plain, context)
      }
    })
}

private func finding(
  _ range: ByteRange, _ first: ByteRange, _ text: String, _ context: RuleContext
) -> Finding {
  Finding(
    range,
    Wording(
      message: Bilingual("flux répété", "repeated flow", naming: text),
      label: Bilingual("cet échange est déjà sur la carte", "this exchange is on the map already"),
      related: [context.label(first, "la première fois", "the first time")],
      help: Bilingual(
        "retirez la répétition, ou dites en quoi ce flux diffère",
        "remove the repetition, or say how this flow differs"),
      fixes: [
        Fix(
          Bilingual("retirer la répétition", "remove the repetition"), .review,
          [TextEdit(context.file.wholeLines(range), "")])
      ]))
}

/// What makes two flows the same.
private struct RepeatableFlow: Hashable {
  let from: FlowParty
  let to: FlowParty
  let label: String
  let nature: FlowNature?
}

import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let unknownEnd = Rule(
    RuleDocumentation(
      "bout-inconnu", .warning,
      summary: Bilingual(
        "un bout de flux qui n'est ni un client, ni un partenaire, ni le service",
        "an end of a flow that is neither a customer, a partner nor the service"),
      reason: Bilingual(
        "La carte relie ceux que la fiche nomme : un nom qui n'y figure pas est une faute de "
          + "frappe, ou un acteur que le groupe a oublié de présenter.",
        "The map links those whom the canvas names: a name that it does not know is a slip, or "
          + "an actor that the group forgot to introduce."),
      remedy: Bilingual(
        "Reprendre le nom écrit dans CIBLES CLIENTS ou PLATEFORME PARTENAIRES, ou l'y ajouter.",
        "Use the name written in CIBLES CLIENTS or PLATEFORME PARTENAIRES, or add it there."),
      examples: [
        .init(
          bad: canteen(canteenMap + "\n- ⟦Marcheurs⟧ → le service : conseils (information)"),
          good: canteen(canteenMap + "\n- Maraîchers → le service : conseils (information)"),
          others: theme),
        .init(
          bad: canteen(
            canteenMap + "\n- le service → ⟦Compost du parc⟧ : épluchures (matériel)"
              + "\n- Compost du parc → Maraîchers : compost (matériel)"),
          good: canteen(
            canteenMap + "\n- le service → Compost du parc : épluchures (matériel)"
              + "\n- Compost du parc → Maraîchers : compost (matériel)",
            partners: "- **Maraîchers**\n- **Compost du parc**"),
          others: theme),
      ]),
    finding: { context in
      guard let map = context.map else { return [] }
      var ends: [(name: String, ranges: [ByteRange])] = []
      var places: [String: Int] = [:]
      for (name, range) in map.flows.flatMap(\.unknownEnds) {
        let place = places[nameKey(name), default: ends.count]
        if place == ends.count { ends.append((name, [])) }
        ends[place].ranges.append(range)
        places[nameKey(name)] = place
      }
      let known = map.parties.names.map(\.name)
      return ends.map { finding($0.name, $0.ranges, known, context) }
    })
}

private func finding(
  _ name: String, _ ranges: [ByteRange], _ known: [String], _ context: RuleContext
) -> Finding {
  let near = nearest(to: name, among: known, limit: 2)
  return Finding(
    ranges[0],
    Wording(
      message: Bilingual(
        "la fiche ne présente pas", "the canvas does not introduce", naming: name),
      label: Bilingual(
        "ni client, ni partenaire, ni le service", "neither a customer, a partner nor the service"),
      related: ranges.dropFirst().map {
        context.label($0, "le même nom", "the same name")
      },
      help: .didYouMean(near)
        ?? Bilingual(
          "présentez-le dans CIBLES CLIENTS ou PLATEFORME PARTENAIRES :",
          "introduce it in CIBLES CLIENTS or PLATEFORME PARTENAIRES:", typing: "- **\(name)**"),
      fixes: near.map { name in
        Fix(.replace(by: name), .review, ranges.map { TextEdit($0, name) })
      }))
}

extension ResolvedFlow {
  /// The ends that stand for nobody, save those whose link has a finding of its own.
  fileprivate var unknownEnds: [(String, ByteRange)] {
    guard let route = flow.route.value else { return [] }
    return [(from, route.from), (to, route.to)].compactMap { party, end in
      guard case .unknown(let name) = party, end.link == nil else { return nil }
      return (name, end.text.range)
    }
  }
}

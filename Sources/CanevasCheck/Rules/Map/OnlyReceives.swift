import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let onlyReceives = Rule(
    RuleDocumentation(
      "recoit-sans-donner", .warning,
      summary: Bilingual(
        "un client ou un partenaire qui reçoit sans payer ni rien donner",
        "a customer or partner who receives without paying or giving anything"),
      reason: Bilingual(
        "Un échange tient par sa réciprocité : qui reçoit paie, prête, informe ou participe. "
          + "Sinon, quelqu'un d'autre paie pour lui, et la fiche le dit.",
        "An exchange holds by being mutual: whoever receives pays, lends, informs or takes part. "
          + "If not, somebody else pays for them, and the canvas says so."),
      remedy: Bilingual(
        "Écrire ce qu'il donne en retour ; si l'offre est gratuite pour lui, le dire par "
          + "« Gratuité » dans FLUX DE REVENUS.",
        "Write what it gives in return; if the offer is free for it, say so by “Gratuité” in "
          + "FLUX DE REVENUS."),
      examples: [
        .init(
          bad: canteen(
            canteenMap + "\n- le service → ⟦Seniors⟧ : repas à domicile (matériel)",
            customers: "- **Familles**\n- **Seniors**"),
          good: canteen(
            canteenMap + "\n- le service → Seniors : repas à domicile (matériel)"
              + "\n- Seniors → le service : recettes d'autrefois (information)",
            customers: "- **Familles**\n- **Seniors**"),
          others: theme),
        .init(
          bad: canteen(
            canteenMap + "\n- le service → ⟦Compost du parc⟧ : épluchures (matériel)",
            partners: "- **Maraîchers**\n- **Compost du parc**"),
          good: canteen(
            canteenMap + "\n- le service → Compost du parc : épluchures (matériel)"
              + "\n- Compost du parc → Maraîchers : compost (matériel)",
            partners: "- **Maraîchers**\n- **Compost du parc**"),
          others: theme),
      ]),
    finding: { context in
      guard let map = context.map else { return [] }
      // Where nobody pays the service, that is said once; where the offer is free, nobody has to.
      let customers = map.isUnpaid || map.isFree ? [] : map.customers
      return customers.compactMap { finding($0, "le client", "the customer", map, context) }
        + map.partners.compactMap { finding($0, "le partenaire", "the partner", map, context) }
    })
}

private func finding(
  _ party: NamedParty, _ french: String, _ english: String, _ map: MapReading,
  _ context: RuleContext
) -> Finding? {
  guard map.given(by: party.party).isEmpty,
    let last = map.received(by: party.party).last?.flow.route.value
  else { return nil }
  let name = shortened(party.plain)
  let line = "- \(context.typed(party)) → le service : \(placeholder) (économique)"
  return Finding(
    last.to.text.range,
    Wording(
      message: Bilingual(
        "\(french) « \(name) » reçoit sans payer ni rien donner",
        "\(english) “\(name)” receives without paying or giving anything"),
      label: Bilingual("rien ne repart d'ici", "nothing leaves from here"),
      related: [context.label(party.name.text.range, "présenté ici", "introduced here")],
      help: Bilingual(
        "dites ce qu'il donne en retour :", "say what it gives in return:",
        typing: "- \(party.plain) → le service : … (économique)"),
      fixes: [map.adding(line, .placeholder)]))
}

import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let onlyGives = Rule(
    RuleDocumentation(
      "donne-sans-recevoir", .info,
      summary: Bilingual(
        "des partenaires qui donnent sans rien recevoir",
        "partners who give without receiving anything"),
      reason: Bilingual(
        "Un partenaire reste s'il y gagne : de l'argent, un débouché, de la visibilité. C'est une "
          + "question à poser en atelier, pas une faute ; un pouvoir public donne au nom de tous, "
          + "et n'est pas compté.",
        "A partner stays if there is something in it for them: money, an outlet, visibility. It "
          + "is a question to ask in a workshop, not a slip; a public authority gives in the name "
          + "of all, and is not counted."),
      remedy: Bilingual(
        "Écrire ce que chacun reçoit en retour.", "Write what each receives in return."),
      examples: [
        .init(
          bad: canteen(canteenMap(without: "→ Maraîchers"), heading: "## ⟦SYSTEM MAP⟧"),
          good: canteen(), others: theme)
      ]),
    finding: { context in
      guard let map = context.map else { return [] }
      let givers = map.partners.filter {
        map.given(by: $0.party).contains { !$0.flow.isOptional }
          && map.received(by: $0.party).isEmpty && !context.isPublicAuthority($0.party)
      }
      guard let first = givers.first else { return [] }
      let names = givers.map { shortened($0.plain) }
      return [
        Finding(
          map.headingRange,
          Wording(
            message: Bilingual(
              "ils donnent sans rien recevoir :", "they give without receiving anything:",
              listing: names),
            label: Bilingual(
              "aucun flux ne revient vers eux", "no flow comes back to them"),
            related: givers.map {
              context.label($0.name.text.range, "qu'y gagne-t-il ?", "what is in it for them?")
            },
            help: Bilingual(
              "dites ce que chacun y gagne :", "say what is in it for each:",
              typing: "- le service → \(first.plain) : … (économique)")))
      ]
    })
}

extension RuleContext {
  /// Whether a party is an actor that acts in the name of all.
  func isPublicAuthority(_ party: FlowParty) -> Bool {
    guard case .actor(let index) = party, case .actor(let facts) = catalogue.documents[index].facts
    else { return false }
    return facts.type.value == .publicAuthority
  }
}

import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let unservedCustomer = Rule(
    RuleDocumentation(
      "client-non-servi", .warning,
      summary: Bilingual(
        "un client à qui la carte ne donne rien", "a customer to whom the map gives nothing"),
      reason: Bilingual(
        "Une offre part de ses usagers : si rien ne va à un client, la carte n'a pas encore dit ce "
          + "que le service lui apporte.",
        "An offer starts from its users: if nothing goes to a customer, the map has not yet said "
          + "what the service brings them."),
      remedy: Bilingual(
        "Écrire ce que le client reçoit, ou le retirer de CIBLES CLIENTS.",
        "Write what the customer receives, or take it out of CIBLES CLIENTS."),
      examples: [
        .init(
          bad: canteen(
            canteenMap(without: "→ Familles"), heading: "## ⟦SYSTEM MAP⟧"),
          good: canteen(), others: theme)
      ]),
    finding: { context in
      guard let map = context.map else { return [] }
      return map.customers.filter { map.received(by: $0.party).isEmpty }.map { customer in
        let name = shortened(customer.plain)
        let line = "- le service → \(context.typed(customer)) : \(placeholder) (matériel)"
        return Finding(
          map.headingRange,
          Wording(
            message: Bilingual(
              "le client « \(name) » ne reçoit rien", "the customer “\(name)” receives nothing"),
            label: Bilingual("aucun flux ne va vers lui", "no flow goes to it"),
            related: [context.label(customer.name.text.range, "ce client", "this customer")],
            help: Bilingual(
              "dites ce qu'il reçoit du service ou d'un partenaire :",
              "say what it receives from the service or from a partner:",
              typing: "- le service → \(customer.plain) : … (matériel)"),
            fixes: [map.adding(line, .placeholder)]))
      }
    })
}

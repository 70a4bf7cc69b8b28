import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let revenueWithoutFlow = Rule(
    RuleDocumentation(
      "revenu-sans-flux", .warning,
      summary: Bilingual(
        "un flux de revenus qu'aucun flux économique de la carte ne porte",
        "a revenue stream that no economic flow of the map carries"),
      reason: Bilingual(
        "La carte vérifie la cohérence de la fiche : l'argent annoncé dans FLUX DE REVENUS doit y "
          + "passer de quelqu'un à quelqu'un.",
        "The map checks that the canvas holds together: the money told in FLUX DE REVENUS must "
          + "pass there from somebody to somebody."),
      remedy: Bilingual(
        "Écrire le flux, avec le mot du mécanisme dans son libellé ; « Gratuité » et « Économie » "
          + "n'en demandent pas.",
        "Write the flow, with the mechanism's word in its label; “Gratuité” and “Économie” need "
          + "none."),
      examples: [
        .init(
          bad: canteen(
            heading: "## ⟦SYSTEM MAP⟧",
            revenue: "- **Vente** : des repas\n- **Abonnement** : dix repas par mois"),
          good: canteen(
            canteenMap + "\n- Familles → le service : abonnement de dix repas (économique)",
            revenue: "- **Vente** : des repas\n- **Abonnement** : dix repas par mois"),
          others: theme),
        .init(
          bad: canteen(
            canteenMap(without: "→ Maraîchers"), heading: "## ⟦SYSTEM MAP⟧",
            revenue: "- **Vente** : des repas\n- **Charge** : salaire du cuisinier"),
          good: canteen(
            canteenMap(without: "→ Maraîchers")
              + "\n- le service → Cuisinier : salaire (économique)"
              + "\n- Cuisinier → le service : préparation des repas (matériel)",
            partners: "- **Maraîchers**\n- **Cuisinier**",
            revenue: "- **Vente** : des repas\n- **Charge** : salaire du cuisinier"),
          others: theme),
      ]),
    finding: { context in
      guard let map = context.map, !map.isUnpaid else { return [] }
      var told: Set<Mechanism> = []
      return (context.document?.revenueStreams ?? []).compactMap { stream in
        guard let mechanism = stream.mechanism, !map.carries(stream, mechanism),
          told.insert(mechanism).inserted
        else { return nil }
        return finding(stream, mechanism, map, context)
      }
    })
}

private func finding(
  _ stream: RevenueStream, _ mechanism: Mechanism, _ map: MapReading, _ context: RuleContext
) -> Finding {
  let isCharge = mechanism == .charge
  let other =
    switch mechanism {
    case .charge: map.partners.first
    case .publicFunding, .tax: map.partners.first { context.isPublicAuthority($0.party) }
    case .subscription, .sale, .commission, .rental, .service, .entryFee, .usageFee,
      .contribution, .gainSharing, .saving, .exchange, .free:
      map.payer(of: stream)
    }
  func line(_ name: String) -> String {
    let route = isCharge ? "le service → \(name)" : "\(name) → le service"
    return "- \(route) : \(mechanism.rawValue.lowercased()) (économique)"
  }
  return Finding(
    map.headingRange,
    Wording(
      message: Bilingual(
        isCharge
          ? "le service ne verse à personne la charge annoncée"
          : "personne ne verse le revenu « \(mechanism.rawValue) »",
        isCharge
          ? "the service pays the stated charge to nobody"
          : "nobody pays the revenue “\(mechanism.rawValue)”"),
      label: Bilingual(
        isCharge ? "aucun argent ne part du service" : "aucun flux économique ne porte ce mot",
        isCharge ? "no money leaves the service" : "no economic flow has this word"),
      related: [
        context.label(
          stream.item.name?.text.range ?? stream.item.text.range, "annoncé ici", "stated here")
      ],
      help: Bilingual(
        "écrivez qui paie qui :", "write who pays whom:", typing: line(other?.plain ?? "…")),
      fixes: other.map { [map.adding(line(context.typed($0)), .review)] } ?? []))
}

extension MapReading {
  /// Whether an economic flow carries a stream: its label has the mechanism's word or the
  /// stream's name, or no mechanism's word and one of the stream's own. What is paid out only has
  /// to leave the service or its carrier; an exchange may be in kind.
  fileprivate func carries(_ stream: RevenueStream, _ mechanism: Mechanism) -> Bool {
    switch mechanism {
    case .free, .saving: return true
    case .charge: return isPaying
    case .subscription, .sale, .commission, .rental, .service, .entryFee, .usageFee,
      .contribution, .publicFunding, .gainSharing, .exchange, .tax:
      let names = mechanism.labelWords + [stream.item.name?.plain].compactMap { $0.map(nameKey) }
      let own = tellingWords(of: stream.item.text.plain)
      return flows.contains { flow in
        guard flow.carriesMoney || mechanism == .exchange, let label = flow.labelKey else {
          return false
        }
        return paidFor(in: label).contains { paid in
          opensWord(names, in: paid)
            || !own.isDisjoint(with: tellingWords(of: paid))
              && !Mechanism.allCases.contains { opensWord($0.labelWords, in: paid) }
        }
      }
    }
  }

  /// Who is likely to pay: the customer for whom the stream is, else the first.
  fileprivate func payer(of stream: RevenueStream) -> NamedParty? {
    let beneficiary = stream.beneficiary.map { nameKey($0.text.plain) }
    return customers.first { nameKey($0.plain) == beneficiary } ?? customers.first
  }
}

/// What a flow of money pays for, each on its own: `abonnement et part sociale`.
private func paidFor(in label: String) -> [String] {
  label.replacing(" et ", with: ",").split(separator: ",").map(String.init)
}

/// Whether one of the texts stands in a label at a word's beginning.
private func opensWord(_ texts: [String], in label: String) -> Bool {
  func words(_ text: String) -> String { " " + text.replacing("'", with: " ") }
  return texts.contains { words(label).contains(words($0)) }
}

extension ResolvedFlow {
  /// The label in the form in which names are compared.
  var labelKey: String? {
    flow.route.value.map { nameKey($0.label.plain) }
  }
}

extension Mechanism {
  /// The words by which a flow tells the mechanism, folded.
  fileprivate var labelWords: [String] { [nameKey(rawValue)] + otherWords }

  /// Other words that a flow is likely to have for it.
  fileprivate var otherWords: [String] {
    switch self {
    case .sale: ["achat"]
    case .rental: ["loyer"]
    case .contribution: ["cofinancement", "cotisation"]
    case .publicFunding: ["financement", "cofinancement", "subside", "subvention"]
    case .gainSharing: ["part de gain", "part des gain", "gain", "dividende"]
    case .exchange: ["echang"]
    case .subscription, .commission, .service, .entryFee, .usageFee, .saving, .tax, .free,
      .charge:
      []
    }
  }
}

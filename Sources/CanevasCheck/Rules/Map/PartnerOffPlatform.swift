import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let partnerOffPlatform = Rule(
    RuleDocumentation(
      "partenaire-hors-plateforme", .warning,
      summary: Bilingual(
        "un acteur de la carte qui manque à PLATEFORME PARTENAIRES",
        "an actor of the map who is missing from PLATEFORME PARTENAIRES"),
      reason: Bilingual(
        "Qui échange avec le service en est partenaire ou client : le lecteur de la fiche doit l'y "
          + "trouver avec les autres.",
        "Whoever deals with the service is its partner or customer: the canvas's reader should "
          + "find them among the others."),
      remedy: Bilingual(
        "L'ajouter à PLATEFORME PARTENAIRES, ou à CIBLES CLIENTS.",
        "Add it to PLATEFORME PARTENAIRES, or to CIBLES CLIENTS."),
      examples: [
        .init(
          bad: canteen(
            canteenMap + "\n- ⟦[CPAS](../acteurs/cpas.md)⟧ → Familles : bons repas (économique)"),
          good: canteen(
            canteenMap + "\n- [CPAS](../acteurs/cpas.md) → Familles : bons repas (économique)",
            partners: "- **Maraîchers**\n- [CPAS](../acteurs/cpas.md)"),
          others: theme(and: actor("cpas", "CPAS")))
      ]),
    finding: { context in
      guard let map = context.map, let index = context.index, let document = context.document
      else { return [] }
      let catalogue = context.catalogue
      var known = Set(map.parties.map(\.party))
      for (link, target) in zip(document.links, catalogue.targets[index]) {
        let section = document.section(at: link.range.lowerBound)?.name
        if case .document(let actor, _) = target, section == .customers || section == .partners {
          known.insert(.actor(actor))
        }
      }
      return map.flows.flatMap(\.ends).compactMap { party, range in
        guard case .actor(let actor) = party, catalogue.documents[actor].id.kind == .actor,
          known.insert(party).inserted
        else { return nil }
        return finding(actor, range, document.section(.partners), context)
      }
    })
}

private func finding(
  _ actor: Catalogue.Index, _ range: ByteRange, _ section: Section?, _ context: RuleContext
) -> Finding {
  let document = context.catalogue.documents[actor]
  let path = relativePath(to: document.file.path, from: context.file.path)
  let line = "- [\(document.title)](\(path))"
  let name = shortened(document.title)
  return Finding(
    range,
    Wording(
      message: Bilingual(
        "« \(name) » manque à PLATEFORME PARTENAIRES",
        "“\(name)” is missing from PLATEFORME PARTENAIRES"),
      label: Bilingual(
        "la carte le montre, les listes de la fiche non",
        "the map shows it, the canvas's lists do not"),
      related: section.map {
        [context.label($0.heading.text.range, "sa place est ici", "its place is here")]
      } ?? [],
      help: Bilingual(
        "ajoutez à PLATEFORME PARTENAIRES, ou à CIBLES CLIENTS s'il est servi,",
        "add to PLATEFORME PARTENAIRES, or to CIBLES CLIENTS if it is served,", typing: line),
      fixes: section.map { section in
        [
          Fix(
            Bilingual("l'ajouter aux partenaires", "add it to the partners"), .review,
            [TextEdit(ByteRange(at: section.range.upperBound), "\n" + line)])
        ]
      } ?? []))
}

extension ResolvedFlow {
  /// Both ends, with the places where they are written.
  var ends: [(party: FlowParty, range: ByteRange)] {
    guard let route = flow.route.value else { return [] }
    return [(from, route.from.text.range), (to, route.to.text.range)]
  }
}

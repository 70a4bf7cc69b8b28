import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let partnerWithoutFlow = Rule(
    RuleDocumentation(
      "partenaire-sans-flux", .warning,
      summary: Bilingual(
        "un partenaire que la carte ne relie à personne",
        "a partner whom the map links to nobody"),
      reason: Bilingual(
        "Un partenaire apporte ou reçoit quelque chose ; sans flux, on ne sait pas pourquoi il est "
          + "là.",
        "A partner brings or receives something; without a flow, nobody knows why it is there."),
      remedy: Bilingual(
        "Écrire ce que le partenaire apporte, ou le retirer de PLATEFORME PARTENAIRES.",
        "Write what the partner brings, or take it out of PLATEFORME PARTENAIRES."),
      examples: [
        .init(
          bad: canteen(
            heading: "## ⟦SYSTEM MAP⟧", partners: "- **Maraîchers**\n- **École du quartier**"),
          good: canteen(
            canteenMap + "\n- École du quartier → le service : sa cuisine le midi (matériel)"
              + "\n- le service → École du quartier : repas des élèves (matériel)",
            partners: "- **Maraîchers**\n- **École du quartier**"),
          others: theme)
      ]),
    finding: { context in
      guard let map = context.map else { return [] }
      return map.partners.filter {
        map.given(by: $0.party).isEmpty && map.received(by: $0.party).isEmpty
      }.map { partner in
        let name = shortened(partner.plain)
        let line = "- \(context.typed(partner)) → le service : \(placeholder) (matériel)"
        return Finding(
          map.headingRange,
          Wording(
            message: Bilingual(
              "le partenaire « \(name) » n'échange rien avec personne",
              "the partner “\(name)” exchanges nothing with anybody"),
            label: Bilingual("aucun flux ne passe par lui", "no flow goes through it"),
            related: [context.label(partner.name.text.range, "ce partenaire", "this partner")],
            help: Bilingual(
              "dites ce qu'il apporte :", "say what it brings:",
              typing: "- \(partner.plain) → le service : … (matériel)"),
            fixes: [map.adding(line, .placeholder)]))
      }
    })
}

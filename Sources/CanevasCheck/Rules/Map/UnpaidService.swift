import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let unpaidService = Rule(
    RuleDocumentation(
      "service-sans-argent", .warning,
      summary: Bilingual(
        "une carte où aucun argent n'arrive au service, ni à un partenaire qui le fournit",
        "a map on which no money reaches the service or a partner who supplies it"),
      reason: Bilingual(
        "Une activité que personne ne paie ne dure pas : la carte dit d'où vient l'argent.",
        "A business that nobody pays does not last: the map says where the money comes from."),
      remedy: Bilingual(
        "Écrire qui paie, et pour quoi ; si rien ne se paie, le dire par « Gratuité » ou "
          + "« Échange » dans FLUX DE REVENUS.",
        "Write who pays, and for what; if nothing is paid, say so by “Gratuité” or “Échange” in "
          + "FLUX DE REVENUS."),
      examples: [
        .init(
          bad: canteen(canteenMap(without: "économique"), heading: "## ⟦SYSTEM MAP⟧"),
          good: canteen(canteenMap(without: "→ Maraîchers")), others: theme)
      ]),
    finding: { context in
      guard let map = context.map, map.isUnpaid, let document = context.document else { return [] }
      let payer = map.customers.first
      func line(_ name: String) -> String {
        "- \(name) → le service : \(map.payment) (économique)"
      }
      return [
        Finding(
          map.headingRange,
          Wording(
            message: Bilingual(
              "aucun argent n'arrive au service « \(shortened(document.title)) »",
              "no money reaches the service “\(shortened(document.title))”"),
            label: Bilingual(
              "personne ne paie le service, ni un partenaire qui le fournit",
              "nobody pays the service, nor a partner who supplies it"),
            related: document.section(.revenue).map {
              [context.label($0.heading.text.range, "les revenus attendus", "the expected revenue")]
            } ?? [],
            help: Bilingual(
              "écrivez qui paie :", "write who pays:", typing: line(payer?.plain ?? "…")),
            fixes: payer.map { [map.adding(line(context.typed($0)), .review)] } ?? []))
      ]
    })
}

import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let flowToItself = Rule(
    RuleDocumentation(
      "flux-vers-soi", .warning,
      summary: Bilingual(
        "un flux dont les deux bouts sont le même", "a flow whose two ends are the same"),
      reason: Bilingual(
        "Un flux va de quelqu'un à quelqu'un d'autre ; sur la carte, cette flèche ne mènerait "
          + "nulle part.",
        "A flow goes from somebody to somebody else; on the map this arrow would lead nowhere."),
      remedy: Bilingual(
        "Nommer à l'autre bout celui qui reçoit.", "Name at the other end the one who receives."),
      examples: [
        .init(
          bad: canteen(canteenMap + "\n⟦- Familles → les familles : recettes (information)⟧"),
          good: canteen(canteenMap + "\n- Familles → le service : recettes (information)"),
          others: theme)
      ]),
    finding: { context in
      (context.map?.flows ?? []).filter { $0.from == $0.to }.compactMap { flow in
        guard let route = flow.flow.route.value else { return nil }
        return Finding(
          flow.flow.item.range,
          Wording(
            message: Bilingual(
              "flux qui revient à celui qui le donne", "flow that comes back to its giver",
              naming: route.from.plain),
            label: Bilingual("les deux bouts sont le même", "both ends are the same"),
            help: Bilingual(
              "nommez à l'autre bout celui qui reçoit :", "name at the other end who receives:",
              typing: "- \(route.from.plain) → …")))
      }
    })
}

import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let resourceWithoutFlow = Rule(
    RuleDocumentation(
      "ressource-sans-flux", .info,
      summary: Bilingual(
        "une ressource locale dont la carte ne parle pas",
        "a local resource of which the map does not speak"),
      reason: Bilingual(
        "Une ressource entre en circulation quand quelqu'un la donne à quelqu'un : c'est ce qui "
          + "boucle l'économie circulaire.",
        "A resource circulates when somebody gives it to somebody: that closes the circular "
          + "economy's loop."),
      remedy: Bilingual(
        "Écrire le flux matériel qui l'emporte, avec l'un de ses mots.",
        "Write the material flow that carries it, with one of its words."),
      examples: [
        .init(
          bad: canteen().replacing(
            "## FLUX DE REVENUS",
            with: """
              ## RESSOURCES LOCALES / LOGIQUE D'ÉCONOMIE CIRCULAIRE

              - **⟦Épluchures⟧** : pour le compost du parc

              ## FLUX DE REVENUS
              """),
          good: canteen(
            canteenMap + "\n- le service → Maraîchers : épluchures à composter (matériel)"
          ).replacing(
            "## FLUX DE REVENUS",
            with: """
              ## RESSOURCES LOCALES / LOGIQUE D'ÉCONOMIE CIRCULAIRE

              - **Épluchures** : pour le compost du parc

              ## FLUX DE REVENUS
              """),
          others: theme)
      ]),
    finding: { context in
      guard let map = context.map,
        let items = context.document?.section(.localResources)?.items.filter({ $0.name != nil }),
        !items.isEmpty
      else { return [] }
      let material = map.flows.filter { $0.isOf(.material) }
      let told = Set(material.flatMap(\.words))
      return items.compactMap { item in
        guard let name = item.name, told.isDisjoint(with: tellingWords(of: item.plain)) else {
          return nil
        }
        return finding(name, map, context)
      }
    })
}

private func finding(_ name: ItemName, _ map: MapReading, _ context: RuleContext) -> Finding {
  Finding(
    name.text.range,
    Wording(
      message: Bilingual(
        "ressource locale qui ne circule pas", "local resource that does not circulate",
        naming: name.plain),
      label: Bilingual(
        "aucun flux matériel n'a l'un de ses mots", "no material flow has one of its words"),
      related: [context.label(map.headingRange, "la carte", "the map")],
      help: Bilingual(
        "dites d'où elle vient ou qui la reçoit :", "say where it comes from or who receives it:",
        typing: "- le service → … : \(name.plain.lowercased()) (matériel)")))
}

/// The words of a text by which what it names is known again: those of four letters and more,
/// in the singular.
func tellingWords(of text: String) -> Set<String> {
  let letters = folded(text).split { !("a"..."z").contains($0) && $0 != "-" }
  return Set(letters.filter { $0.count >= 4 }.map { nameKey(String($0)) })
}

extension ResolvedFlow {
  /// The words of a flow's ends and label.
  fileprivate var words: Set<String> {
    guard let route = flow.route.value else { return [] }
    let texts = [route.from.plain, route.to.plain, route.label.plain]
    return Set(texts.flatMap { tellingWords(of: $0) })
  }
}

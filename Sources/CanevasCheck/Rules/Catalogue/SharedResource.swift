import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let sharedResource = Rule(
    RuleDocumentation(
      "ressource-partagee", .info,
      summary: Bilingual(
        "une ressource locale que plusieurs fiches comptent utiliser",
        "a local resource that several canvases mean to use"),
      reason: Bilingual(
        "Deux idées peuvent s'aider en la partageant, ou se la disputer : mieux vaut le savoir à "
          + "temps.",
        "Two ideas can help each other by sharing it, or compete for it: better know in time."),
      remedy: Bilingual(
        "Dire dans RECOMMANDATIONS / DISCUSSION comment les idées se la partagent, ou préciser de "
          + "laquelle il s'agit.",
        "Say in RECOMMANDATIONS / DISCUSSION how the ideas share it, or make clear which one is "
          + "meant."),
      examples: [
        .init(
          bad: canvas(resources("**⟦Invendus du marché⟧**")),
          good: canvas(resources("**Invendus du marché de Flagey**")),
          others: theme(and: [
            "canvases/fiches/compost.md": canvas(resources("**Invendus du marché**"))
              .replacing("# Exemple", with: "# Compost du quartier")
          ]))
      ]),
    finding: { context in
      guard let index = context.index, let document = context.document,
        case .canvas(let facts) = document.facts, facts.status.value != .archived
      else { return [] }
      return (document.section(.localResources)?.items ?? []).compactMap { item in
        guard let key = LocalResource.key(of: item),
          let first = context.catalogue.localResources[key]?.first, first.canvas != index
        else { return nil }
        let other = context.catalogue.documents[first.canvas]
        guard case .canvas(let theirs) = other.facts,
          theirs.territory == nil || facts.territory == nil || theirs.territory == facts.territory
        else { return nil }
        return finding(item, first.item, other)
      }
    })
}

private func finding(_ item: Item, _ first: Item, _ other: TypedDocument) -> Finding {
  Finding(
    item.nameRange,
    Wording(
      message: Bilingual(
        "ressource locale partagée avec « \(shortened(other.title)) »",
        "local resource shared with “\(shortened(other.title))”"),
      label: Bilingual(
        "une autre fiche compte sur cette ressource", "another canvas counts on this resource"),
      related: [
        Diagnostic.Label(
          Location(path: other.file.path, range: first.nameRange),
          Bilingual("l'autre fiche", "the other canvas"))
      ],
      help: Bilingual(
        "dites comment les deux idées se la partagent, ou précisez laquelle",
        "say how the two ideas share it, or make clear which one")))
}

private func resources(_ item: String) -> String {
  "## RESSOURCES LOCALES / LOGIQUE D'ÉCONOMIE CIRCULAIRE\n\n- \(item)"
}

import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let namesakes = Rule(
    RuleDocumentation(
      "acteurs-homonymes", .warning,
      summary: Bilingual(
        "deux acteurs qui partagent un nom", "two actors that share a name"),
      reason: Bilingual(
        "Un nom dans une carte ne dirait plus lequel des deux est visé ; souvent, c'est le même "
          + "acteur, décrit deux fois.",
        "A name on a map would no longer say which of the two is meant; often it is one actor, "
          + "described twice."),
      remedy: Bilingual(
        "Fondre les deux documents en un, ou préciser l'un des noms.",
        "Merge the two documents into one, or make one of the names more exact."),
      examples: [
        .init(
          path: "canvases/acteurs/poste.md", bad: actorText("⟦La Poste⟧"),
          good: actorText("La Poste française"), others: actor("bpost", "La Poste"))
      ]),
    finding: { context in
      guard let index = context.index, let document = context.document else { return [] }
      var told: Set<String> = []
      return document.names.compactMap { name in
        let key = nameKey(name.plain)
        guard let first = context.catalogue.actorsByName[key]?.first, first != index,
          told.insert(key).inserted
        else { return nil }
        let other = context.catalogue.documents[first]
        let place = other.names.first { nameKey($0.plain) == key }?.range ?? other.file.firstLine
        return Finding(
          name.range,
          Wording(
            message: Bilingual("nom de deux acteurs", "name of two actors", naming: name.plain),
            label: Bilingual("un autre acteur porte ce nom", "another actor has this name"),
            related: [
              Diagnostic.Label(
                Location(path: other.file.path, range: place),
                Bilingual("l'autre acteur de ce nom", "the other actor so named"))
            ],
            help: Bilingual(
              "fondez les deux documents en un, ou précisez l'un des noms",
              "merge the two documents into one, or make one of the names more exact")))
      }
    })
}

extension TypedDocument {
  /// The title and aliases of an actor, where they stand; none for other kinds.
  fileprivate var names: [(plain: String, range: ByteRange)] {
    guard case .actor = facts, let title = head.title.value else { return [] }
    let aliases = head.metadata.entry(.aliases)?.values ?? []
    return ([title] + aliases.map(\.text)).map { ($0.plain, $0.range) }
  }
}

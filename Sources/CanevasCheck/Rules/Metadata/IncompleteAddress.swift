import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let incompleteAddress = Rule(
    RuleDocumentation(
      "adresse-incomplete", .warning,
      summary: Bilingual(
        "une adresse de site qui n'en est pas une", "a site's address that is none"),
      reason: Bilingual(
        "Le site du catalogue est bâti sur « Adresse », et « Site » mène le lecteur chez un "
          + "acteur : sans http ni https, aucun des deux ne s'ouvre.",
        "The catalogue's site is built on “Adresse”, and “Site” leads the reader to an actor: "
          + "without http or https neither opens."),
      remedy: Bilingual(
        "Écrire l'adresse entière : « https://exemple.org ».",
        "Write the whole address: “https://exemple.org”."),
      examples: [
        .init(
          path: "canvases/acteurs/ferme.md",
          bad: actorText("Ferme du parc").replacing(
            "\n\n## PR", with: "\n- Site : ⟦www.exemple.org⟧\n\n## PR"),
          good: actorText("Ferme du parc").replacing(
            "\n\n## PR", with: "\n- Site : <https://www.exemple.org>\n\n## PR"))
      ]),
    finding: { context in
      guard let index = context.index, let document = context.document else { return [] }
      let entries = [MetadataKey.address, .site].compactMap(document.head.metadata.entry)
      return entries.flatMap(\.values).compactMap { value in
        if let link = value.link {
          // A broken link has a finding of its own.
          guard case .document = context.catalogue.target(of: link, in: index) else { return nil }
        } else if value.text.plain.isWebAddress {
          return nil
        }
        return finding(value)
      }
    })
}

private func finding(_ value: Metadata.Value) -> Finding {
  let text = value.text.plain
  let whole = "https://" + text
  let isLink = value.link != nil
  let fix = Fix(.replace(by: whole), .review, [TextEdit(value.text.range, whole)])
  return Finding(
    value.link?.range ?? value.text.range,
    Wording(
      message: Bilingual(
        "adresse de site incomplète", "incomplete site address", naming: text),
      label: Bilingual(
        "elle ne commence ni par https:// ni par http://",
        "it opens with neither https:// nor http://"),
      help: Bilingual(
        "écrivez l'adresse entière :", "write the whole address:",
        typing: isLink || !whole.isWebAddress ? "https://exemple.org" : whole),
      fixes: isLink || !whole.isWebAddress ? [] : [fix]))
}

extension String {
  /// Whether a text is an address that a browser opens: its scheme, then a host with a dot or
  /// the name of the own machine, without spaces.
  fileprivate var isWebAddress: Bool {
    let text = lowercased()
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return false }
    let host = text.dropFirst(scheme.count).prefix { $0 != "/" && $0 != ":" }
    return !text.contains(" ") && (host == "localhost" || host.dropFirst().contains("."))
  }
}

import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let voteWithoutCanvas = Rule(
    RuleDocumentation(
      "vote-sans-fiche", .warning,
      summary: Bilingual(
        "une ligne de SÉLECTION qui ne nomme aucune fiche",
        "a line of SÉLECTION that names no canvas"),
      reason: Bilingual(
        "Une idée qui a reçu des voix entre au vivier : sa fiche dit ce qu'elle est devenue.",
        "An idea that got votes enters the pool: its canvas says what became of it."),
      remedy: Bilingual(
        "Lier la fiche de l'idée, ou l'écrire si elle n'existe pas encore.",
        "Link to the idea's canvas, or write it if there is none yet."),
      examples: [
        .init(
          path: workshopPath,
          bad: workshopText("## SÉLECTION\n\n- ⟦**Exemple** : 7 gommettes⟧"),
          good: workshopText("## SÉLECTION\n\n- [Exemple](../fiches/exemple.md) : 7 gommettes"),
          others: theme(and: ["canvases/fiches/exemple.md": canvas()]))
      ]),
    finding: { context in
      guard let document = context.document,
        let section = document.section(.selection), case .votes(let list) = section.content
      else { return [] }
      return list.values.map(\.item).compactMap { item in
        // A link that leads elsewhere or nowhere has a finding of its own.
        guard item.block.kind == .item,
          !document.links.contains(where: { item.range.contains($0.range) })
        else { return nil }
        return finding(item, context)
      }
    })
}

private func finding(_ item: Item, _ context: RuleContext) -> Finding {
  let catalogue = context.catalogue
  let said = item.name?.plain ?? String(item.text.plain.prefix { $0 != ":" })
  let canvas = catalogue.names.titled(said).first {
    catalogue.documents[$0].id.kind == .canvas
  }
  let link = canvas.map { index in
    let path = relativePath(
      to: catalogue.documents[index].file.path, from: context.file.path)
    return "[\(catalogue.documents[index].title)](\(path))"
  }
  let paragraph = item.block.children.first { $0.kind == .paragraph }
  return Finding(
    paragraph?.range ?? item.range,
    Wording(
      message: Bilingual("vote sans fiche", "vote without a canvas", naming: said),
      label: Bilingual("cette ligne ne lie aucune fiche", "this line links to no canvas"),
      help: Bilingual(
        "liez la fiche de l'idée :", "link to the idea's canvas:",
        typing: link ?? "[Titre](../fiches/titre.md)"),
      fixes: zip([link].compactMap { $0 }, [item.name].compactMap { $0 }).map { link, name in
        Fix(.replace(by: link), .review, [TextEdit(name.text.range, link)])
      }))
}

import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let unlinkedActor = Rule(
    RuleDocumentation(
      "acteur-non-lie", .info,
      summary: Bilingual(
        "le nom d'un acteur, dans une section qui ne le lie pas",
        "the name of an actor, in a section that does not link to it"),
      reason: Bilingual(
        "Avec un lien, la page de l'acteur montre tout ce à quoi il prend part.",
        "With a link, the actor's page shows everything that it takes part in."),
      remedy: Bilingual(
        "Faire un lien de la première mention.", "Make the first mention a link."),
      examples: [
        .init(
          bad: canvas("## POLICY MAKING\n\n- Un local prêté par la ⟦Ferme Nos Pilifs⟧"),
          good: canvas(
            "## POLICY MAKING\n\n- Un local prêté par la [Ferme Nos Pilifs](../acteurs/ferme.md)"),
          others: theme(and: actor("ferme", "Ferme Nos Pilifs")))
      ]),
    finding: { context in
      guard let index = context.index, let document = context.document,
        !context.catalogue.actorNames.isEmpty
      else { return [] }
      // An end of a flow may be the name of an item that is linked elsewhere.
      let sections = document.sections.filter { $0.name?.shape != .flows }
      return sections.flatMap { section -> [Finding] in
        var links = SectionLinks(section: section, index: index, catalogue: context.catalogue)
        return mentions(in: section, of: document, context.catalogue.actorNames)
          .filter { $0.actor != index && links.insert($0.actor) }
          .map { finding($0, context) }
      }
    })
}

private func finding(_ mention: ActorNames.Mention, _ context: RuleContext) -> Finding {
  let actor = context.catalogue.documents[mention.actor]
  let range = ByteRange(mention.range)
  let path = relativePath(to: actor.file.path, from: context.file.path)
  let link = "[\(context.file.text(range))](\(path))"
  return Finding(
    range,
    Wording(
      message: Bilingual("acteur non lié", "actor not linked", naming: context.file.text(range)),
      label: Bilingual("cet acteur a un document", "this actor has a document"),
      help: Bilingual("écrivez", "write", naming: link),
      fixes: [
        Fix(Bilingual("en faire un lien", "make it a link"), .review, [TextEdit(range, link)])
      ]))
}

/// The names of actors in a section's texts outside links and headings, in order.
private func mentions(
  in section: Section, of document: TypedDocument, _ names: ActorNames
) -> [ActorNames.Mention] {
  var found: [ActorNames.Mention] = []
  func visit(_ inline: Inline) {
    switch inline.kind {
    case .text:
      if inline.isVerbatim { found += names.mentions(in: inline.literal) }
    case .emphasis, .strong:
      for child in inline.children { visit(child) }
    case .link, .image, .code, .html, .softBreak, .lineBreak: break
    }
  }
  func visit(_ block: Block) {
    if block.kind == .paragraph {
      for inline in block.inlines { visit(inline) }
    } else {
      for child in block.children { visit(child) }
    }
  }
  for block in document.document.blocks where section.range.contains(block.range) { visit(block) }
  return found
}

/// The actors that a section links to or that were told, found when the first one is asked for:
/// most sections mention none.
private struct SectionLinks {
  let section: Section
  let index: Catalogue.Index
  let catalogue: Catalogue
  private var actors: Set<Catalogue.Index>?

  init(section: Section, index: Catalogue.Index, catalogue: Catalogue) {
    self.section = section
    self.index = index
    self.catalogue = catalogue
  }

  /// Takes an actor for told; whether it was neither linked nor told before.
  mutating func insert(_ actor: Catalogue.Index) -> Bool {
    var known = actors ?? linked
    defer { actors = known }
    return known.insert(actor).inserted
  }

  private var linked: Set<Catalogue.Index> {
    var found: Set<Catalogue.Index> = []
    let links = catalogue.documents[index].links
    for (link, target) in zip(links, catalogue.targets[index]) {
      if case .document(let actor, _) = target, section.range.contains(link.range) {
        found.insert(actor)
      }
    }
    return found
  }
}

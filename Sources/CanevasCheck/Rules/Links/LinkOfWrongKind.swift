import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let linkOfWrongKind = Rule(
    RuleDocumentation(
      "lien-inattendu", .error,
      summary: Bilingual(
        "un lien vers un document d'un autre genre que celui attendu",
        "a link to a document of another kind than the one expected"),
      reason: Bilingual(
        "La place du lien dit quel rôle joue le document visé : un partenaire est un acteur, un "
          + "thème est un thème.",
        "The link's place says what part its target plays: a partner is an actor, a theme is a "
          + "theme."),
      remedy: Bilingual(
        "Lier un document du genre attendu, ou mettre le lien plus loin dans la phrase.",
        "Link to a document of the kind expected, or put the link further on in the sentence."),
      examples: [
        .init(
          bad: canvas("## PLATEFORME PARTENAIRES\n\n- ⟦[Quartier](../themes/quartier.md)⟧"),
          good: canvas("## PLATEFORME PARTENAIRES\n\n- [CPAS](../acteurs/cpas.md)"),
          others: theme(and: actor("cpas", "CPAS")))
      ]),
    wording: { defect, context in
      guard case .linkOfWrongKind(let found, let expected) = defect.kind else { return nil }
      let wanted = expected.compactMap(Kind.init(rawValue:))
      let french = wanted.map(\.oneOf.french).joined(separator: " ou ")
      let english = wanted.map(\.oneOf.english).joined(separator: " or ")
      let target = oneOf(found)
      return Wording(
        message: Bilingual(
          "lien vers \(target.french) au lieu d'\(french)",
          "link to \(target.english) instead of \(english)"),
        label: Bilingual("\(french) est attendu ici", "\(english) is expected here"),
        help: Bilingual(
          "liez un document de", "link to a document in",
          listing: wanted.map { $0.folder + "/" }),
        fixes: context.redirections(
          ofLinkAt: defect.range, to: context.namesakes(ofLinkAt: defect.range, among: wanted)))
    })
}

extension RuleContext {
  /// The documents of some kinds that are called as the link's words say, as relative paths.
  fileprivate func namesakes(ofLinkAt range: ByteRange, among kinds: [Kind]) -> [String] {
    guard let words = link(at: range)?.inline.plain, !nameKey(words).isEmpty else { return [] }
    let found = catalogue.names.called(words).map { catalogue.documents[$0] }
    return found.filter { kinds.contains($0.id.kind) }.prefix(3).map {
      relativePath(to: $0.file.path, from: file.path)
    }
  }
}

/// What a link was found to lead to, with its article.
private func oneOf(_ found: String) -> Bilingual {
  switch found {
  case "asset": Bilingual("un fichier", "a file")
  case "external": Bilingual("une adresse du web", "a web address")
  default: Kind(rawValue: found)?.oneOf ?? Bilingual(found, found)
  }
}

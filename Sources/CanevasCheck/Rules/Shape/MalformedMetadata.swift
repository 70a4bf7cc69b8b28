import CanevasSource
import CanevasSyntax

extension Rule {
  static let malformedMetadata = Rule(
    RuleDocumentation(
      "metadonnee-illisible", .warning,
      summary: Bilingual(
        "un point de la liste des métadonnées sans deux-points",
        "an item of the metadata list without a colon"),
      reason: Bilingual(
        "Le deux-points sépare la clé de la valeur ; sans lui, la ligne n'est pas lue.",
        "The colon parts the key from the value; without it the line is not read."),
      remedy: Bilingual("Écrire « Clé : valeur ».", "Write “Key : value”."),
      examples: [
        .init(
          bad: canvas().replacing("- Statut : idée", with: "⟦- Statut idée⟧"), good: canvas(),
          others: theme)
      ]),
    wording: { defect, context in
      guard defect.kind == .malformedMetadata else { return nil }
      return Wording(
        message: Bilingual("métadonnée illisible", "unreadable metadata"),
        label: Bilingual(
          "aucun deux-points ne sépare ici une clé de sa valeur",
          "no colon separates a key from its value here"),
        help: .didYouMean(defect.nearest.map { "\($0) : …" })
          ?? Bilingual("écrivez « Clé : valeur »", "write “Key : value”"),
        fixes: colon(in: defect, context).map { [$0] } ?? [])
    })
}

/// Puts the colon behind the key that opens the line.
private func colon(in defect: Defect, _ context: RuleContext) -> Fix? {
  guard let key = defect.nearest.first, let item = context.metadataItem(at: defect.range),
    let text = item.children.first(where: { $0.kind == .paragraph })?.text.range
  else { return nil }
  let wanted = folded(key)
  let bytes = context.file.bytes[text.indices]
  let end = bytes.indices.dropFirst().first { index in
    !isContinuation(bytes[index])
      && folded(context.file.text(ByteRange(text.lowerBound, index)))
        == wanted
  }
  guard let end, bytes[end] == UInt8(ascii: " ") else { return nil }
  return Fix(
    Bilingual("ajouter le deux-points", "add the colon"), .review,
    [TextEdit(ByteRange(at: end), " :")])
}

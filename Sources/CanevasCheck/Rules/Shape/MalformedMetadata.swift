import CanevasSource

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
    wording: { defect, _ in
      guard defect.kind == .malformedMetadata else { return nil }
      return Wording(
        message: Bilingual("métadonnée illisible", "unreadable metadata"),
        label: Bilingual(
          "aucun deux-points ne sépare ici une clé de sa valeur",
          "no colon parts a key from its value here"),
        help: .didYouMean(defect.nearest.map { "\($0) : …" })
          ?? Bilingual("écrivez « Clé : valeur »", "write “Key : value”"))
    })
}

import CanevasModel
import CanevasSource

extension Rule {
  static let unreadableDuration = Rule(
    RuleDocumentation(
      "duree-illisible", .error,
      summary: Bilingual("une durée qui ne se lit pas", "a duration that cannot be read"),
      reason: Bilingual(
        "Les durées d'un atelier s'additionnent pour vérifier qu'il tient dans sa journée. Dans le "
          + "déroulé, ce n'est qu'un avertissement.",
        "A workshop's durations are added up to check that it fits its day. In the agenda it is "
          + "only a warning."),
      remedy: Bilingual(
        "Écrire « 45 min », « 45' », « 1 h 40 », « 2 jours » ou « 4 à 6 mois ».",
        "Write “45 min”, “45'”, “1 h 40”, “2 jours” or “4 à 6 mois”."),
      examples: [
        .init(
          path: "canvases/ateliers/exemple.md",
          bad: "# Atelier\n\n- Durée : ⟦une matinée⟧\n", good: "# Atelier\n\n- Durée : 3 h 30\n"),
        .init(
          path: "canvases/ateliers/exemple.md",
          bad: "# Atelier\n\n- Durée : 6 h\n\n## DÉROULÉ\n\n- Accueil (⟦un peu⟧) : un café\n",
          good: "# Atelier\n\n- Durée : 6 h\n\n## DÉROULÉ\n\n- Accueil (15 min) : un café\n"),
      ]),
    wording: { defect, _ in
      guard case .unreadableDuration(let key, let value) = defect.kind else { return nil }
      return Wording(
        message: Bilingual("durée illisible", "unreadable duration", naming: value),
        label: Bilingual(
          "ce n'est pas une durée que l'on sait lire", "this cannot be read as a duration"),
        help: Bilingual(
          "écrivez « 45 min », « 45' », « 1 h 40 », « 2 jours » ou « 4 à 6 mois »",
          "write “45 min”, “45'”, “1 h 40”, “2 jours” or “4 à 6 mois”"),
        fixes: plainDuration(value).map {
          [Fix(.replace(by: $0), .review, [TextEdit(defect.range, $0)])]
        } ?? [],
        severity: MetadataKey(rawValue: key) == nil ? .warning : .error)
    })
}

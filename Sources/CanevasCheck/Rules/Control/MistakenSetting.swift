import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let mistakenSetting = Rule(
    RuleDocumentation(
      "reglage-incorrect", .error,
      summary: Bilingual(
        "un réglage de « Règles » que le compilateur ne peut pas suivre",
        "a setting of “Règles” that the compiler cannot follow"),
      reason: Bilingual(
        "Un réglage mal écrit serait tenu pour suivi alors qu'il ne change rien.",
        "A misspelt setting would be taken for followed although it changes nothing."),
      remedy: Bilingual(
        "Écrire le code d'une règle, puis « erreur », « avertissement » ou « info » ; une erreur "
          + "reste une erreur.",
        "Write a rule's code, then “erreur”, “avertissement” or “info”; an error stays an error."),
      examples: [
        .init(
          path: "canvases/catalogue.md",
          bad: sheet("⟦indicateur-sans-unit erreur⟧ ; ⟦html-brut grave⟧ ; ⟦octet-nul info⟧"),
          good: sheet("indicateur-sans-unite erreur ; html-brut info ; octet-nul erreur"))
      ]),
    finding: { context in
      guard case .catalogue = context.document?.facts,
        let values = context.document?.head.metadata.entry(.rules)?.values
      else { return [] }
      return values.compactMap { value in
        word(WrittenSetting(value.text.plain)).map {
          Finding(value.text.range, $0)
        }
      }
    })
}

private func word(_ setting: WrittenSetting) -> Wording? {
  switch setting {
  case .setting: nil
  case .unknownRule(let code):
    Wording(
      message: Bilingual(
        "réglage d'une règle inconnue", "setting of an unknown rule", naming: code),
      label: Bilingual("aucune règle n'a ce code", "no rule has this code"),
      help: .didYouMean(nearest(to: code, among: Rule.all.map(\.code), limit: 1))
        ?? Bilingual("les codes sont dans :", "the codes are in:", naming: "canevas explain"))
  case .unknownLevel(let word):
    Wording(
      message: word.isEmpty
        ? Bilingual("réglage sans niveau", "setting without a level")
        : Bilingual("niveau inconnu", "unknown level", naming: word),
      label: Bilingual("le réglage n'est pas suivi", "the setting is not followed"),
      help: Bilingual("les niveaux :", "levels:", listing: WrittenSetting.levels.map(\.word)))
  case .loweredError(let code):
    Wording(
      message: Bilingual(
        "erreur que l'on ne peut pas abaisser", "error that cannot be lowered", naming: code),
      label: Bilingual("le réglage n'est pas suivi", "the setting is not followed"),
      help: Bilingual("retirez ce réglage", "remove this setting"))
  }
}

private func sheet(_ settings: String) -> String {
  "# Catalogue\n\n- Langue : fr\n- Règles : \(settings)\n"
}

import CanevasLink
import CanevasModel
import CanevasSource

extension Rule {
  static let themeWithoutWorkshop = Rule(
    RuleDocumentation(
      "theme-sans-atelier", .info,
      summary: Bilingual(
        "un thème qui a des fiches, mais dont aucun atelier n'a traité",
        "a theme that has canvases but that no workshop dealt with"),
      reason: Bilingual(
        "La méthode tient un atelier par thème : c'est là que les idées naissent, avec ceux "
          + "qu'elles concernent.",
        "The method holds a workshop a theme: that is where ideas are born with those whom they "
          + "concern."),
      remedy: Bilingual(
        "Écrire l'atelier dans « canvases/ateliers », ou ajouter le thème à celui qui en a traité.",
        "Write the workshop in “canvases/ateliers”, or add the theme to the one that dealt with "
          + "it."),
      examples: [
        .init(
          path: themePath, bad: themeText("⟦Quartier⟧"), good: themeText("Quartier"),
          others: source.merging([
            "canvases/fiches/exemple.md": canvas(),
            "canvases/themes/mobilite.md": themeText("Mobilité"),
            "canvases/ateliers/mobilite.md": workshopText("").replacing(
              "[Quartier](../themes/quartier.md)", with: "[Mobilité](../themes/mobilite.md)"),
          ]) { first, _ in first },
          added: [workshopPath: workshopText("")])
      ]),
    finding: { context in
      let catalogue = context.catalogue
      guard let index = context.index, context.document?.id.kind == .theme,
        !catalogue.linking(to: index, as: .theme, kind: .canvas).isEmpty,
        catalogue.linking(to: index, kind: .workshop).isEmpty,
        catalogue.documents.contains(where: { $0.isWorkshopOnATheme })
      else { return [] }
      return [
        Finding(
          context.titleRange,
          Wording(
            message: Bilingual("thème sans atelier", "theme without a workshop"),
            label: Bilingual(
              "aucun atelier n'a traité de ce thème", "no workshop dealt with this theme"),
            help: Bilingual(
              "écrivez l'atelier dans « canvases/ateliers », avec",
              "write the workshop in “canvases/ateliers”, with",
              typing: "- Thème : [\(context.document?.title ?? "")](\(context.pathFromWorkshops))"))
        )
      ]
    })
}

extension TypedDocument {
  fileprivate var isWorkshopOnATheme: Bool {
    guard case .workshop(let facts) = facts else { return false }
    return !facts.themes.isEmpty
  }
}

extension RuleContext {
  /// The way from a workshop to this document.
  fileprivate var pathFromWorkshops: String {
    relativePath(to: file.path, from: Kind.workshop.folder + "/atelier.md")
  }
}

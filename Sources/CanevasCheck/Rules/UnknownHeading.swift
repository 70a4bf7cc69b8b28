import CanevasModel
import CanevasSource

extension Rule {
  static let unknownHeading = Rule(
    RuleDocumentation(
      "section-inconnue", .error,
      summary: Bilingual(
        "un titre de niveau 2 qui ne figure pas parmi ceux de ce genre de document",
        "a level-2 heading that is none of those of this kind of document"),
      reason: Bilingual(
        "Les titres fixes disent au compilateur ce que chaque section contient ; sous un titre "
          + "inconnu, le texte ne serait ni vérifié ni publié à sa place.",
        "The fixed headings tell the compiler what each section holds; under an unknown one the "
          + "text would neither be checked nor published in its place."),
      remedy: Bilingual(
        "Écrire l'un des titres connus, ou ranger le texte sous « À CLASSER » en attendant.",
        "Write one of the known headings, or keep the text under “À CLASSER” for now."),
      examples: [
        .init(
          bad: canvas("## ⟦CIBLE CLIENTÈLE⟧\n\n- **Familles**"),
          good: canvas("## CIBLES CLIENTS\n\n- **Familles**"))
      ]),
    wording: { defect, context in
      guard case .unknownHeading(let name) = defect.kind else { return nil }
      var wording = Wording(
        message: Bilingual(
          "titre de section inconnu « \(name) »", "unknown section heading “\(name)”"))
      wording.label = Bilingual(
        "ce titre ne figure pas parmi ceux de ce document",
        "this heading is none of this document's")
      if let nearest = defect.nearest.first {
        wording.help = .didYouMean(defect.nearest)
        wording.fixes = [Fix(.replace(by: nearest), .safe, [TextEdit(defect.range, nearest)])]
      } else {
        let known = context.document.flatMap { $0.id.kind.sections(in: .circular) } ?? []
        let names = known.map { "« \($0.heading) »" }.joined(separator: ", ")
        wording.help = Bilingual("les titres connus : \(names)", "known headings: \(names)")
      }
      return wording
    })
}

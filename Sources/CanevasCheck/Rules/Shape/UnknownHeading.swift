import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let unknownHeading = Rule(
    RuleDocumentation(
      "section-inconnue", .error,
      summary: Bilingual(
        "un titre de section qui ne figure pas parmi ceux de ce genre de document",
        "a section heading that this kind of document does not have"),
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
          bad: canvas("## ENJEUX / SOLUTION\n\nComment ?").replacing(
            "## CIBLES CLIENTS", with: "## ⟦CIBLE CLIENTÈLE⟧"),
          good: canvas(), others: theme),
        .init(
          bad: canvas("## ÉVALUATION\n\n### ⟦Effet⟧\n\n- **Positif** : du lien"),
          good: canvas("## ÉVALUATION\n\n### Effets\n\n- **Positif** : du lien"), others: theme),
      ]),
    wording: { defect, context in
      guard case .unknownHeading(let name) = defect.kind else { return nil }
      let free = defect.nearest.filter { !context.hasSection($0) }
      // A heading that is there already is another one's double, which has a fix of its own.
      let headings = free.isEmpty ? Array(defect.nearest.prefix(1)) : free
      return Wording(
        message: Bilingual("titre de section inconnu", "unknown section heading", naming: name),
        label: Bilingual(
          "ce titre ne figure pas parmi ceux de ce document",
          "this kind of document has no such heading"),
        help: .didYouMean(defect.nearest)
          ?? Bilingual(
            "les titres connus :", "known headings:",
            listing: context.knownHeadings(at: defect.range)),
        fixes: headings.map { heading in
          let isPlain =
            free.count == 1 && isSlip(name, of: heading) && !context.hasLink(in: defect.range)
            && !context.isMeantTwice(heading)
          let safety: Fix.Safety = isPlain ? .safe : .review
          return Fix(.replace(by: heading), safety, [TextEdit(defect.range, heading)])
        })
    })
}

/// Whether a text differs from a heading by two letters at most, and by one in four.
private func isSlip(_ text: String, of heading: String) -> Bool {
  let (typed, known) = (Array(headingKey(text).utf8), Array(headingKey(heading).utf8))
  let most = min(2, max(1, known.count / 4))
  return editDistance(typed, known, atMost: most) <= most
}

extension RuleContext {
  /// Whether a section of this heading stands already, so that another would be a double.
  fileprivate func hasSection(_ heading: String) -> Bool {
    document?.sections.contains { $0.name?.heading == heading } ?? false
  }

  /// Whether more than one mistyped heading may be this one, so that both cannot become it.
  fileprivate func isMeantTwice(_ heading: String) -> Bool {
    let meant = document?.defects.count { defect in
      guard case .unknownHeading(let name) = defect.kind else { return false }
      return defect.nearest.contains(heading) && isSlip(name, of: heading)
    }
    return meant != 1
  }

  /// The headings that may stand at a place: a section's own, or those of the document.
  fileprivate func knownHeadings(at range: ByteRange) -> [String] {
    guard let document else { return [] }
    // A heading of level 3 lies in a section; one of level 2 opens its own.
    let around = document.section(at: range.lowerBound)
    let isOwn = around?.heading.range.contains(range) ?? true
    switch isOwn ? nil : around?.content {
    case .forces: return Force.Side.allCases.map(\.rawValue)
    case .evaluation: return Effect.Side.allCases.map(\.rawValue)
    default:
      return canon.map(\.heading)
    }
  }
}

package import CanevasModel
package import CanevasSource

extension Kind {
  /// One document of the kind, with its article.
  package var oneOf: Bilingual {
    switch self {
    case .catalogue: Bilingual("la feuille du catalogue", "the catalogue's sheet")
    case .canvas: Bilingual("une fiche", "a canvas")
    case .theme: Bilingual("un thème", "a theme")
    case .actor: Bilingual("un acteur", "an actor")
    case .inspiringCase: Bilingual("un cas inspirant", "an inspiring case")
    case .actionSheet: Bilingual("une fiche d'action", "an action sheet")
    case .diagnosis: Bilingual("un diagnostic", "a diagnosis")
    case .workshop: Bilingual("un atelier", "a workshop")
    case .experiment: Bilingual("un essai", "an experiment")
    case .guidePage: Bilingual("une page du guide", "a guide page")
    case .source: Bilingual("une source", "a source")
    }
  }
}

extension Kind {
  /// One document of the kind and several, without articles.
  package var nouns: (one: Bilingual, many: Bilingual) {
    switch self {
    case .catalogue:
      (
        Bilingual("feuille du catalogue", "catalogue sheet"),
        Bilingual("feuilles du catalogue", "catalogue sheets")
      )
    case .canvas: (Bilingual("fiche", "canvas"), Bilingual("fiches", "canvases"))
    case .theme: (Bilingual("thème", "theme"), Bilingual("thèmes", "themes"))
    case .actor: (Bilingual("acteur", "actor"), Bilingual("acteurs", "actors"))
    case .inspiringCase:
      (
        Bilingual("cas inspirant", "inspiring case"),
        Bilingual("cas inspirants", "inspiring cases")
      )
    case .actionSheet:
      (
        Bilingual("fiche d'action", "action sheet"),
        Bilingual("fiches d'action", "action sheets")
      )
    case .diagnosis: (Bilingual("diagnostic", "diagnosis"), Bilingual("diagnostics", "diagnoses"))
    case .workshop: (Bilingual("atelier", "workshop"), Bilingual("ateliers", "workshops"))
    case .experiment: (Bilingual("essai", "experiment"), Bilingual("essais", "experiments"))
    case .guidePage:
      (Bilingual("page du guide", "guide page"), Bilingual("pages du guide", "guide pages"))
    case .source: (Bilingual("source", "source"), Bilingual("sources", "sources"))
    }
  }

  /// « cette fiche », "this canvas".
  package var thisOne: Bilingual {
    let noun = nouns.one
    let determiner =
      switch self {
      case .catalogue, .canvas, .actionSheet, .guidePage, .source: "cette"
      case .inspiringCase, .theme, .diagnosis: "ce"
      case .actor, .experiment, .workshop: "cet"
      }
    return Bilingual("\(determiner) \(noun.french)", "this \(noun.english)")
  }

  /// « 3 fiches », "3 canvases"; of the catalogue's sheet there is only one.
  package func counted(_ count: Int) -> Bilingual {
    if self == .catalogue { return oneOf }
    let noun = count < 2 ? nouns.one : nouns.many
    return Bilingual("\(count) \(noun.french)", "\(count) \(noun.english)")
  }
}

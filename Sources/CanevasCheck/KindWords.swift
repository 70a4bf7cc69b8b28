import CanevasModel
import CanevasSource

extension Kind {
  /// One document of the kind, with its article.
  var oneOf: Bilingual {
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

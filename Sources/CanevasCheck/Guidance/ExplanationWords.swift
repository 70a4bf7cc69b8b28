package import CanevasSource

/// The words between what guidance and rules say of themselves.
package enum ExplanationWords {
  package static let reason = Bilingual("Pourquoi", "Why")
  package static let remedy = Bilingual("Comment corriger", "How to mend it")
  package static let fixes = Bilingual("Correctifs", "Fixes")
  package static let example = Bilingual("Exemple", "Example")
  package static let mended = Bilingual("Corrigé", "Mended")
  package static let question = Bilingual("À demander au groupe", "To ask the group")
  package static let good = Bilingual("Bon exemple", "Good example")
  package static let poor = Bilingual("Exemple à éviter", "Example to avoid")
  package static let uses = Bilingual("Où", "Where")
  package static let words = Bilingual("Mots admis", "Words allowed")
  package static let parts = Bilingual("Parties", "Parts")
  package static let rules = Bilingual("Règles", "Rules")
  package static let keys = Bilingual("Clés", "Keys")
  package static let sections = Bilingual("Rubriques", "Sections")
  package static let everyDocument = Bilingual("tous les documents", "every document")
  package static let overview = Bilingual("Ce qui peut s'expliquer", "What can be explained")
  package static let command = Bilingual("canevas explain NOM", "canevas explain NAME")
  package static let overviewLead = Bilingual(
    "Le nom d'une rubrique, d'une clé ou d'une règle, sans souci des majuscules ni des accents.",
    "The name of a section, a key or a rule, without regard to case or accents.")

  package static let colon = Bilingual(" : ", ": ")

  /// Labels by the names that templates call them.
  package static let labels: [(name: String, words: Bilingual)] = [
    ("remedy", remedy), ("example", example), ("mended", mended), ("good", good), ("poor", poor),
    ("rules", rules), ("keys", keys), ("sections", sections),
  ]

  package static func mended(by path: String) -> Bilingual {
    Bilingual("Corrigé par \(path)", "Mended by \(path)")
  }

  package static func words(in documents: Bilingual) -> Bilingual {
    Bilingual("Mots admis dans \(documents.french)", "Words allowed in \(documents.english)")
  }

  package static func rules(_ severity: Severity) -> Bilingual {
    Bilingual("Règles : \(severity.plural.french)", "Rules: \(severity.plural.english)")
  }
}

extension Fix.Safety {
  /// What fixes of this safety are called.
  package var name: Bilingual {
    switch self {
    case .safe: Bilingual("sûr", "safe")
    case .review: Bilingual("à relire", "to review")
    case .placeholder: Bilingual("à compléter", "to complete")
    }
  }

  /// What they do, and how to have them.
  package var explanation: Bilingual {
    switch self {
    case .safe:
      Bilingual(
        "« canevas check --fix » l'applique : le sens du document reste le même.",
        "“canevas check --fix” applies it: the document's meaning stays the same.")
    case .review:
      Bilingual(
        "« canevas check --fix=review » l'applique ; le sens peut changer : relisez.",
        "“canevas check --fix=review” applies it; the meaning may change: read it again.")
    case .placeholder:
      Bilingual(
        "« canevas check --fix=review » met « À PRÉCISER » là où il vous reste à écrire.",
        "“canevas check --fix=review” puts “À PRÉCISER” where you have to write.")
    }
  }
}

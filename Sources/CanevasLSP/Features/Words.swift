import CanevasSource

/// What authors read that the engine has no words for.
enum Words {
  static let cannotRenameFiles = Bilingual(
    "cet éditeur ne renomme pas les fichiers : le nom d'un document ne peut y être changé",
    "this editor renames no files: a document's name cannot be changed in it")
  static let fixAll = Bilingual(
    "Appliquer tous les correctifs sûrs", "Apply all safe fixes")

  static func rename(to name: String) -> Bilingual {
    Bilingual("Renommer en « \(name) »", "Rename to “\(name)”")
  }
  static let moveLinks = Bilingual(
    "Mettre à jour les liens vers les documents déplacés", "Update links to moved documents")
}

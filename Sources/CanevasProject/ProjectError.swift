package import CanevasSource

/// What the outside world refused: the one error that the project throws.
package struct ProjectError: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// No folder from here upward holds `canvases/catalogue.md`.
    case noRoot
    /// The system refused an operation; `reason` is in its own words.
    case refused(FileOperation, reason: String)
    /// The output folder holds files and no manifest says that Canevas made them.
    case foreignFolder
    /// A file that Canevas did not make stands where a page has to go.
    case foreignFile
    /// The output folder is the root, or lies among the sources, or holds them.
    case outputAmongSources
    /// An interrupted build left something that is not as Canevas leaves it.
    case strangeStaging
  }

  package let kind: Kind
  package let path: String

  package init(_ kind: Kind, path: String) {
    self.kind = kind
    self.path = path
  }

  /// What to tell whoever ran the command.
  package var message: Bilingual {
    switch kind {
    case .noRoot:
      Bilingual(
        "aucun catalogue ici : « canvases/catalogue.md » manque dans « \(path) » et au-dessus",
        "no catalogue here: “canvases/catalogue.md” is neither in “\(path)” nor above")
    case .refused(let operation, let reason):
      Bilingual(
        "\(operation.words.french) « \(path) » : \(reason)",
        "\(operation.words.english) “\(path)”: \(reason)")
    case .foreignFolder:
      Bilingual(
        "« \(path) » contient des fichiers que Canevas n'a pas faits : choisissez un dossier vide",
        "“\(path)” holds files that Canevas did not make: choose an empty folder")
    case .foreignFile:
      Bilingual(
        "« \(path) » n'a pas été fait par Canevas et gêne une page : déplacez-le",
        "“\(path)” was not made by Canevas and is in a page's way: move it")
    case .outputAmongSources:
      Bilingual(
        "« \(path) » touche aux sources : choisissez un dossier de sortie à part",
        "“\(path)” is among the sources: choose an output folder of its own")
    case .strangeStaging:
      Bilingual(
        "« \(path) » n'est pas comme Canevas l'a laissé : supprimez-le, puis recommencez",
        "“\(path)” is not as Canevas left it: remove it, then try again")
    }
  }
}

/// What is done to files and folders.
package enum FileOperation: String, CaseIterable, Sendable {
  case read, list, examine, write, makeFolder, move, remove, lock

  var words: Bilingual {
    switch self {
    case .read: Bilingual("impossible de lire", "cannot read")
    case .list: Bilingual("impossible de parcourir", "cannot list")
    case .examine: Bilingual("impossible d'examiner", "cannot examine")
    case .write: Bilingual("impossible d'écrire", "cannot write")
    case .makeFolder: Bilingual("impossible de créer le dossier", "cannot make the folder")
    case .move: Bilingual("impossible de mettre en place", "cannot move into place")
    case .remove: Bilingual("impossible de supprimer", "cannot remove")
    case .lock: Bilingual("impossible de verrouiller", "cannot lock")
    }
  }
}

import CanevasModel
import CanevasSource

extension Rule {
  static let unknownFolder = Rule(
    RuleDocumentation(
      "dossier-inconnu", .error,
      summary: Bilingual(
        "un document dans un dossier qui n'est celui d'aucun genre",
        "a document in a folder that belongs to no kind"),
      reason: Bilingual(
        "Le dossier dit le genre du document ; ailleurs, il ne serait ni vérifié ni publié.",
        "The folder says the document's kind; elsewhere it would neither be checked nor "
          + "published."),
      remedy: Bilingual(
        "Déplacer le fichier dans le dossier de son genre ; un brouillon peut porter un nom qui "
          + "commence par « _ ».",
        "Move the file to its kind's folder; a draft may have a name that opens with “_”."),
      examples: []),
    wording: { defect, context in
      guard defect.kind == .unknownFolder else { return nil }
      let folder = context.file.folder
      let folders = Kind.allCases.map(\.folder).filter { $0 != Kind.catalogue.folder }
      let near = nearest(to: folder, among: folders, limit: 1)
      return Wording(
        message: Bilingual("dossier inconnu", "unknown folder", naming: folder),
        help: .didYouMean(near)
          ?? Bilingual("les dossiers connus :", "known folders:", listing: folders))
    })
}

package import CanevasSource

/// What the outside world refused or found in a state that cannot be worked with: the one error
/// that this room throws. What an author wrote is never told this way, but as a `Defect`.
package enum ProjectError: Error, Hashable, Sendable {
  /// The system did not do what it was asked to do with `path`.
  case system(FileSystem.Operation, path: String, SystemReason)
  /// No folder from `from` upward holds a catalogue.
  case noCatalogue(from: String)
  /// The output is to be a folder, and something else has its name.
  case outputIsNoFolder(path: String)
  /// The output folder would lie among the sources, or the sources in it.
  case outputAmongSources(path: String)
  /// A report or a baseline would take the place of a source.
  case reportAmongSources(path: String)
  /// What is to be checked lies outside the catalogue.
  case outsideCatalogue(path: String)
  /// The output folder holds files, and no manifest says that Canevas made them.
  case foreignOutputFolder(path: String)
  /// Something that Canevas did not make stands where a file or a folder of the site belongs.
  case foreignFile(path: String)
  /// A planned path leads out of the site, is reserved, or is no name of a file.
  case unusableOutputPath(path: String)
  /// Two planned paths cannot both exist: equal but for letter case, or a file and its folder.
  case clashingOutputPaths(path: String, other: String)
  /// A file to be copied into the site is no regular file inside the catalogue's root.
  case uncopiableSource(path: String)
  /// The list of files made by Canevas cannot be understood. Lines count from one.
  case malformedManifest(path: String, line: Int)
  /// Another build is at work; `path` is its lock.
  case busy(path: String)
  /// A source is no longer what was read from it, or is just being written by another run.
  case sourceChanged(path: String)
  /// A new file would take the place of another.
  case exists(path: String)
  /// A new catalogue would lie in another, whose root this is.
  case insideCatalogue(root: String)
  /// What is to be read is no regular file.
  case notAFile(path: String)
  /// What is to be read as notes is the file of a word processor, or a PDF.
  case notText(path: String)
  /// A template of the author's own has a mistake.
  case faultyTemplate(path: String)
  /// The list of findings to be let pass cannot be understood. Lines count from one.
  case malformedBaseline(path: String, line: Int)
  /// The catalogue is kept in no git repository.
  case noRepository(root: String)
  /// Git knows no commit of this name.
  case unknownRevision(String)
  /// Two commits have no common one before them that git knows.
  case noCommonCommit(String, String)
  /// A merge left a document in conflict, so that the index has no version of it.
  case unmerged(path: String)
  /// A mark around the lines of `.gitattributes` lacks its other half. Lines count from one.
  case malformedAttributes(path: String, line: Int)
  /// Something else than a file has the name of `.gitattributes`.
  case attributesAreNoFile(path: String)
  /// Nothing has this path, and git knows no commit of this name.
  case neitherPathNorRevision(String)
  /// A feed was asked for, and nobody said where the site is read.
  case noSiteAddress
  /// The `git` command could not be run.
  case noGit(SystemReason)
  /// The `git` command failed, and said this.
  case git(String)
}

extension ProjectError {
  /// The path, or name, that the error is about.
  package var path: String {
    switch self {
    case .system(_, let path, _), .noCatalogue(let path), .outputIsNoFolder(let path),
      .outputAmongSources(let path), .reportAmongSources(let path),
      .outsideCatalogue(let path), .foreignOutputFolder(let path),
      .foreignFile(let path),
      .unusableOutputPath(let path), .clashingOutputPaths(let path, _),
      .uncopiableSource(let path), .malformedManifest(let path, _), .busy(let path),
      .sourceChanged(let path), .malformedBaseline(let path, _), .noRepository(let path),
      .unknownRevision(let path), .noCommonCommit(let path, _), .unmerged(let path),
      .malformedAttributes(let path, _), .attributesAreNoFile(let path),
      .neitherPathNorRevision(let path),
      .git(let path), .exists(let path), .insideCatalogue(let path), .notAFile(let path),
      .notText(let path), .faultyTemplate(let path):
      path
    case .noGit: "git"
    case .noSiteAddress: CatalogueRoot.sheet
    }
  }

  /// What happened and, where there is one, the next step. No final full stop.
  package var message: Bilingual {
    switch self {
    case .system(let operation, let path, let reason):
      Bilingual(
        "impossible \(operation.infinitive.french) « \(path) » : \(reason.words.french)",
        "cannot \(operation.infinitive.english) “\(path)”: \(reason.words.english)")
    case .noCatalogue(let path):
      Bilingual(
        "aucun catalogue : « \(CatalogueRoot.sheet) » n'existe ni dans « \(path) » ni au-dessus ;"
          + " « canevas init » en commence un",
        "no catalogue: “\(CatalogueRoot.sheet)” is neither in “\(path)” nor above it;"
          + " “canevas init” begins one")
    case .outputIsNoFolder(let path):
      Bilingual(
        "« \(path) » n'est pas un dossier : le site ne peut pas y être publié",
        "“\(path)” is not a folder: the site cannot be published there")
    case .outputAmongSources(let path):
      Bilingual(
        "« \(path) » mêlerait le site aux sources ; choisissez un autre dossier de sortie",
        "“\(path)” would mix the site with the sources; choose another output folder")
    case .reportAmongSources(let path):
      Bilingual(
        "« \(path) » est parmi les sources ; écrivez dans un autre fichier",
        "“\(path)” is among the sources; write to another file")
    case .outsideCatalogue(let path):
      Bilingual(
        "« \(path) » n'est pas parmi les textes du catalogue, dans « canvases » et « seeds »",
        "“\(path)” is not among the catalogue's texts, in “canvases” and “seeds”")
    case .foreignOutputFolder(let path):
      Bilingual(
        "« \(path) » contient des fichiers que Canevas n'a pas créés ;"
          + " choisissez un dossier vide ou nouveau",
        "“\(path)” holds files that Canevas did not create; choose an empty or a new folder")
    case .foreignFile(let path):
      Bilingual(
        "« \(path) » n'a pas été créé par Canevas et occupe une place du site ; déplacez-le",
        "“\(path)” was not created by Canevas and stands in the site's way; move it")
    case .sourceChanged(let path):
      Bilingual(
        "« \(path) » a changé entre-temps et n'est pas touché ; recommencez",
        "“\(path)” has changed meanwhile and is left alone; try again")
    case .unusableOutputPath, .clashingOutputPaths, .uncopiableSource, .malformedManifest, .busy:
      planMessage
    case .malformedBaseline, .noRepository, .unknownRevision, .noCommonCommit, .unmerged,
      .neitherPathNorRevision, .noSiteAddress:
      comparisonMessage
    case .malformedAttributes, .attributesAreNoFile, .noGit, .git: gitMessage
    case .exists, .insideCatalogue, .notAFile, .notText, .faultyTemplate: draftMessage
    }
  }

  /// The error as one about a file, where what failed is the hidden draft of it, which is nobody's
  /// concern.
  func about(_ file: String) -> ProjectError {
    guard case .system(let operation, _, let reason) = self else { return self }
    switch operation {
    case .create, .write: return .system(operation, path: file, reason)
    case .lock: return .system(.write, path: file, reason)
    default: return self
    }
  }

  /// The messages about new documents and what they are made from.
  private var draftMessage: Bilingual {
    switch self {
    case .insideCatalogue(let root):
      Bilingual(
        "« \(root) » est déjà un catalogue ; choisissez un dossier en dehors",
        "“\(root)” is a catalogue already; choose a folder outside of it")
    case .notAFile(let path):
      Bilingual(
        "« \(path) » n'est pas un fichier ordinaire ; donnez les notes sur l'entrée standard",
        "“\(path)” is no regular file; give the notes on the standard input")
    case .notText(let path):
      Bilingual(
        "« \(path) » n'est pas du texte ; enregistrez d'abord les notes en texte brut "
          + "(pour un PDF : pdftotext)",
        "“\(path)” is not text; save the notes as plain text first (for a PDF: pdftotext)")
    case .faultyTemplate(let path):
      Bilingual(
        "le gabarit « \(path) » a une faute ; « canevas build --templates » la montre",
        "template “\(path)” has a mistake; “canevas build --templates” shows it")
    default:
      Bilingual(
        "« \(path) » existe déjà et n'est pas touché ; choisissez un autre nom",
        "“\(path)” exists already and is left alone; choose another name")
    }
  }

  /// The messages about what findings are compared with.
  private var comparisonMessage: Bilingual {
    switch self {
    case .malformedBaseline(let path, let line):
      Bilingual(
        "« \(path) » est illisible à la ligne \(line) ; récrivez-le avec « --write-baseline »",
        "“\(path)” cannot be understood at line \(line); write it anew with --write-baseline")
    case .noRepository(let root):
      Bilingual(
        "« \(root) » n'est pas suivi par git ; « git init » y crée un dépôt",
        "“\(root)” is not kept in git; “git init” creates a repository there")
    case .noCommonCommit(let old, let new):
      Bilingual(
        "« \(old) » et « \(new) » n'ont pas de commit en commun ; dans un clone partiel, lancez "
          + "« git fetch --unshallow »",
        "“\(old)” and “\(new)” have no commit in common; in a shallow clone, run "
          + "“git fetch --unshallow”")
    case .neitherPathNorRevision(let name):
      Bilingual(
        "« \(name) » n'est ni un fichier ni un dossier, ni une révision que git connaît",
        "“\(name)” is neither a file nor a folder, nor a revision that git knows")
    case .unmerged(let path):
      Bilingual(
        "l'index n'a pas de version de « \(path) », dont la fusion est en conflit ; réglez-le, ou "
          + "comparez le dossier de travail",
        "the index has no version of “\(path)”, whose merge is in conflict; settle it, or compare "
          + "the working tree")
    case .noSiteAddress:
      Bilingual(
        "un flux Atom a besoin de l'adresse du site : « --base-url », ou « Adresse » dans "
          + "« \(CatalogueRoot.sheet) »",
        "an Atom feed needs the site's address: --base-url, or “Adresse” in "
          + "“\(CatalogueRoot.sheet)”")
    default:
      Bilingual(
        "git ne connaît pas la révision « \(path) » ; dans un clone partiel, récupérez-la d'abord",
        "git knows no revision “\(path)”; in a shallow clone, fetch it first")
    }
  }

  /// The messages about git and what it is told.
  private var gitMessage: Bilingual {
    switch self {
    case .malformedAttributes(let path, let line):
      Bilingual(
        "« \(path) » : à la ligne \(line), une des deux marques « \(AttributesFile.opening) » et "
          + "« \(AttributesFile.closing) » est sans l'autre ; retirez-la",
        "“\(path)”: at line \(line), one of the two marks “\(AttributesFile.opening)” and "
          + "“\(AttributesFile.closing)” is without the other; remove it")
    case .attributesAreNoFile(let path):
      Bilingual(
        "« \(path) » n'est pas un fichier ordinaire, que git seul lirait ; remplacez-le",
        "“\(path)” is no regular file, which alone git would read; replace it")
    case .noGit(let reason):
      Bilingual(
        "impossible de lancer « git » : \(reason.words.french)",
        "cannot run “git”: \(reason.words.english)")
    default: Bilingual("git a échoué : \(path)", "git failed: \(path)")
    }
  }

  /// The messages about single files of the site.
  private var planMessage: Bilingual {
    switch self {
    case .clashingOutputPaths(let path, let other):
      Bilingual(
        "« \(path) » et « \(other) » ne peuvent pas coexister dans le site ; renommez l'un d'eux",
        "“\(path)” and “\(other)” cannot both be in the site; rename one of them")
    case .uncopiableSource(let path):
      Bilingual(
        "« \(path) » n'est pas un fichier ordinaire du catalogue et ne peut pas être publié",
        "“\(path)” is not a regular file of the catalogue and cannot be published")
    case .malformedManifest(let path, let line):
      Bilingual(
        "« \(path) » est illisible à la ligne \(line) ; supprimez le dossier et recommencez",
        "“\(path)” cannot be understood at line \(line); delete the folder and start again")
    case .busy(let path):
      Bilingual(
        "une autre construction est en cours (« \(path) ») ; recommencez quand elle sera finie",
        "another build is under way (“\(path)”); try again when it has ended")
    default:
      Bilingual(
        "« \(path) » ne peut pas être un chemin du site",
        "“\(path)” cannot be a path of the site")
    }
  }
}

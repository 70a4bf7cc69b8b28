import CanevasCommandLine
import CanevasDraft
import CanevasLink
import CanevasModel
import CanevasProject
import CanevasQuery
import CanevasRender
import CanevasSource

extension NewRequest {
  /// The document that is asked for, still without its theme.
  func blank() throws(UsageError) -> Blank {
    let kind = try Kind(operand: words[0], for: "KIND")
    var blank = Blank(kind, title: try checkedTitle(words.dropFirst().joined(separator: " ")))
    if SectionName(heading: blank.title).map({ $0 == .unsorted || kind.has($0) }) ?? false {
      throw UsageError(
        .unusableTitle(
          Bilingual("c'est le nom d'une rubrique", "it is the name of a section")))
    }
    if theme != nil, !Blank.mayHaveTheme(kind) {
      throw UsageError(.optionNotFor(kind.word, option: "--theme"))
    }
    if let model {
      guard kind == .canvas else {
        throw UsageError(.optionNotFor(kind.word, option: "--modele"))
      }
      blank.model = model
    }
    return blank
  }
}

extension Kind {
  /// Whether documents of the kind have a section, in whichever model.
  fileprivate func has(_ section: SectionName) -> Bool {
    CanvasModel.allCases.contains { sections(in: $0)?.contains(section) == true }
  }
}

/// A title as it is typed, without the spaces around it.
func checkedTitle(_ text: String) throws(UsageError) -> String {
  let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
  let scalars = text.unicodeScalars.drop(while: isSpace)
  guard let last = scalars.lastIndex(where: { !isSpace($0) }) else {
    throw UsageError(.unusableTitle(Bilingual("il est vide", "it is empty")))
  }
  let title = String(scalars[...last])
  let isPlain = title.unicodeScalars.allSatisfy { scalar in
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
  guard isPlain else {
    throw UsageError(
      .unusableTitle(
        Bilingual("il contient un caractère de commande", "it holds a control character")))
  }
  return title
}

extension Kind {
  /// The kind that an operand or an option names.
  init(operand word: String, for place: String) throws(UsageError) {
    do throws(NameError) {
      self = try Kind(named: word)
    } catch {
      guard case .notAmong(let words) = error.reason else { throw UsageError(error, for: place) }
      throw UsageError(.unknownKind(word, words: words), nearest: error.nearest)
    }
  }
}

extension Session.Checked {
  /// The theme that people call so: its title, and its path from the root.
  func theme(named name: String) throws(UsageError) -> (title: String, path: String) {
    let site = site(SiteOptions(language: language.siteLanguage, includesDrafts: true))
    do throws(NameError) {
      let query = Query(site, diagnostics, language)
      let theme = catalogue.documents[try query.document(named: name, of: .theme)]
      return (theme.title, theme.file.path)
    } catch {
      throw UsageError(error, for: "--theme")
    }
  }
}

/// Finds the catalogue from a folder; `nil` when there is none, which is told.
func session(nearestTo directory: String?, _ context: Context) -> Session? {
  let fileSystem = FileSystem()
  do throws(ProjectError) {
    let root = try CatalogueRoot(nearestTo: directory ?? ".", on: fileSystem)
    return Session(root: root, on: fileSystem)
  } catch {
    context.complain(error.message)
    return nil
  }
}

/// Does something that the world may refuse; what it says then is told in one line.
func finish(_ context: Context, _ work: () throws(ProjectError) -> Void) -> ExitStatus {
  do throws(ProjectError) {
    try work()
    return .success
  } catch {
    context.complain(error.message)
    return .unusable
  }
}

/// Tells where a new document is, and what comes next.
func tell(
  _ document: NewDocument, of session: Session, _ context: Context, in language: MessageLanguage
) {
  context.write(session.shownPath(document.path) + "\n")
  if let taken = document.takenPath {
    context.complain(
      Bilingual("« \(taken) » est déjà pris", "“\(taken)” is taken already"), in: language)
  }
  context.complain(
    Bilingual(
      "répondez aux questions du fichier, effacez ce qui ne sert pas, puis : canevas check",
      "answer the questions in the file, delete what is of no use, then: canevas check"),
    in: language)
}

extension Session {
  /// A path from the root as it can be typed in the working folder.
  fileprivate func shownPath(_ path: String) -> String {
    let isHere = (try? FileSystem().resolve(".")) == root.path
    return isHere ? path : root.absolute(path)
  }
}

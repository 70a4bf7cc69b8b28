import CanevasCommandLine
import CanevasProject
import CanevasQuery
import CanevasRender
import CanevasReport
import CanevasSource

/// What all questions to a catalogue have in common.
protocol Question: Sendable {
  /// Where to look for the catalogue's root from; `nil` for the working folder.
  var directory: String? { get set }
  /// `nil` for the catalogue's own language.
  var language: MessageLanguage? { get set }
  /// Whether drafts are among the documents that are asked about.
  var includesDrafts: Bool { get set }
}

extension CommandOption where Request: Question {
  static var drafts: CommandOption {
    .flag(
      "--drafts",
      help: Bilingual(
        "avec les brouillons, que le site ne publie pas",
        "with drafts, which the site does not publish")
    ) { $0.includesDrafts = true }
  }
}

/// Reads the catalogue and writes the answer to a question. Errors in the catalogue do not keep
/// what could be read from being shown; a last line says that there are some.
func answer(
  _ question: some Question, _ context: Context,
  _ answer: (Query, Screen) throws(UsageError) -> [UInt8]
) throws(UsageError) -> ExitStatus {
  let fileSystem = FileSystem()
  let root: CatalogueRoot
  do throws(ProjectError) {
    root = try CatalogueRoot(nearestTo: question.directory ?? ".", on: fileSystem)
  } catch {
    context.complain(error.message)
    return .unusable
  }
  let checked = Session(root: root, on: fileSystem).check()
  let language = question.language ?? checked.language
  let site = checked.site(
    SiteOptions(language: language.siteLanguage, includesDrafts: question.includesDrafts))
  let screen = Screen(
    width: context.environment.outputWidth,
    isColoured: ColourChoice.auto.isColoured(in: context.environment))
  let bytes = try answer(Query(site, checked.diagnostics, language), screen)
  context.environment.write(.output, bytes)
  let errors = checked.count(.error)
  if errors > 0 {
    let count = Words.findings(errors, .error)
    context.complain(
      Bilingual(
        "\(count.french) dans le catalogue ; « canevas check » en dit plus",
        "\(count.english) in the catalogue; “canevas check” tells more"), in: language)
  }
  return .success
}

extension UsageError {
  /// A name that was typed for an option, or as an operand, and that leads to nothing.
  init(_ error: NameError, for place: String) {
    switch error.reason {
    case .unknown: self.init(.unknownName(error.name, place: place), nearest: error.nearest)
    case .ambiguous: self.init(.ambiguousName(error.name, place: place), nearest: error.nearest)
    case .notAmong(let words):
      self.init(
        .refusedValue(error.name, option: place, words: words), nearest: error.nearest)
    }
  }
}

extension Query {
  /// The documents that answer to all of some filters.
  func selection(_ filters: [Filter: String]) throws(UsageError) -> Selection {
    do throws(FilterError) {
      return try select(filters)
    } catch {
      throw UsageError(error.error, for: "--" + error.filter.rawValue)
    }
  }

  /// The document that an operand or an option names.
  func document(_ name: String, for place: String) throws(UsageError) -> Int {
    do throws(NameError) {
      return try document(named: name)
    } catch {
      throw UsageError(error, for: place)
    }
  }
}

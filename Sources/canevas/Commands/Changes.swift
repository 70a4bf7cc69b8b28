package import CanevasCommandLine
import CanevasLink
import CanevasModel
import CanevasProject
import CanevasQuery
import CanevasRender
import CanevasReport
import CanevasReview
package import CanevasSource

/// What `canevas changes` is asked.
package struct ChangesRequest: Hashable, Sendable {
  package enum Format: String, CaseIterable, Sendable {
    case text, markdown, atom, json
  }

  /// Two revisions of git, or one to be compared with what is on the disk.
  package var range = "HEAD"
  package var directory: String?
  package var format = Format.text
  /// Whether the site's pages are told of, and not the documents.
  package var tellsPages = false
  /// The file for the answer; `nil` for the standard output.
  package var output: String?
  /// The address at which the site will be read; `nil` for that in `catalogue.md`.
  package var baseURL: String?
  package var colour = ColourChoice.auto
  /// `nil` for the catalogue's own language.
  package var language: MessageLanguage?

  package init() {}

  package static let options: [CommandOption<ChangesRequest>] = [
    .flag(
      "--pages",
      help: Bilingual(
        "dire plutôt quelles pages du site s'ajoutent, changent ou disparaissent",
        "tell which pages of the site are added, altered or removed instead")
    ) { $0.tellsPages = true },
    .choice(
      "--format", of: Format.self,
      help: Bilingual(
        "texte à lire (par défaut), Markdown, flux Atom d'une entrée par jour, ou données",
        "text to be read (default), Markdown, an Atom feed of an entry a day, or data")
    ) { $0.format = $1 },
    .text(
      "--output", placeholder: "FILE", kind: .file,
      help: Bilingual(
        "écrire la réponse dans FILE, en entier ou pas du tout (- : sortie standard)",
        "write the answer to FILE, whole or not at all (-: standard output)")
    ) { $0.output = $1 == "-" ? nil : $1 },
    .text(
      "--base-url", placeholder: "URL",
      help: Bilingual(
        "adresse du site, ou de son aperçu, où mènent les liens",
        "address of the site, or of its preview, that links lead to")
    ) { $0.baseURL = $1 },
    .colour { $0.colour = $1 }, .directory { $0.directory = $1 }, .language { $0.language = $1 },
  ]
}

extension Command {
  static let changes = Command(
    "changes",
    summary: Bilingual("dire ce qui est nouveau", "tell what is new"),
    details: Bilingual(
      "RANGE est « OLD..NEW », ou « OLD...NEW » depuis leur ancêtre commun ; « OLD » seul va "
        + "jusqu'aux fichiers tels qu'ils sont. Sans RANGE : depuis le dernier commit.",
      "RANGE is “OLD..NEW”, or “OLD...NEW” from where they parted; “OLD” alone goes up to the "
        + "files as they are. Without RANGE: since the last commit."),
    defaults: ChangesRequest(), options: ChangesRequest.options,
    operands: Operands(
      "RANGE", .atMostOne,
      help: Bilingual("révisions git à comparer", "git revisions to compare")
    ) { $0.range = $1 },
    run: { request, context throws(UsageError) in
      if request.tellsPages, request.format == .atom {
        let others = ChangesRequest.Format.allCases.filter { $0 != .atom }.map(\.rawValue)
        throw UsageError(.refusedValue("atom", option: "--format", words: others))
      }
      return run(in: request.directory, context, language: request.language) {
        session, output throws(ProjectError) in
        let bytes = try answer(request, session, output.screen(request))
        if let file = request.output {
          try session.deliver(bytes, to: file)
        } else {
          context.environment.write(.output, bytes)
        }
        return .success
      }
    })
}

/// What is told, in the form that is asked for.
private func answer(
  _ request: ChangesRequest, _ session: Session, _ screen: Screen
) throws(ProjectError) -> [UInt8] {
  let repository = session.repository
  let pair = try repository.snapshots(request.range)
  let catalogue = try session.catalogue(at: pair.new.snapshot, in: repository)
  let language = request.language ?? catalogue.authorsLanguage
  func site(
    _ catalogue: Catalogue, _ language: SiteLanguage?, _ history: History = History()
  ) -> Site {
    let options = SiteOptions(baseURL: request.baseURL, language: language)
    return Site(catalogue, templates: .builtIn(), options: options, history: history)
  }
  if request.format == .atom {
    let history = try session.history(of: pair, in: repository, naming: catalogue)
    let site = site(catalogue, language.siteLanguage, history)
    guard site.baseURL != nil else { throw .noSiteAddress }
    return site.feedOfDays
  }
  let subject: ChangesReport.Subject
  if request.tellsPages {
    let former = try session.catalogue(at: pair.old.snapshot, in: repository)
    subject = .pages(PageChanges(from: site(former, nil), to: site(catalogue, nil)))
  } else {
    subject = .changelog(try session.changelog(of: pair, in: repository, naming: catalogue))
  }
  let report = ChangesReport(
    subject, from: pair.old.name[language], to: pair.new.name[language],
    site(catalogue, language.siteLanguage), in: language)
  return switch request.format {
  case .text: report.text(on: screen)
  case .markdown: report.markdown
  case .json: report.json
  case .atom: []
  }
}

extension SessionOutput {
  /// What an answer is written for.
  fileprivate func screen(_ request: ChangesRequest) -> Screen {
    guard request.output == nil else { return Screen(isColoured: request.colour == .always) }
    return Screen(
      width: context.environment.outputWidth,
      isColoured: request.colour.isColoured(in: context.environment))
  }
}

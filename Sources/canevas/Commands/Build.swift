package import CanevasCommandLine
import CanevasProject
import CanevasRender
package import CanevasSource

/// What `canevas build` is asked to do.
package struct BuildRequest: Hashable, Sendable {
  /// Where to look for the catalogue's root from; `nil` for the working folder.
  package var directory: String?
  /// The site's folder; `nil` for `_site` at the catalogue's root.
  package var output: String?
  /// A folder whose page templates stand in for the built-in ones.
  package var templates: String?
  /// The address at which the site will be read; `nil` for that in `catalogue.md`.
  package var baseURL: String?
  /// Whether the catalogue is also made as one document to print.
  package var booklet = false
  /// Whether all but the documents with an error are published.
  package var keepsGoing = false
  package var showsTimings = false
  /// `nil` for the catalogue's own language.
  package var language: MessageLanguage?

  package init() {}

  package static let options: [CommandOption<BuildRequest>] = [
    .directory { $0.directory = $1 },
    .text(
      "--out", placeholder: "DIR", kind: .folder,
      help: Bilingual(
        "écrire le site dans DIR (par défaut : _site, à la racine du catalogue)",
        "write the site into DIR (default: _site at the catalogue's root)")
    ) { $0.output = $1 },
    .text(
      "--templates", placeholder: "DIR", kind: .folder,
      help: Bilingual(
        "prendre dans DIR les gabarits de page qui s'y trouvent",
        "use the page templates that are in DIR")
    ) { $0.templates = $1 },
    .text(
      "--base-url", placeholder: "URL",
      help: Bilingual("adresse du site une fois publié", "address of the published site")
    ) { $0.baseURL = $1 },
    .flag(
      "--booklet",
      help: Bilingual(
        "faire aussi « livret.html », tout le catalogue à imprimer",
        "also make “livret.html”, the whole catalogue to print")
    ) { $0.booklet = true },
    .flag(
      "--keep-going",
      help: Bilingual(
        "publier malgré des erreurs, sans les documents qui en ont",
        "publish in spite of errors, without the documents that have some")
    ) { $0.keepsGoing = true },
    .flag(
      "--timings",
      help: Bilingual("montrer la durée de chaque étape", "show how long each stage takes")
    ) { $0.showsTimings = true },
    .language { $0.language = $1 },
  ]
}

extension Command {
  static let build = Command(
    "build",
    summary: Bilingual("construire le site", "build the site"),
    details: Bilingual(
      "Tant qu'il reste une erreur, rien n'est publié et l'ancien site demeure.",
      "While there is an error nothing is published, and the former site stays."),
    defaults: BuildRequest(), options: BuildRequest.options,
    run: { request, context in
      run(in: request.directory, context, language: request.language) {
        session, output throws(ProjectError) in
        let result = try session.build(request.sessionOptions(root: session.root))
        output.show(result.checked)
        if request.showsTimings { output.show(result.timings, pageCount: result.pageCount) }
        output.show(result, at: request.outputPath(root: session.root))
        return result.published == nil ? .findings : .success
      }
    })
}

extension BuildRequest {
  /// The site's folder, absolute or relative to the working folder.
  func outputPath(root: CatalogueRoot) -> String {
    output ?? root.site
  }

  func sessionOptions(root: CatalogueRoot) -> Session.BuildOptions {
    Session.BuildOptions(
      output: outputPath(root: root), templates: templates,
      site: SiteOptions(baseURL: baseURL, booklet: booklet), keepsGoing: keepsGoing)
  }
}

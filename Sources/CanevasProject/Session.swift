package import CanevasCheck
package import CanevasLink
import CanevasModel
package import CanevasRender
package import CanevasReview
package import CanevasSource
import CanevasSyntax
import CanevasTemplate

/// One run of the compiler over one catalogue: load, read, link, check, render, publish.
package struct Session: Sendable {
  package let root: CatalogueRoot
  let fileSystem: FileSystem

  package init(root: CatalogueRoot, on fileSystem: FileSystem) {
    self.root = root
    self.fileSystem = fileSystem
  }

  /// A catalogue with everything that the rules say of it.
  package struct Checked: Sendable {
    package let catalogue: Catalogue
    /// In the order of files and places.
    package fileprivate(set) var diagnostics: [Diagnostic]
    /// The names of these findings, and of those that were left out.
    package let fingerprints: Fingerprints
    /// The paths of the documents that were asked for, and of files there that are none.
    package fileprivate(set) var documents: [String]
    /// Every file that a diagnostic may point into, by path.
    package let files: [String: SourceFile]
    /// How many findings, infos aside, a baseline or a former revision knows and so are left out.
    package fileprivate(set) var passedCount = 0
    package var timings: Timings

    package func count(_ severity: Severity) -> Int {
      diagnostics.count { $0.severity == severity }
    }

    /// The language in which the catalogue's authors are spoken to.
    package var language: MessageLanguage { catalogue.authorsLanguage }

    /// The same about the documents asked for, without the findings that are known already.
    func keeping(
      documents isSelected: (String) -> Bool, except isKnown: (Diagnostic) -> Bool
    ) -> Checked {
      var kept = self
      kept.documents.removeAll { !isSelected($0) }
      kept.diagnostics.removeAll { !isSelected($0.location.path) }
      kept.passedCount = kept.diagnostics.count { $0.severity > .info && isKnown($0) }
      kept.diagnostics.removeAll(where: isKnown)
      return kept
    }
  }

  /// Loads and checks the catalogue. Slips of authors, and files that cannot be read, are
  /// diagnostics. `policy` goes over the settings of the catalogue itself.
  package func check(_ policy: Policy = Policy()) -> Checked {
    var timings = Timings()
    let loaded = timings.measure("load") { load() }
    return check(loaded, policy, timings)
  }

  /// What is on the disk.
  func load() -> LoadedFiles {
    Loader(root: root, on: fileSystem, documentLimit: Limits.documentBytes).load()
  }

  /// Checks sources that are loaded.
  func check(
    _ loaded: LoadedFiles, _ policy: Policy, _ timings: Timings = Timings()
  ) -> Checked {
    var timings = timings
    let files = loaded.sources
    let read = timings.measure("read") { mapInParallel(files, loaded.reading) }
    let catalogue = timings.measure("link") { Catalogue(read, assets: loaded.assets) }
    var policy = policy
    policy.settings = Policy(of: catalogue).settings + policy.settings
    let diagnostics = timings.measure("check") { check(catalogue).map(policy.applied) }
    // Names that differ in bytes alone, as é may, are one as strings.
    let byPath = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return Checked(
      catalogue: catalogue, diagnostics: diagnostics,
      fingerprints: Fingerprints(diagnostics) { byPath[$0] },
      documents: files.map(\.path), files: byPath, timings: timings)
  }

  /// The rules' findings, documents shared out over the processors.
  func check(_ catalogue: Catalogue) -> [Diagnostic] {
    let strays = CanevasCheck.checkStrays(of: catalogue)
    let findings = mapInParallel(Array(catalogue.documents.indices)) {
      CanevasCheck.check($0, of: catalogue)
    }
    return (strays + findings.flatMap { $0 }).sorted()
  }

  /// What a build was asked for.
  package struct BuildOptions: Sendable {
    /// The output folder, absolute or from the working folder.
    package var output: String
    /// A folder of templates that replace the program's own, file by file.
    package var templates: String?
    package var site: SiteOptions
    /// Publishes all but the documents with an error.
    package var keepsGoing: Bool
    /// What was new day by day; `nil` for what git tells of it.
    package var history: History?

    package init(
      output: String, templates: String? = nil, site: SiteOptions = SiteOptions(),
      keepsGoing: Bool = false, history: History? = nil
    ) {
      self.output = output
      self.templates = templates
      self.site = site
      self.keepsGoing = keepsGoing
      self.history = history
    }
  }

  /// What came of a build.
  package struct BuildResult: Sendable {
    package let checked: Checked
    /// `nil` when an error kept the site from being published.
    package let published: PublishReport?
    package let pageCount: Int
    /// What was new day by day; `nil` where nothing was published.
    package let history: History?
    package let timings: Timings
  }

  /// Builds the site. With an error in the catalogue or a template nothing is published, unless
  /// the options say to keep going, and the former site stays.
  package func build(_ options: BuildOptions) throws(ProjectError) -> BuildResult {
    var checked = check()
    var timings = checked.timings
    let templates = try timings.measure("templates") { () throws(ProjectError) in
      PageTemplates(try templateFiles(options.templates))
    }
    checked = checked.adding(templates)
    let failed = checked.count(.error) > 0
    guard !failed || options.keepsGoing && templates.mistakes.isEmpty else {
      return BuildResult(
        checked: checked, published: nil, pageCount: 0, history: nil, timings: timings)
    }
    let faulty = Set(checked.diagnostics.filter { $0.severity == .error }.map(\.location.path))
    let history = timings.measure("history") {
      options.history ?? self.history(naming: checked.catalogue)
    }
    let site = Site(
      checked.catalogue, templates: templates, options: options.site, leavingOut: faulty,
      history: history)
    let pages = site.pages
    let outputs = timings.measure("render") { mapInParallel(pages) { site.render($0) } }
    let search = timings.measure("search") {
      SearchIndex(mapInParallel(site.searched) { site.searchEntry(of: $0) }).files
    }
    let report = try timings.measure("publish") { () throws(ProjectError) in
      try Publisher(root: root, on: fileSystem).publish(outputs + search, to: options.output)
    }
    return BuildResult(
      checked: checked, published: report, pageCount: pages.count, history: history,
      timings: timings)
  }

  /// The program's templates, with those of a folder in place of the ones of the same name.
  func templateFiles(_ folder: String?) throws(ProjectError) -> [String: SourceFile] {
    var files = embeddedTemplates()
    if let folder {
      for entry in try fileSystem.list(folder) where files[entry.name] != nil {
        let path = join(folder, entry.name)
        guard case .bytes(let bytes) = try fileSystem.read(path) else { continue }
        files[entry.name] = SourceFile(path: path, bytes: bytes)
      }
    }
    return files
  }
}

extension Session.Checked {
  /// The same with the findings on templates.
  fileprivate func adding(_ templates: PageTemplates) -> Session.Checked {
    guard !templates.mistakes.isEmpty else { return self }
    var files = files
    var diagnostics = diagnostics
    for mistake in templates.mistakes {
      files[mistake.file.path] = mistake.file
      diagnostics.append(CanevasCheck.diagnostic(for: mistake.defect, in: mistake.file, catalogue))
    }
    diagnostics.sort()
    return Session.Checked(
      catalogue: catalogue, diagnostics: diagnostics,
      fingerprints: Fingerprints(diagnostics) { files[$0] }, documents: documents, files: files,
      timings: timings)
  }
}

/// How long each stage of a run took.
package struct Timings: Sendable {
  package private(set) var stages: [(name: String, duration: Swift.Duration)] = []

  mutating func measure<Result, Failure: Error>(
    _ stage: String, _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = ContinuousClock.now
    let result = try work()
    stages.append((stage, ContinuousClock.now - start))
    return result
  }
}

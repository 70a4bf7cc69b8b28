package import CanevasSource

/// What a run found, as every report format is given it.
package struct ReportInput {
  /// The findings to be told, in the order in which they are told.
  package let diagnostics: [Diagnostic]
  package let language: MessageLanguage
  /// Whether infos are told; when not, `diagnostics` holds none.
  package let showsInfos: Bool
  /// How many findings are not told since they are known already.
  let passedCount: Int
  let catalogue: ReportedCatalogue
  let tool: ReportingTool
  /// The names by which the findings are known again in another run.
  let fingerprints: Fingerprints

  /// `diagnostics` are sorted, and among those that `fingerprints` were made of.
  package init(
    _ diagnostics: [Diagnostic], _ fingerprints: Fingerprints, in catalogue: ReportedCatalogue,
    by tool: ReportingTool, language: MessageLanguage, showsInfos: Bool = false,
    passedCount: Int = 0
  ) {
    self.diagnostics = showsInfos ? diagnostics : diagnostics.filter { $0.severity > .info }
    self.fingerprints = fingerprints
    self.catalogue = catalogue
    self.tool = tool
    self.language = language
    self.showsInfos = showsInfos
    self.passedCount = passedCount
  }

  /// How many documents were checked.
  var documentCount: Int { catalogue.documents.count }

  /// How many of the findings told are of a severity.
  package func count(_ severity: Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }

  /// How many of the findings told have a fix that needs no second look.
  package var safelyFixableCount: Int {
    diagnostics.count { $0.fixes.contains { $0.safety == .safe } }
  }

  /// The sources that the findings point into.
  var sources: SourceCache { SourceCache(catalogue.file) }

  /// The severities that the report tells of, the gravest first.
  var severities: [Severity] {
    showsInfos ? [.error, .warning, .info] : [.error, .warning]
  }
}

/// The catalogue that a report is about.
package struct ReportedCatalogue {
  /// The paths of the documents that the report is about, those without a finding among them.
  let documents: [String]
  /// Where the catalogue lies in its repository: nothing, or a path with a slash at its end.
  let folder: String
  let file: (String) -> SourceFile?
  let section: (Location) -> String?

  /// `file` gives the source at a path, or `nil` when its bytes could not be had: such a finding
  /// is told without quoting a line. `section` gives the heading that a place stands under.
  package init(
    documents: [String], folder: String = "", section: @escaping (Location) -> String?,
    file: @escaping (String) -> SourceFile?
  ) {
    self.documents = documents
    self.folder = folder
    self.section = section
    self.file = file
  }

  /// A document's path as the services know it that see the whole repository.
  func pathInRepository(_ path: String) -> String { folder + path }
}

/// The program that tells of its findings.
package struct ReportingTool {
  let version: String
  /// What it looks for.
  let rules: [RuleDocumentation]
  let address: (String) -> String?

  /// `address` gives the web page that explains a code, where there is one.
  package init(
    version: String, rules: [RuleDocumentation], address: @escaping (String) -> String?
  ) {
    self.version = version
    self.rules = rules
    self.address = address
  }
}

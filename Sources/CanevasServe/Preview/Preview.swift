import CanevasLink
import CanevasModel
package import CanevasProject
import CanevasRender
import CanevasReview
package import CanevasSource

/// The site of a catalogue that is being written, drafts included. Of a document whose last edit
/// broke it, the last version without an error is shown; the findings are those of the edit.
package struct Preview {
  private let root: CatalogueRoot
  private let fileSystem: FileSystem
  private let templates: PageTemplates
  private let options: SiteOptions
  /// What was new day by day when the preview began.
  private let history: History
  private var sources: Workspace
  /// What is wrong with the sources, by path.
  private var findings: [String: [Diagnostic]] = [:]
  /// The bytes of each source's last version without an error.
  private var good: [String: [UInt8]] = [:]
  private var shown: ShownSite
  /// The catalogue that was shown before the last change.
  private var former: Catalogue
  private let askedLanguage: MessageLanguage?

  /// `address` is where the site will be read; `language` that of findings, if it is not to be the
  /// catalogue's own.
  package init(
    root: CatalogueRoot, on fileSystem: FileSystem, address: String,
    language: MessageLanguage? = nil
  ) {
    self.root = root
    self.fileSystem = fileSystem
    askedLanguage = language
    templates = .builtIn()
    options = SiteOptions(baseURL: address, includesDrafts: true)
    sources = Workspace(root: root, on: fileSystem)
    former = sources.catalogue
    history = Session(root: root, on: fileSystem).history(naming: former)
    shown = ShownSite(
      Site(former, templates: templates, options: options, history: history), outdated: [],
      root: root,
      on: fileSystem)
    sources.settle()
    judge(sources.paths)
    show()
  }

  /// Takes in what has changed on the disk. What an edit changes of other documents' findings is
  /// told once it is settled.
  package mutating func update() {
    let before = sources
    sources.reload()
    let now = sources.paths
    judge(now.filter { before.file($0)?.bytes != sources.file($0)?.bytes })
    judge(before.paths.filter { sources.file($0) == nil })
    judge(sources.takeChanged())
    show()
  }

  /// Whether all findings are those of the present sources.
  package var isSettled: Bool { sources.isSettled }

  /// Looks again at what the last edits may have changed elsewhere, for as long as `goesOn`.
  package mutating func settle(while goesOn: () -> Bool = { true }) {
    sources.settle(while: goesOn)
    judge(sources.takeChanged())
    if outdated != shown.outdated { show() }
  }

  /// Notes what is wrong with sources, and their bytes where they have no error.
  private mutating func judge(_ paths: some Sequence<String>) {
    for path in paths {
      let found = sources.diagnostics(of: path)
      findings[path] = found.isEmpty ? nil : found
      guard let file = sources.file(path) else {
        good[path] = nil
        continue
      }
      if !found.contains(where: { $0.severity == .error }) { good[path] = file.bytes }
    }
  }

  /// The sources whose last version without an error is to be shown.
  private var outdated: Set<String> {
    Set(
      findings.filter { path, found in
        guard found.contains(where: { $0.severity == .error }), let bytes = good[path] else {
          return false
        }
        return sources.file(path).map { $0.bytes != bytes } ?? false
      }.keys)
  }

  /// Begins a version of the site with what is known now.
  private mutating func show() {
    former = shown.site.catalogue
    var readable = sources
    let outdated = outdated
    for path in outdated { readable.open(path, bytes: good[path] ?? []) }
    shown = ShownSite(
      Site(readable.catalogue, templates: templates, options: options, history: history),
      outdated: outdated, root: root, on: fileSystem)
  }

  /// The language in which findings are told.
  package var language: MessageLanguage { askedLanguage ?? sources.catalogue.authorsLanguage }

  /// How many findings of a severity there are.
  package func count(_ severity: Severity) -> Int {
    findings.values.reduce(0) { $0 + $1.count { $0.severity == severity } }
  }
}

// What browsers are given.
extension Preview {
  /// What is answered to a request for a path of the site, escapes and all.
  package mutating func response(to path: String) -> Response {
    guard let address = siteAddress(path) else { return Response(.malformed) }
    if let bytes = shown.file(at: address) {
      let type = mediaType(of: address)
      let isPage = address.hasSuffix(".html")
      return Response(.found, type, isPage ? page(bytes, at: address) : bytes)
    }
    if !path.hasSuffix("/"), shown.page(at: address + "/index.html") != nil {
      return .redirect(to: "/" + percentEncoded(address, isPath: true) + "/")
    }
    let notFound = page(shown.file(at: shown.site.address(of: .notFound)) ?? [], at: address)
    return Response(.missing, mediaType(of: ".html"), notFound)
  }

  private mutating func page(_ bytes: [UInt8], at address: String) -> [UInt8] {
    previewed(bytes, version: shown.version(at: address), panel: panel(at: address))
  }

  /// The findings that the page at an address shows.
  private mutating func panel(at address: String) -> [UInt8] {
    let document = shown.document(at: address).map { shown.site.catalogue.documents[$0] }
    let panel = Panel(
      findings: findings, document: document?.file.path, language: language,
      isOutdated: document.map { shown.outdated.contains($0.file.path) } ?? false,
      sources: sources, site: shown.site)
    return panel.html
  }

  /// One browser's window: what it shows and was told.
  package struct Viewer: Hashable, Sendable {
    fileprivate let address: String
    fileprivate var version: String
    fileprivate var panel: [UInt8]?

    /// Whether it was never told anything.
    package var isNew: Bool { panel == nil }
  }

  /// A window that shows a version of the page at a path; `nil` if the path can be none.
  package func viewer(of path: String, version: String) -> Viewer? {
    siteAddress(path).map { Viewer(address: $0, version: version, panel: nil) }
  }

  /// What a window is told.
  package enum News: Hashable, Sendable {
    /// Its page is another now. The first of the headings that is on the page is where it changed;
    /// without any, nobody knows.
    case page(headings: [String])
    /// Its page moved to another path of the site.
    case moved(to: String)
    /// The findings to show, as HTML.
    case findings([UInt8])
  }

  /// What a window does not know yet; `nil` when it is up to date.
  package mutating func news(for viewer: inout Viewer) -> News? {
    let version = shown.version(at: viewer.address)
    if version != viewer.version {
      defer { viewer.version = version }
      if version.isEmpty, let target = newAddress(of: viewer.address) {
        return .moved(to: "/" + percentEncoded(target, isPath: true))
      }
      return .page(headings: editedHeadings(at: viewer.address))
    }
    let panel = panel(at: viewer.address)
    guard panel != viewer.panel else { return nil }
    viewer.panel = panel
    return .findings(panel)
  }

  /// Where the document that had an address went, if a new one has just its bytes.
  private func newAddress(of address: String) -> String? {
    guard let old = former.documents.first(where: { $0.id.address == address }) else { return nil }
    return shown.site.catalogue.documents.first {
      $0.file.bytes == old.file.bytes && former.index(of: $0.id) == nil
    }?.id.address
  }

  private mutating func editedHeadings(at address: String) -> [String] {
    guard let index = shown.document(at: address) else { return [] }
    let document = shown.site.catalogue.documents[index]
    guard let old = former.index(of: document.id) else { return [] }
    return document.headings(changedSince: former.documents[old])
  }
}

/// The address inside the site that a path stands for: its escapes undone once, a folder's own
/// page for the folder. `nil` for what can be no path.
private func siteAddress(_ path: String) -> String? {
  guard path.hasPrefix("/"), let decoded = strictlyDecoded(path.utf8.dropFirst()) else {
    return nil
  }
  let isPlain = !decoded.utf8.contains { $0 < 0x20 || $0 == 0x7F }
  guard isPlain, !decoded.split(separator: "/").contains(where: { $0 == "." || $0 == ".." }) else {
    return nil
  }
  return decoded.isEmpty || decoded.hasSuffix("/") ? decoded + "index.html" : decoded
}

/// A text with its escapes undone; `nil` if one is malformed or what comes out is no UTF-8.
private func strictlyDecoded(_ text: some Sequence<UInt8>) -> String? {
  var bytes: [UInt8] = []
  var rest = Array(text)[...]
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      bytes.append(byte)
      continue
    }
    let digits = String(decoding: rest.prefix(2), as: UTF8.self)
    guard digits.utf8.count == 2, digits.allSatisfy(\.isHexDigit),
      let value = UInt8(digits, radix: 16)
    else { return nil }
    bytes.append(value)
    rest.removeFirst(2)
  }
  return String(validating: bytes, as: UTF8.self)
}

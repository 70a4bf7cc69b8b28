package import CanevasLink
package import CanevasSource
import CanevasSyntax

/// A catalogue that is being edited: what is on the disk, and over it the buffers of an editor.
///
/// After each edit the catalogue is what loading all anew would give, and so are the findings:
/// those of one document whenever they are asked for, those of all once they are settled. Only
/// what an edit touches is read, linked and checked again.
package struct Workspace: Sendable {
  package let root: CatalogueRoot
  private let fileSystem: FileSystem
  private var loaded: LoadedFiles
  /// What editors hold of documents, by path.
  private var buffers: [String: SourceFile] = [:]
  /// Every document on its own, by path.
  private var readings: [String: ReadFile]
  /// All documents with every reference resolved.
  package private(set) var catalogue: Catalogue
  private var findings: Findings

  /// Loads the catalogue. What is wrong with its files is among the findings.
  package init(root: CatalogueRoot, on fileSystem: FileSystem) {
    self.root = root
    self.fileSystem = fileSystem
    let loaded = Workspace.load(root, fileSystem)
    let sources = loaded.sources
    let read = mapInParallel(sources, loaded.reading)
    self.loaded = loaded
    readings = Dictionary(zip(sources.map(\.path), read), uniquingKeysWith: { first, _ in first })
    catalogue = Catalogue(read, assets: loaded.assets)
    findings = Findings(catalogue)
  }

  private static func load(_ root: CatalogueRoot, _ fileSystem: FileSystem) -> LoadedFiles {
    Session(root: root, on: fileSystem).load()
  }

  /// The file at a path from the root as it counts now.
  package func file(_ path: String) -> SourceFile? { readings[path]?.file }

  /// The documents and the files among them that are none, by path.
  package var paths: [String] { readings.keys.sorted() }

  /// Takes an editor's text for the document at a path from the root; a file that is no source
  /// of the catalogue changes nothing.
  package mutating func open(_ path: String, bytes: [UInt8]) {
    guard isSource(path) else { return }
    let file = SourceFile(path: path, bytes: bytes)
    buffers[path] = file
    take([(path, reading(of: file))])
  }

  /// Lets what is on the disk count again.
  package mutating func close(_ path: String) {
    guard buffers.removeValue(forKey: path) != nil else { return }
    let file = loaded.files.first { $0.path == path }
    take([(path, file.map(loaded.reading))])
  }

  /// Looks at the disk again.
  package mutating func reload() {
    let former = loaded
    loaded = Workspace.load(root, fileSystem)
    let before = former.states
    let now = loaded.states
    let touched = Set(before.keys).union(now.keys).filter {
      before[$0] != now[$0] && buffers[$0] == nil
    }
    let changed = touched.sorted().map { path in
      (path, now[path].map { ReadFile($0.file, defects: $0.defects) })
    }
    take(changed, assetsChanged: former.assets != loaded.assets)
  }

  /// Puts other readings of some documents in their places; one without a reading is gone.
  private mutating func take(
    _ changed: [(path: String, reading: ReadFile?)], assetsChanged: Bool = false
  ) {
    for (path, reading) in changed { readings[path] = reading }
    // Many at once are linked faster together than one after the other.
    guard changed.count <= 16, !assetsChanged, changed.allSatisfy({ replace($0.reading) })
    else { return linkAnew() }
  }

  /// Relinks what one edited document touches; `false` when documents came, went or moved.
  private mutating func replace(_ reading: ReadFile?) -> Bool {
    guard case .document(let document) = reading, let index = catalogue.index(of: document)
    else { return false }
    let outlook = Outlook(catalogue.documents[index])
    let neighbours = catalogue.neighbours(of: index)
    catalogue.replace(index, with: document)
    if outlook != Outlook(document) {
      findings.doubtAll(of: catalogue, nearest: neighbours + catalogue.neighbours(of: index))
    }
    let others = catalogue.sharers(of: index) + catalogue.reviewers(of: index)
    for other in others { findings.doubt(other) }
    findings.doubt(index)
    return true
  }

  private mutating func linkAnew() {
    catalogue = Catalogue(
      readings.sorted { $0.key < $1.key }.map(\.value), assets: loaded.assets)
    findings.start(catalogue)
  }

  private func reading(of file: SourceFile) -> ReadFile {
    let isTooLarge = file.bytes.count > Limits.documentBytes
    let defect = Defect(.tooLarge(limit: Limits.documentBytes), ByteRange(at: 0))
    return ReadFile(file, defects: isTooLarge ? [defect] : [])
  }
}

// What the rules say.
extension Workspace {
  /// What the rules say of one file now.
  package mutating func diagnostics(of path: String) -> [Diagnostic] {
    findings.current(of: path, catalogue)
  }

  /// What the rules say of everything, in the order of files and places.
  package mutating func diagnostics() -> [Diagnostic] {
    settle()
    return findings.all
  }

  /// Whether findings of documents that an edit may have touched are still to be looked at.
  package var isSettled: Bool { findings.isSettled }

  /// Checks again what earlier edits may have touched, the nearest documents first, a part at a
  /// time, as long as `goesOn` says so.
  package mutating func settle(while goesOn: () -> Bool = { true }) {
    while !findings.isSettled, goesOn() { findings.settlePart(catalogue) }
  }

  /// The files whose findings are known to be others than at the last call.
  package mutating func takeChanged() -> Set<String> { findings.takeChanged() }
}

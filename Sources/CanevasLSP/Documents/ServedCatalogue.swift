import CanevasProject
import CanevasSource

/// A catalogue that the client sees, with what it was told of it.
struct ServedCatalogue {
  /// What was last told of a document.
  struct Report: Hashable {
    let items: JSONValue
    /// What it shares with equal reports alone.
    let id: String

    /// A report without findings.
    static let empty = Report([])

    init(_ items: [JSONValue]) {
      self.items = .array(items)
      var hash = FNV1a()
      hash.add(self.items.encoded)
      id = hash.hexadecimal
    }
  }

  /// The root's folder as the client calls it.
  let folder: String
  var workspace: Workspace
  /// By path; documents without findings are left out.
  var reports: [String: Report] = [:]
  /// The paths of open documents that changed, and are to be told of before all others.
  var touched: Set<String> = []
  /// How the reports are worded.
  var wording: Wording?
  var watcher: Watcher
  /// Whether the disk may have changed.
  var isStale = false

  init(_ root: CatalogueRoot, folder: String, on fileSystem: FileSystem) {
    self.folder = folder
    // What changes while the catalogue is read is seen by a watcher that was there before.
    watcher = Watcher(root: root, on: fileSystem)
    workspace = Workspace(root: root, on: fileSystem)
  }

  /// Looks at the disk again if it may have changed.
  mutating func refresh() {
    guard isStale else { return }
    isStale = false
    workspace.reload()
  }

  /// Takes a text of the client's for a document; one that is no source changes nothing.
  mutating func open(_ path: String, _ bytes: [UInt8]) {
    workspace.open(path, bytes: bytes)
    if workspace.file(path) != nil { touched.insert(path) }
  }

  /// Lets what is on the disk count again, which the client may have written just before.
  mutating func close(_ path: String) {
    if workspace.file(path) != nil { touched.insert(path) }
    workspace.close(path)
    isStale = true
  }

  /// Takes the open documents that changed.
  mutating func takeTouched() -> Set<String> {
    defer { touched = [] }
    return touched
  }

  func absolute(_ path: String) -> String { (folder == "/" ? "" : folder) + "/" + path }
}

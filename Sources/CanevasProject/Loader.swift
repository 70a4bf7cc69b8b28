import CanevasSource
import Glibc

/// Every file of a catalogue's two folders.
struct LoadedFiles: Sendable {
  /// The documents, by path; one that could not be read has no bytes and a defect.
  var files: [SourceFile] = []
  /// What loading found wrong, by path.
  var defects: [String: [Defect]] = [:]
  /// The paths of all other files.
  var assets: Set<String> = []
}

/// Finds and reads the files of a catalogue.
struct Loader {
  private let fileSystem: FileSystem

  init(_ fileSystem: FileSystem) {
    self.fileSystem = fileSystem
  }

  /// Reads `canvases/` and `seeds/` below a root. A document over `limit` bytes is not read.
  func load(root: String, limit: Int) throws(ProjectError) -> LoadedFiles {
    var search = Search(fileSystem: fileSystem, root: root)
    for folder in ["canvases", "seeds"] {
      guard let status = try fileSystem.status(of: root + "/" + folder, following: true),
        status.kind == .folder
      else { continue }
      search.visit(folder, above: [])
    }
    let fileSystem = fileSystem
    let read = concurrentMap(search.documents) { path in
      readDocument(path, root: root, limit: limit, fileSystem)
    }
    var loaded = LoadedFiles(defects: search.defects, assets: search.assets)
    for (file, defect) in read {
      loaded.files.append(file)
      if let defect { loaded.defects[file.path, default: []].append(defect) }
    }
    // What is listed with a defect is a document as well: it is never skipped in silence.
    loaded.files += search.defects.keys.map { SourceFile(path: $0, bytes: []) }
    loaded.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return loaded
  }
}

/// Reads one document; the defect says why its bytes are missing.
private func readDocument(
  _ path: String, root: String, limit: Int, _ fileSystem: FileSystem
) -> (SourceFile, Defect?) {
  let start = ByteRange(at: 0)
  do {
    let bytes = try fileSystem.read(root + "/" + path, limit: limit + 1)
    guard bytes.count <= limit else {
      return (SourceFile(path: path, bytes: []), Defect(.tooLarge(limit: limit), start))
    }
    return (SourceFile(path: path, bytes: bytes), nil)
  } catch {
    return (SourceFile(path: path, bytes: []), Defect(.unreadable(reason: error.reason), start))
  }
}

extension ProjectError {
  /// The system's own words.
  fileprivate var reason: String {
    if case .refused(_, let reason) = kind { reason } else { message.french }
  }
}

/// A walk through the folders of a catalogue.
private struct Search {
  let fileSystem: FileSystem
  let root: String
  var documents: [String] = []
  var assets: Set<String> = []
  var defects: [String: [Defect]] = [:]

  init(fileSystem: FileSystem, root: String) {
    self.fileSystem = fileSystem
    self.root = root
  }

  /// Visits a folder; `above` are the identities of the folders that it lies in.
  mutating func visit(_ folder: String, above: [[UInt64]]) {
    do {
      guard
        let identity = try fileSystem.status(of: root + "/" + folder, following: true)?.identity,
        !above.contains(identity), above.count < 64
      else {
        record(.strayLink, folder)
        return
      }
      for name in try fileSystem.entries(of: root + "/" + folder) where !isIgnored(name) {
        visit(entry: folder + "/" + name, above: above + [identity])
      }
    } catch {
      record(.unreadable(reason: error.reason), folder)
    }
  }

  private mutating func visit(entry path: String, above: [[UInt64]]) {
    let isDocument = path.hasSuffix(".md")
    do {
      guard var status = try fileSystem.status(of: root + "/" + path) else {
        // Listed, yet not there: its name is no UTF-8, or it has just gone.
        if path.contains("\u{FFFD}") { record(.fileNameNotSlug(slug: ""), path) }
        return
      }
      if status.kind == .link {
        guard isInside(path),
          let target = try fileSystem.status(of: root + "/" + path, following: true)
        else {
          record(.strayLink, path)
          return
        }
        status = target
      }
      switch status.kind {
      case .folder where isDocument: record(.notAFile, path)
      case .folder: visit(path, above: above)
      case .file where isDocument: documents.append(path)
      case .file: assets.insert(path)
      case .link, .other: if isDocument { record(.notAFile, path) }
      }
    } catch {
      record(.unreadable(reason: error.reason), path)
    }
  }

  /// Whether what a symbolic link leads to lies in one of the catalogue's two folders.
  private func isInside(_ path: String) -> Bool {
    guard let target = fileSystem.resolved(root + "/" + path),
      let root = fileSystem.resolved(root)
    else { return false }
    return target.hasPrefix(root + "/canvases/") || target.hasPrefix(root + "/seeds/")
  }

  private mutating func record(_ kind: Defect.Kind, _ path: String) {
    defects[path, default: []].append(Defect(kind, ByteRange(at: 0)))
  }
}

/// Whether a file is left alone: hidden, a partial, a note to readers, an editor's backup.
private func isIgnored(_ name: String) -> Bool {
  if name.hasPrefix(".") || name.hasPrefix("_") || name.hasPrefix("#") { return true }
  if name == "README.md" { return true }
  return ["~", ".bak", ".orig", ".rej", ".swp", ".tmp"].contains { name.hasSuffix($0) }
}

/// The nearest folder, from a folder upward, that holds `canvases/catalogue.md`.
package func findRoot(
  from folder: String, in fileSystem: FileSystem
) throws(ProjectError) -> String {
  guard let start = fileSystem.resolved(folder) else {
    throw ProjectError(.noRoot, path: folder)
  }
  var parts = start.split(separator: "/")
  while true {
    let candidate = "/" + parts.joined(separator: "/")
    let sheet = (candidate == "/" ? "" : candidate) + "/canvases/catalogue.md"
    if try fileSystem.status(of: sheet, following: true)?.kind == .file { return candidate }
    guard parts.popLast() != nil else { throw ProjectError(.noRoot, path: folder) }
  }
}

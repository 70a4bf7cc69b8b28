import CanevasCheck
import CanevasLink
import CanevasModel
import CanevasReview
package import CanevasSource
import CanevasSyntax

extension Session {
  /// What formatting makes of documents.
  package struct Formatted: Sendable {
    /// A document that is not in its canonical form, and its text in that form.
    package struct Change: Hashable, Sendable {
      package let file: SourceFile
      package let bytes: [UInt8]
    }

    package fileprivate(set) var changes: [Change] = []
    /// Why documents are left as they are, a finding each.
    package fileprivate(set) var obstacles: [Diagnostic] = []
    /// The files that the findings are about.
    package fileprivate(set) var files: [String: SourceFile] = [:]
    /// Why changes were not written.
    package fileprivate(set) var refused: [ProjectError] = []

    fileprivate mutating func add(_ file: SourceFile, _ result: FormattingResult) {
      switch result {
      case .canonical: break
      case .change(let bytes): changes.append(Change(file: file, bytes: bytes))
      case .obstacle(let defect):
        obstacles.append(diagnostic(for: defect, in: file, Catalogue([] as [ReadFile])))
        files[file.path] = file
      }
    }
  }

  /// Formats the documents of some files and folders, all of them if there are none. Nothing is
  /// written.
  package func formatted(_ paths: [String]) throws(ProjectError) -> Formatted {
    let isSelected = try filter(paths)
    let loaded = load()
    let listed = Set(loaded.files.map(\.path))
    let folders = loaded.defects.keys.filter { !listed.contains($0) }.sorted { $0.precedes($1) }
    let files = loaded.files + folders.map { SourceFile(path: $0, bytes: []) }
    let selected = files.filter { isSelected($0.path) }
    let results = mapInParallel(selected, chunk: 8) {
      FormattingResult($0, loaded.defects[$0.path] ?? [])
    }
    var formatted = Formatted()
    for (file, result) in zip(selected, results) { formatted.add(file, result) }
    return formatted
  }

  /// Formats a text as if it were the file of a path, which need not exist.
  package func formatted(_ text: [UInt8], as path: String) throws(ProjectError) -> Formatted {
    let (folder, name) = split(path)
    let (parent, rest) = try fileSystem.nearestFolder(folder)
    let real = join(rest.isEmpty ? parent : join(parent, rest), name)
    guard CatalogueRoot.folders.contains(where: { isInside(real, root.absolute($0)) }) else {
      throw .outsideCatalogue(path: path)
    }
    let file = SourceFile(path: String(real.dropFirst(join(root.path, "").count)), bytes: text)
    var formatted = Formatted()
    formatted.add(file, FormattingResult(file, []))
    return formatted
  }

  /// Writes what changes, each file in one step; those that cannot be written stay as they are.
  package func write(_ formatted: Formatted) -> Formatted {
    var written = formatted
    written.changes = []
    for change in formatted.changes {
      do throws(ProjectError) {
        try write(SourceFile(path: change.file.path, bytes: change.bytes), over: change.file)
        written.changes.append(change)
      } catch {
        written.refused.append(error)
      }
    }
    return written
  }
}

/// What formatting makes of one file.
private enum FormattingResult: Sendable {
  case canonical
  case change([UInt8])
  case obstacle(Defect)

  init(_ file: SourceFile, _ defects: [Defect]) {
    switch ReadFile(file, defects: defects) {
    case .stray(let stray): self = stray.defects.first.map(Self.obstacle) ?? .canonical
    case .document(let document):
      if let obstacle = formattingObstacle(of: document) {
        self = .obstacle(obstacle)
      } else {
        let edits = formattingEdits(of: document)
        self = edits.isEmpty ? .canonical : .change(edits.applied(to: file.bytes))
      }
    }
  }
}

extension FileSystem {
  /// The nearest folder that exists, from one upward, as an absolute path without any link in it,
  /// and what of the path is left below it.
  func nearestFolder(_ folder: String) throws(ProjectError) -> (
    path: String, rest: String
  ) {
    guard !folder.isEmpty else { return (try resolve("."), "") }
    guard try status(folder) == nil else { return (try resolve(folder), "") }
    let (parent, name) = split(folder)
    let (path, rest) = try nearestFolder(parent)
    return (path, rest.isEmpty ? name : join(rest, name))
  }
}

extension CatalogueRoot {
  /// The root of the catalogue that holds a file, which need not exist; throws `.noCatalogue`.
  package init(holding file: String, on fileSystem: FileSystem) throws(ProjectError) {
    try self.init(nearestTo: fileSystem.nearestFolder(split(file).folder).path, on: fileSystem)
  }
}

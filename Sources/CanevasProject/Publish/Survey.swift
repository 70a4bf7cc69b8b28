/// A look at an output folder before anything in it changes: finds what Canevas did not make and
/// that stands where the new site belongs.
struct Survey {
  private let output: OutputFolder
  private let fileSystem: FileSystem
  private let former: Manifest
  private let ours: Set<SitePath>
  /// The folders seen so far, and whether each exists.
  private var folders: [SitePath: Bool] = [:]

  /// `former` lists what Canevas made in the output folder.
  init(_ output: OutputFolder, former: Manifest, on fileSystem: FileSystem) {
    self.output = output
    self.fileSystem = fileSystem
    self.former = former
    ours = Set(former.paths)
  }

  /// The former file at a path of the new site; nil if there is none. Throws `.foreignFile` if the
  /// path, or a folder on the way to it, is taken by something that Canevas did not make.
  mutating func formerFile(_ path: SitePath) throws(ProjectError) -> FileStatus? {
    if let folder = path.folder, try !exists(folder) { return nil }
    let absolute = output.absolute(path)
    guard let status = try fileSystem.status(absolute) else { return nil }
    if status.kind == .file, ours.contains(path) { return status }
    // A folder of the former site makes way for a file of its name, unless a stranger is in it.
    if status.kind == .folder, try isOurs(path) { return nil }
    throw .foreignFile(path: absolute)
  }

  private mutating func exists(_ folder: SitePath) throws(ProjectError) -> Bool {
    if let known = folders[folder] { return known }
    let exists = try look(folder)
    folders[folder] = exists
    return exists
  }

  private mutating func look(_ folder: SitePath) throws(ProjectError) -> Bool {
    if let above = folder.folder, try !exists(above) { return false }
    switch try fileSystem.status(output.absolute(folder))?.kind {
    case nil: return false
    case .folder: return true
    // A file of the former site makes way for a folder of its name.
    case .file where ours.contains(folder): return false
    case .file, .link, .other: throw .foreignFile(path: output.absolute(folder))
    }
  }

  /// Whether a folder belongs to the former site and holds nothing else. It may be empty, after a
  /// publish that was killed while it cleared the way.
  private func isOurs(_ folder: SitePath) throws(ProjectError) -> Bool {
    guard former.paths.contains(where: { $0.folders.contains(folder) }) else { return false }
    for entry in try fileSystem.list(output.absolute(folder)) {
      guard entry.isUTF8, let path = SitePath(folder.text + "/" + entry.name) else { return false }
      switch entry.kind {
      case .file: if !ours.contains(path) { return false }
      case .folder: if try !isOurs(path) { return false }
      case .link, .other: return false
      }
    }
    return true
  }
}

/// Where a site is published: found without its links, and known not to touch the sources.
struct OutputFolder: Sendable {
  /// Absolute, without links. The folder itself and some above it may not exist yet.
  let path: String
  private let fileSystem: FileSystem

  /// What is there before a publish.
  enum State {
    /// Nothing, or a folder without anything in it.
    case free
    /// A site that Canevas made.
    case managed(Manifest)
  }

  init(_ out: String, root: CatalogueRoot, on fileSystem: FileSystem) throws(ProjectError) {
    self.fileSystem = fileSystem
    path = try Self.resolve(out, fileSystem)
    for folder in [root.path] + CatalogueRoot.folders.map(root.absolute) {
      guard !isInside(folder, path) else { throw .outputAmongSources(path: path) }
      if folder != root.path, isInside(path, folder) { throw .outputAmongSources(path: path) }
    }
  }

  /// The path without links of something that may not exist: that of the nearest folder above
  /// that does, with the rest.
  private static func resolve(
    _ out: String, _ fileSystem: FileSystem
  ) throws(ProjectError) -> String {
    let parts = out.split(separator: "/").map(String.init)
    var existing = out.hasPrefix("/") ? "/" : "."
    for (index, part) in parts.enumerated() {
      let next = join(existing, part)
      guard try fileSystem.status(next) == nil else {
        existing = next
        continue
      }
      let missing = parts[index...]
      // Above a folder that does not exist there is nothing to go up to: let the system say so.
      if missing.contains("..") { _ = try fileSystem.resolve(next) }
      return missing.filter { $0 != "." }.reduce(try fileSystem.resolve(existing), join)
    }
    // Without any part, the path is the file system's top or empty, which names nothing.
    return try fileSystem.resolve(out.isEmpty ? out : existing)
  }

  /// The folder's absolute path for a path inside the site.
  func absolute(_ path: SitePath) -> String {
    join(self.path, path.text)
  }

  var manifestPath: String {
    join(path, Manifest.name)
  }

  /// What is there now. Throws if it is none of ours to change.
  func state() throws(ProjectError) -> State {
    switch try fileSystem.status(path)?.kind {
    case nil: return .free
    case .folder: break
    case .file, .link, .other: throw .outputIsNoFolder(path: path)
    }
    if let manifest = try manifest() { return .managed(manifest) }
    guard try fileSystem.list(path).isEmpty else { throw .foreignOutputFolder(path: path) }
    return .free
  }

  /// The manifest; nil if there is none.
  func manifest() throws(ProjectError) -> Manifest? {
    guard try fileSystem.status(manifestPath)?.kind == .file else { return nil }
    guard case .bytes(let bytes) = try fileSystem.read(manifestPath) else { return nil }
    return try Manifest(bytes, path: manifestPath)
  }

  /// Makes the folders above the output that are missing.
  func makeFoldersAbove() throws(ProjectError) {
    try makeFolders(split(path).folder)
  }

  private func makeFolders(_ path: String) throws(ProjectError) {
    guard try fileSystem.status(path) == nil else { return }
    try makeFolders(split(path).folder)
    _ = try fileSystem.makeFolder(path)
  }
}

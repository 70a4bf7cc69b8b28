import CanevasRender
import CanevasSource

/// What a publication changed.
package struct PublishReport: Hashable, Sendable {
  package var written = 0
  package var unchanged = 0
  package var removed = 0
}

/// Brings a site into its folder so that nothing half-written is ever seen.
///
/// New and changed files are written aside, into a staging folder beside the site; once all are
/// there, a journal says what is to be moved where, and the moves begin. A publication that is
/// stopped before the journal changed nothing; one that is stopped after it is finished by the
/// next. A manifest in the site lists the files that Canevas made: no other file is ever touched.
struct Publisher {
  private let fileSystem: FileSystem
  private let root: String

  /// `root` is the catalogue's, absolute; assets are copied from below it.
  init(_ fileSystem: FileSystem, root: String) {
    self.fileSystem = fileSystem
    self.root = root
  }

  /// Publishes files into a folder, which is made if it is missing.
  func publish(
    _ files: [OutputFile], to output: String
  ) throws(ProjectError) -> PublishReport {
    let site = try place(output)
    return try fileSystem.locking(site.parent) { () throws(ProjectError) in
      try Journal(fileSystem, site).finish()
      guard let status = try fileSystem.status(of: site.path) else {
        return try publishFirst(files, to: site)
      }
      guard status.kind == .folder else { throw ProjectError(.foreignFile, path: site.path) }
      if let manifest = try Manifest(fileSystem, site) {
        return try update(files, at: site, manifest)
      }
      guard try fileSystem.entries(of: site.path).isEmpty else {
        throw ProjectError(.foreignFolder, path: site.path)
      }
      return try publishFirst(files, to: site)
    }
  }

  /// The site's folder, resolved, its parents made; refused when it touches the sources.
  private func place(_ output: String) throws(ProjectError) -> SitePlace {
    var path = output.hasPrefix("/") ? output : fileSystem.workingFolder + "/" + output
    while path.hasSuffix("/"), path.count > 1 { path.removeLast() }
    var parts = path.split(separator: "/").map(String.init)
    guard let name = parts.popLast(), name != "..", name != "." else {
      throw ProjectError(.outputAmongSources, path: output)
    }
    let parent = "/" + parts.joined(separator: "/")
    try makeFolders(parent)
    let resolvedParent = fileSystem.resolved(parent) ?? parent
    var folder = (resolvedParent == "/" ? "" : resolvedParent) + "/" + name
    // The site's folder itself may be a link to where the site is served from.
    if try fileSystem.status(of: folder)?.kind == .link {
      guard let target = fileSystem.resolved(folder) else {
        throw ProjectError(.foreignFile, path: folder)
      }
      folder = target
    }
    let holdsRoot = (root + "/").hasPrefix(folder + "/")
    let isSource = ["canvases", "seeds"].contains { (folder + "/").hasPrefix("\(root)/\($0)/") }
    if holdsRoot || isSource { throw ProjectError(.outputAmongSources, path: folder) }
    return SitePlace(folder)
  }

  /// A first publication fills a folder aside and moves it into place whole.
  private func publishFirst(
    _ files: [OutputFile], to site: SitePlace
  ) throws(ProjectError) -> PublishReport {
    let aside = site.staging + "/site"
    try fileSystem.makeFolder(site.staging)
    try fileSystem.makeFolder(aside)
    var folders: Set<String> = []
    for file in files {
      try makeFolders(of: file.path, in: aside, known: &folders)
      try fileSystem.write(try bytes(of: file), to: aside + "/" + file.path)
    }
    let manifest = Manifest(paths: files.map(\.path))
    try fileSystem.write(manifest.bytes, to: aside + "/" + Manifest.name)
    try fileSystem.move(aside, to: site.path)
    try fileSystem.removeFolder(site.staging)
    return PublishReport(written: files.count)
  }

  /// Writes aside what has changed, then moves it over the former site.
  private func update(
    _ files: [OutputFile], at site: SitePlace, _ former: Manifest
  ) throws(ProjectError) -> PublishReport {
    var report = PublishReport()
    var journal = Journal(fileSystem, site)
    var staged: [(bytes: [UInt8], path: String)] = []
    for file in files {
      let bytes = try bytes(of: file)
      if try isUnchanged(file.path, bytes, at: site, former) {
        report.unchanged += 1
      } else {
        staged.append((bytes, file.path))
      }
    }
    report.written = staged.count
    let planned = Set(files.map(\.path))
    let removed = former.paths.filter { !planned.contains($0) }
    report.removed = removed.count
    guard !staged.isEmpty || !removed.isEmpty else { return report }
    try fileSystem.makeFolder(site.staging)
    for (bytes, path) in staged { try journal.stage(bytes, for: path) }
    for path in removed { journal.remove(path) }
    try journal.stage(Manifest(paths: files.map(\.path)).bytes, for: Manifest.name)
    try journal.commit()
    try journal.finish()
    return report
  }

  /// Whether the site's file has these bytes already. A file in the page's way that is not in the
  /// manifest is refused before anything is written.
  private func isUnchanged(
    _ path: String, _ bytes: [UInt8], at site: SitePlace, _ former: Manifest
  ) throws(ProjectError) -> Bool {
    let place = site.path + "/" + path
    guard let status = try fileSystem.status(of: place) else { return false }
    guard former.contains(path), status.kind == .file else {
      throw ProjectError(.foreignFile, path: place)
    }
    guard status.size == bytes.count else { return false }
    return try fileSystem.read(place) == bytes
  }

  private func bytes(of file: OutputFile) throws(ProjectError) -> [UInt8] {
    precondition(isSafe(file.path), "an output path leaves the site: \(file.path)")
    return switch file.content {
    case .bytes(let bytes): bytes
    case .copy(of: let source): try fileSystem.read(root + "/" + source)
    }
  }

  private func isSafe(_ path: String) -> Bool {
    !path.isEmpty && !path.utf8.contains(0)
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0 != "." && $0 != ".."
      }
  }

  private func makeFolders(_ path: String) throws(ProjectError) {
    var made = ""
    for part in path.split(separator: "/") {
      made += "/" + part
      if try fileSystem.status(of: made, following: true) == nil { try fileSystem.makeFolder(made) }
    }
  }

  private func makeFolders(
    of file: String, in folder: String, known: inout Set<String>
  ) throws(ProjectError) {
    var made = folder
    for part in file.split(separator: "/").dropLast() {
      made += "/" + part
      if known.insert(made).inserted { try fileSystem.makeFolder(made) }
    }
  }
}

/// Where a site and what belongs to its making stand.
struct SitePlace: Sendable {
  let path: String

  /// `path` is absolute, without symbolic links.
  init(_ path: String) {
    self.path = path
  }

  private var parts: [Substring] { path.split(separator: "/") }
  var parent: String { "/" + parts.dropLast().joined(separator: "/") }
  /// The folder in which files are prepared, on the same file system as the site.
  var staging: String {
    (parent == "/" ? "" : parent) + "/.\(parts.last ?? "").canevas-staging"
  }
}

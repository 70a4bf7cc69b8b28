/// The steps by which staged files take their places in a site that exists. Each may have been
/// done before, by a publish that was killed after it.
struct Moves {
  private let output: OutputFolder
  private let fileSystem: FileSystem
  /// The site's folders that are known to be there and to be no links.
  private var folders: Set<SitePath> = []

  init(_ output: OutputFolder, on fileSystem: FileSystem) {
    self.output = output
    self.fileSystem = fileSystem
  }

  /// Moves the staged files, removes what is no longer planned, and puts the new manifest in the
  /// former one's place, which ends the publish. Gives what was removed.
  mutating func perform(
    _ staged: [SitePath], from staging: borrowing Staging, former: Manifest, new: Manifest
  ) throws(ProjectError) -> [SitePath] {
    let files = Set(new.paths)
    let folders = Set(new.paths.flatMap(\.folders))
    var early: [SitePath] = []
    var late: [SitePath] = []
    for path in former.paths where !files.contains(path) {
      let isInTheWay = folders.contains(path) || path.folders.contains(where: files.contains)
      if isInTheWay { early.append(path) } else { late.append(path) }
    }

    var removed = try remove(early)
    for file in staged {
      if let folder = file.folder { try makeFolder(folder) }
      try fileSystem.rename(staging.absolute(file), to: output.absolute(file))
    }
    removed += try remove(late)
    try fileSystem.rename(staging.journal, to: output.manifestPath)
    return removed.sorted()
  }

  private mutating func makeFolder(_ folder: SitePath) throws(ProjectError) {
    guard !folders.contains(folder) else { return }
    if let above = folder.folder { try makeFolder(above) }
    let absolute = output.absolute(folder)
    if try !fileSystem.makeFolder(absolute), try fileSystem.status(absolute)?.kind != .folder {
      throw .foreignFile(path: absolute)
    }
    folders.insert(folder)
  }

  /// Removes files of the former site, and folders that hold nothing any more. What is no regular
  /// file, or lies behind a link, took the place of one of ours and is left alone.
  private mutating func remove(_ paths: [SitePath]) throws(ProjectError) -> [SitePath] {
    var removed: [SitePath] = []
    var emptied: Set<SitePath> = []
    for path in paths where try isReal(path.folder) {
      // A publish that was killed may have removed the file and not its folder.
      emptied.formUnion(path.folders)
      let absolute = output.absolute(path)
      guard try fileSystem.status(absolute)?.kind == .file else { continue }
      try fileSystem.removeFile(absolute)
      removed.append(path)
    }
    // The innermost folders come first: a path sorts after every folder that it lies in.
    for folder in emptied.sorted().reversed() {
      if try fileSystem.removeFolder(output.absolute(folder)) { folders.remove(folder) }
    }
    return removed
  }

  /// Whether a folder of the site is there and, like all above it, no link.
  private mutating func isReal(_ folder: SitePath?) throws(ProjectError) -> Bool {
    guard let folder else { return true }
    if folders.contains(folder) { return true }
    guard try isReal(folder.folder),
      try fileSystem.status(output.absolute(folder))?.kind == .folder
    else { return false }
    folders.insert(folder)
    return true
  }
}

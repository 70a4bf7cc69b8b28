package import CanevasRender

/// What a publish did, file by file, in the order of the paths inside the site.
package struct PublishReport: Hashable, Sendable {
  /// New files and those whose bytes changed.
  package let written: [String]
  /// Files that were as planned already; their times are as before.
  package let unchanged: [String]
  /// Files of the former site that are planned no more.
  package let removed: [String]
}

/// Puts the planned files into an output folder.
///
/// A first site appears in one step. A later one is prepared beside the output folder, and then
/// moved over it file by file: whoever looks sees each file whole, old or new. A publish that
/// fails or is killed before the moves leaves the former site as it was; one that is killed amid
/// them is completed by the next. Files that Canevas did not make are never touched.
package struct Publisher: Sendable {
  private let root: CatalogueRoot
  private let fileSystem: FileSystem

  package init(root: CatalogueRoot, on fileSystem: FileSystem) {
    self.root = root
    self.fileSystem = fileSystem
  }

  /// Makes the site at `out` just what is planned.
  package func publish(
    _ files: [OutputFile], to out: String
  ) throws(ProjectError) -> PublishReport {
    let plan = try SitePlan(files)
    let output = try OutputFolder(out, root: root, on: fileSystem)
    // Asked again under the lock; here, so that a refused folder gets no staging beside it.
    _ = try output.state()
    try output.makeFoldersAbove()

    let staging = try Staging(beside: output, on: fileSystem)
    let report: PublishReport
    do throws(ProjectError) {
      try staging.recover()
      switch try output.state() {
      case .free: report = try create(plan, staging)
      case .managed(let former): report = try update(plan, former, staging)
      }
    } catch {
      staging.abandon()
      throw error
    }
    staging.remove()
    return report
  }

  /// Fills a new folder and moves it into place.
  private func create(
    _ plan: SitePlan, _ staging: borrowing Staging
  ) throws(ProjectError) -> PublishReport {
    var writer = StagingWriter(staging.site, on: fileSystem)
    try writer.start()
    for file in plan.files {
      try writer.write(try content(of: file), file.path)
    }
    try fileSystem.write(plan.manifest.bytes, to: join(staging.site, Manifest.name))
    try fileSystem.rename(staging.site, to: staging.output.path)
    return PublishReport(written: plan.files.map(\.path.text), unchanged: [], removed: [])
  }

  /// Stages what differs from the former site, then moves it.
  private func update(
    _ plan: SitePlan, _ former: Manifest, _ staging: borrowing Staging
  ) throws(ProjectError) -> PublishReport {
    let output = staging.output
    var survey = Survey(output, former: former, on: fileSystem)
    var statuses: [FileStatus?] = []
    for file in plan.files { statuses.append(try survey.formerFile(file.path)) }

    var writer = StagingWriter(staging.site, on: fileSystem)
    try writer.start()
    var changed: [SitePath] = []
    var unchanged: [String] = []
    for (file, status) in zip(plan.files, statuses) {
      let bytes = try content(of: file)
      if let status, try fileSystem.holds(output.absolute(file.path), status, bytes) {
        unchanged.append(file.path.text)
      } else {
        try writer.write(bytes, file.path)
        changed.append(file.path)
      }
    }
    var removed: [SitePath] = []
    if !changed.isEmpty || plan.manifest != former {
      try staging.commit(plan.manifest)
      var moves = Moves(output, on: fileSystem)
      removed = try moves.perform(changed, from: staging, former: former, new: plan.manifest)
    }
    return PublishReport(
      written: changed.map(\.text), unchanged: unchanged, removed: removed.map(\.text))
  }

  private func content(of file: SitePlan.File) throws(ProjectError) -> [UInt8] {
    switch file.content {
    case .bytes(let bytes):
      return bytes
    case .copy(of: let source):
      guard SitePath(source) != nil else { throw .uncopiableSource(path: source) }
      let real = try fileSystem.resolve(root.absolute(source))
      guard isInside(real, root.path), case .bytes(let bytes) = try fileSystem.read(real) else {
        throw .uncopiableSource(path: source)
      }
      return bytes
    }
  }
}

/// Writes files into a new folder, making each folder on the way once.
private struct StagingWriter {
  private let folder: String
  private let fileSystem: FileSystem
  private var made: Set<SitePath> = []

  init(_ folder: String, on fileSystem: FileSystem) {
    self.folder = folder
    self.fileSystem = fileSystem
  }

  func start() throws(ProjectError) {
    _ = try fileSystem.makeFolder(folder)
  }

  mutating func write(_ bytes: [UInt8], _ path: SitePath) throws(ProjectError) {
    if let above = path.folder { try make(above) }
    try fileSystem.write(bytes, to: join(folder, path.text))
  }

  private mutating func make(_ path: SitePath) throws(ProjectError) {
    guard !made.contains(path) else { return }
    if let above = path.folder { try make(above) }
    _ = try fileSystem.makeFolder(join(folder, path.text))
    made.insert(path)
  }
}

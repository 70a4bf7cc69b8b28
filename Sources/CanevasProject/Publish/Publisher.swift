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
    _ = try stage(plan, former: plan.files.map { _ in nil }, staging)
    try fileSystem.write(plan.manifest.bytes, to: join(staging.site, Manifest.name))
    try fileSystem.rename(staging.site, to: staging.output.path)
    return PublishReport(written: plan.files.map(\.path.text), unchanged: [], removed: [])
  }

  /// Stages what differs from the former site, then moves it.
  private func update(
    _ plan: SitePlan, _ former: Manifest, _ staging: borrowing Staging
  ) throws(ProjectError) -> PublishReport {
    var survey = Survey(staging.output, former: former, on: fileSystem)
    var statuses: [FileStatus?] = []
    for file in plan.files { statuses.append(try survey.formerFile(file.path)) }

    let isStaged = try stage(plan, former: statuses, staging)
    let paths = zip(plan.files.map(\.path), isStaged)
    let changed = paths.filter(\.1).map(\.0)
    var removed: [SitePath] = []
    if !changed.isEmpty || plan.manifest != former {
      try staging.commit(plan.manifest)
      var moves = Moves(staging.output, on: fileSystem)
      removed = try moves.perform(changed, from: staging, former: former, new: plan.manifest)
    }
    return PublishReport(
      written: changed.map(\.text), unchanged: paths.filter { !$0.1 }.map(\.0.text),
      removed: removed.map(\.text))
  }

  /// Writes the planned files into the staging folder, on all cores, but for those that the
  /// former site has just so. Tells which were written.
  private func stage(
    _ plan: SitePlan, former: [FileStatus?], _ staging: borrowing Staging
  ) throws(ProjectError) -> [Bool] {
    _ = try fileSystem.makeFolder(staging.site)
    // In their order, every folder comes after the one that it lies in.
    for folder in Set(plan.files.flatMap(\.path.folders)).sorted() {
      _ = try fileSystem.makeFolder(staging.absolute(folder))
    }
    let output = staging.output
    let site = staging.site
    let results = mapInParallel(Array(zip(plan.files, former))) { file, status in
      Result { () throws(ProjectError) in
        let bytes = try content(of: file)
        if let status, try fileSystem.holds(output.absolute(file.path), status, bytes) {
          return false
        }
        try fileSystem.write(bytes, to: join(site, file.path.text))
        return true
      }
    }
    var isStaged: [Bool] = []
    for result in results { isStaged.append(try result.get()) }
    return isStaged
  }

  private func content(of file: SitePlan.File) throws(ProjectError) -> [UInt8] {
    switch file.content {
    case .bytes(let bytes):
      return bytes
    case .copy(of: let source):
      return try root.copy(of: source, on: fileSystem)
    }
  }
}

extension CatalogueRoot {
  /// The bytes of a file that the site has a copy of; of none that lies elsewhere.
  package func copy(
    of source: String, on fileSystem: FileSystem
  ) throws(ProjectError) -> [UInt8] {
    guard SitePath(source) != nil else { throw .uncopiableSource(path: source) }
    let real = try fileSystem.resolve(absolute(source))
    guard isInside(real, path), case .bytes(let bytes) = try fileSystem.read(real) else {
      throw .uncopiableSource(path: source)
    }
    return bytes
  }
}

/// The folder beside the output in which a publish prepares what will take its place, on the same
/// file system so that every move is one step. It is there only while a publish is at work, or
/// after one that was killed.
///
///     .site.canevas-staging/
///       lock       held by the publish at work
///       site/…     new and changed files, under their paths in the site
///       journal    the new manifest; once it is there, the publish will be completed
struct Staging: ~Copyable {
  let output: OutputFolder
  let fileSystem: FileSystem
  private let path: String
  /// Held as long as the value lives.
  private let lock: FileLock

  /// Makes the folder and locks it. Throws `.busy` if another publish has it.
  init(beside output: OutputFolder, on fileSystem: FileSystem) throws(ProjectError) {
    let (folder, name) = split(output.path)
    let path = join(folder, ".\(name).canevas-staging")
    // Each turn means that another publish just ended and took the folder away.
    for _ in 0..<100 {
      if try !fileSystem.makeFolder(path), let kind = try fileSystem.status(path)?.kind,
        kind != .folder
      {
        throw .foreignFile(path: path)
      }
      if let lock = try fileSystem.lock(path + "/lock") {
        self.output = output
        self.fileSystem = fileSystem
        self.path = path
        self.lock = lock
        return
      }
    }
    throw .busy(path: path + "/lock")
  }

  var journal: String { path + "/journal" }
  private var draft: String { path + "/journal.draft" }
  var site: String { path + "/site" }

  /// Where a file waits for its move.
  func absolute(_ file: SitePath) -> String {
    site + "/" + file.text
  }

  /// Makes the new manifest the journal: from here on, the new site will take the former one's
  /// place, by this publish or, should it be killed, by the next one.
  func commit(_ manifest: Manifest) throws(ProjectError) {
    try fileSystem.write(manifest.bytes, to: draft)
    try fileSystem.rename(draft, to: journal)
  }

  /// Completes a publish that was killed after its commit, and throws away what one killed
  /// earlier left.
  func recover() throws(ProjectError) {
    guard try fileSystem.status(journal) != nil, let former = try output.manifest(),
      case .bytes(let bytes) = try fileSystem.read(journal)
    else { return try discard() }
    let new = try Manifest(bytes, path: journal)
    let staged = try stagedFiles()
    // Between the two publishes, anyone may have put a file there.
    var survey = Survey(output, former: former, on: fileSystem)
    for file in staged { _ = try survey.formerFile(file) }
    var moves = Moves(self.output, on: fileSystem)
    _ = try moves.perform(staged, from: self, former: former, new: new)
    try discard()
  }

  private func stagedFiles() throws(ProjectError) -> [SitePath] {
    var files: [SitePath] = []
    var folders = try fileSystem.status(site) == nil ? [] : [""]
    while let folder = folders.popLast() {
      for entry in try fileSystem.list(site + "/" + folder) {
        let text = folder.isEmpty ? entry.name : folder + "/" + entry.name
        if entry.kind == .folder {
          folders.append(text)
        } else if let path = SitePath(text) {
          files.append(path)
        }
      }
    }
    return files.sorted()
  }

  /// Removes everything but the lock. The journal goes first: without it, the rest means nothing.
  private func discard() throws(ProjectError) {
    for part in [journal, draft, site] { try fileSystem.removeTree(part) }
  }

  /// Takes the folder away. An error is of no consequence: the next publish throws away what is
  /// left.
  consuming func remove() {
    do throws(ProjectError) {
      try discard()
      try fileSystem.removeFile(path + "/lock")
      _ = try fileSystem.removeFolder(path)
    } catch {}
  }

  /// Takes the folder away after a failure, unless the publish was committed and the next one has
  /// to complete it.
  consuming func abandon() {
    do throws(ProjectError) {
      if try fileSystem.status(journal) == nil { remove() }
    } catch {}
  }
}

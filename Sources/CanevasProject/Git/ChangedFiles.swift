import CanevasSource

extension Repository {
  /// The documents that differ between two snapshots, in the order of their paths, renames
  /// followed. Only what differs is read.
  ///
  /// What is on the disk is read from there, as its author's editor shows it. Whether it differs
  /// is git's judgement, which looks at what it would store: a file whose line ends alone were
  /// converted, by `core.autocrlf` say, is the same.
  package func changedFiles(
    from old: Snapshot, to new: Snapshot
  ) throws(ProjectError) -> [ChangedFile] {
    guard old != new else { return [] }
    let comparison = try startComparing(old, new)
    let reader = try startReader()
    let others = [old, new].contains(.workingTree) ? try startListingUntracked() : nil
    var changes = try changes(from: old, to: new, told: comparison)
    let untracked = try others.map(self.untracked) ?? []
    changes += untracked.map { new == .workingTree ? Change(new: $0) : Change(old: $0) }
    let objects = changes.flatMap { [$0.old, $0.new] }.compactMap { $0?.object }
    let contents = try contents(of: objects, from: reader)
    var next = contents.makeIterator()
    var files: [ChangedFile] = []
    for change in changes {
      let file = ChangedFile(
        old: try read(change.old, &next), new: try read(change.new, &next))
      // A file that was only touched, or is gone since git looked.
      let isSame = file.old?.bytes == file.new?.bytes && change.old?.path == change.new?.path
      if !isSame, file.old != nil || file.new != nil { files.append(file) }
    }
    if !untracked.isEmpty { files = followingRenames(files) }
    return files.sorted { $0.path.precedes($1.path) }
  }

  /// The path in a snapshot of every file that has another one in the working tree, by the new
  /// path.
  func formerPaths(since snapshot: Snapshot) throws(ProjectError) -> [String: String] {
    var paths: [String: String] = [:]
    let comparison = try startComparing(snapshot, .workingTree)
    for change in try changes(from: snapshot, to: .workingTree, told: comparison) {
      if let old = change.old, let new = change.new, old.path != new.path {
        paths[new.path] = old.path
      }
    }
    return paths
  }
}

extension Repository {
  /// A document in a snapshot.
  fileprivate struct Version {
    let path: String
    /// The name of its contents; `nil` where they are on the disk.
    let object: String?
  }

  fileprivate struct Change {
    var old: Version?
    var new: Version?
  }

  /// Lets git look for what differs; `nil` for a snapshot and itself.
  fileprivate func startComparing(
    _ old: Snapshot, _ new: Snapshot
  ) throws(ProjectError) -> RunningProcess? {
    guard let sides = sides(from: old, to: new) else { return nil }
    // Outside of any repository, git would compare the two folders with each other.
    if sides.allSatisfy({ $0.hasPrefix("-") }) { _ = try output(["rev-parse", "--git-dir"]) }
    let options = ["diff", "--raw", "-z", "--no-abbrev", "--find-renames", "--relative"]
    return try start(options + sides + ["--"] + CatalogueRoot.folders)
  }

  /// The documents that git knows and that differ, as it tells them.
  fileprivate func changes(
    from old: Snapshot, to new: Snapshot, told comparison: RunningProcess?
  ) throws(ProjectError) -> [Change] {
    guard let comparison else { return [] }
    var fields = try output(of: comparison).split(separator: 0)[...]
    var changes: [Change] = []
    // :<mode> <mode> <object> <object> <status> NUL <path> NUL [<path> NUL]
    while let words = fields.popFirst()?.dropFirst().split(separator: 0x20), words.count == 5,
      let path = fields.popFirst()
    {
      let status = words[4].first
      let newPath = status == UInt8(ascii: "R") ? fields.popFirst() ?? path : path
      if status == UInt8(ascii: "U") {
        // Git compares the working tree with our side, in an entry of its own.
        if [old, new].contains(.workingTree) { continue }
        throw .unmerged(path: String(decoding: path, as: UTF8.self))
      }
      let change = Change(
        old: version(path, mode: words[0], object: old == .workingTree ? nil : words[2]),
        new: version(newPath, mode: words[1], object: new == .workingTree ? nil : words[3]))
      if change.old != nil || change.new != nil { changes.append(change) }
    }
    return changes
  }

  /// What `git diff` is asked; `nil` for a snapshot and itself.
  private func sides(from old: Snapshot, to new: Snapshot) -> [String]? {
    switch (old, new) {
    case (.index, .index), (.workingTree, .workingTree): nil
    case (.commit(let old), .commit(let new)): old == new ? nil : [old, new]
    case (.commit(let old), .index): ["--cached", old]
    case (.index, .commit(let new)): ["--cached", "-R", new]
    case (.commit(let old), .workingTree): [old]
    case (.workingTree, .commit(let new)): ["-R", new]
    case (.index, .workingTree): []
    case (.workingTree, .index): ["-R"]
    }
  }

  /// A side of an entry; `nil` where there is nothing, or nothing that the catalogue reads.
  private func version(
    _ path: ArraySlice<UInt8>, mode: ArraySlice<UInt8>, object: ArraySlice<UInt8>?
  ) -> Version? {
    let path = String(decoding: path, as: UTF8.self)
    guard mode.starts(with: "100".utf8), isSource(path) else { return nil }
    return Version(path: path, object: object.map { String(decoding: $0, as: UTF8.self) })
  }

  fileprivate func startListingUntracked() throws(ProjectError) -> RunningProcess {
    try start(
      ["ls-files", "--others", "--exclude-standard", "-z", "--"] + CatalogueRoot.folders)
  }

  /// The documents on the disk that git neither knows nor ignores.
  fileprivate func untracked(
    _ listing: RunningProcess
  ) throws(ProjectError) -> [Version] {
    try output(of: listing).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      .filter(isSource).map { Version(path: $0, object: nil) }
  }

  /// The file of a version, the bytes of whose object come next; `nil` for what is on the disk
  /// and is no file.
  fileprivate func read(
    _ version: Version?, _ next: inout IndexingIterator<[[UInt8]]>
  ) throws(ProjectError) -> SourceFile? {
    guard let version else { return nil }
    if version.object != nil {
      return next.next().map { SourceFile(path: version.path, bytes: $0) }
    }
    let path = root.absolute(version.path)
    guard try fileSystem.status(path)?.kind == .file,
      case .bytes(let bytes) = try fileSystem.read(path)
    else { return nil }
    return SourceFile(path: version.path, bytes: bytes)
  }
}

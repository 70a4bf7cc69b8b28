import CanevasReview
import CanevasSource

extension Repository {
  /// Compares the documents that differ between two snapshots, those that `isSelected` lets pass.
  package func compare(
    _ pair: SnapshotPair, where isSelected: (String) -> Bool
  ) throws(ProjectError) -> ComparedStates {
    let changes = try changedFiles(from: pair.old.snapshot, to: pair.new.snapshot).filter {
      change in
      [change.old, change.new].contains { file in file.map { isSelected($0.path) } ?? false }
    }
    return ComparedStates(
      old: pair.old.name, new: pair.new.name, comparison: comparison(of: changes))
  }

  /// What was last committed, and what is staged or on the disk.
  package func changesSinceLastCommit(staged: Bool) throws(ProjectError) -> SnapshotPair {
    let head = try snapshot("HEAD")
    return SnapshotPair(
      old: NamedSnapshot(head, name: Bilingual("HEAD", "HEAD")),
      new: staged ? .index : .workingTree)
  }
}

extension Session {
  /// Whether a path from the root lies in one of some files and folders, which need not exist any
  /// more; all do if there are none.
  package func covers(_ paths: [String]) throws(ProjectError) -> (String) -> Bool {
    var kept: [String] = []
    for path in paths {
      let real = try fileSystem.target(path)
      guard isInside(real, root.path) || isInside(root.path, real) else {
        throw .outsideCatalogue(path: path)
      }
      kept.append(real)
    }
    return { path in
      kept.isEmpty || kept.contains { isInside(root.absolute(path), $0) }
    }
  }
}

extension FileSystem {
  /// The absolute path without links of something that need not exist.
  fileprivate func target(_ path: String) throws(ProjectError) -> String {
    if try status(path) != nil { return try resolve(path) }
    let (folder, name) = split(path)
    let (parent, rest) = try nearestFolder(folder)
    return join(rest.isEmpty ? parent : join(parent, rest), name)
  }
}

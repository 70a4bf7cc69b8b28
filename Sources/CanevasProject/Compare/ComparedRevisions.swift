import CanevasReview
import CanevasSource

extension Repository {
  /// Compares the documents that differ between two states, those that `isSelected` lets pass: none
  /// or one revision with the working tree, or with what is staged; a range; two revisions.
  /// `withSideEffects` looks at the rest of the catalogue, too.
  package func compare(
    _ revisions: [String], staged: Bool, where isSelected: (String) -> Bool,
    withSideEffects: Bool
  ) throws(ProjectError) -> ComparedStates {
    var (states, pair) = try compare(revisions, staged: staged, where: isSelected)
    if withSideEffects { try states.addSideEffects(of: pair, in: self) }
    return states
  }

  private func compare(
    _ revisions: [String], staged: Bool, where isSelected: (String) -> Bool
  ) throws(ProjectError) -> (ComparedStates, SnapshotPair) {
    // Git takes revisions as they are typed. Only where it does not is it asked which it knows:
    // every question costs a process.
    if let pair = typed(revisions, staged: staged),
      let states = try? compare(pair, where: isSelected)
    {
      return (states, pair)
    }
    let pair = try resolved(revisions, staged: staged)
    return (try compare(pair, where: isSelected), pair)
  }

  private func compare(
    _ pair: SnapshotPair, where isSelected: (String) -> Bool
  ) throws(ProjectError) -> ComparedStates {
    let changes = try changedFiles(from: pair.old.snapshot, to: pair.new.snapshot).filter {
      change in
      [change.old, change.new].contains { file in file.map { isSelected($0.path) } ?? false }
    }
    return ComparedStates(
      old: pair.old.name, new: pair.new.name, comparison: comparison(of: changes))
  }

  private func resolved(
    _ revisions: [String], staged: Bool
  ) throws(ProjectError) -> SnapshotPair {
    if revisions.count > 1 { return try snapshots(revisions[0], revisions[1]) }
    let pair = try snapshots(revisions.first ?? "HEAD")
    return staged ? SnapshotPair(old: pair.old, new: .index) : pair
  }

  /// The two sides without asking git; `nil` of what it may take for something else than a commit,
  /// and of a range from where two sides parted.
  private func typed(_ revisions: [String], staged: Bool) -> SnapshotPair? {
    var names = revisions.isEmpty ? ["HEAD"] : revisions
    if names.count == 1, let dots = names[0].firstRange(of: "..") {
      names = [String(names[0][..<dots.lowerBound]), String(names[0][dots.upperBound...])]
      names = names.map { $0.isEmpty ? "HEAD" : $0 }
    }
    guard
      names.allSatisfy({ name in
        !name.isEmpty && !name.contains("..") && !"-^.:".contains(name.first ?? "-")
      })
    else { return nil }
    let sides = names.map { name in
      NamedSnapshot(.commit(name + "^{commit}"), name: Bilingual(name, name))
    }
    return SnapshotPair(
      old: sides[0], new: sides.count > 1 ? sides[1] : staged ? .index : .workingTree)
  }
}

extension FileSystem {
  /// The absolute path without links of something that need not exist.
  func target(_ path: String) throws(ProjectError) -> String {
    if try status(path) != nil { return try resolve(path) }
    let (folder, name) = split(path)
    let (parent, rest) = try nearestFolder(folder)
    return join(rest.isEmpty ? parent : join(parent, rest), name)
  }
}

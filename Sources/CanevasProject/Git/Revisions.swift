import CanevasSource

extension Repository {
  /// The commit that a revision names. `HEAD` is the empty tree before the first commit.
  package func snapshot(_ revision: String) throws(ProjectError) -> Snapshot {
    .commit(try commit(revision))
  }

  /// The two sides that a revision or a range names, as git reads it for `git diff`: « REV » is
  /// compared with the working tree, « A..B » are two commits, « A...B » is where B left A and B.
  /// A side of a range that is left out is `HEAD`.
  package func snapshots(_ range: String) throws(ProjectError) -> SnapshotPair {
    guard let sides = RevisionRange(range) else {
      return SnapshotPair(old: named(range, try commit(range)), new: .workingTree)
    }
    return try snapshots(sides)
  }

  private func snapshots(_ range: RevisionRange) throws(ProjectError) -> SnapshotPair {
    var arguments = [range.old, range.new].map(Self.peeled)
    if range.isFromBase { arguments.append(range.old + "..." + range.new) }
    let names = try resolve(arguments)
    guard names.count == 2 || range.isFromBase && names.count > 2 else {
      return try slowly(range)
    }
    let new = named(range.new, names[1])
    guard range.isFromBase else { return SnapshotPair(old: named(range.old, names[0]), new: new) }
    // The commits that git leaves out are those where the two sides part.
    guard let base = names.first(where: { $0.hasPrefix("^") })?.dropFirst() else {
      throw .noCommonCommit(range.old, range.new)
    }
    return SnapshotPair(
      old: NamedSnapshot(
        .commit(String(base)),
        name: Bilingual(
          "base commune de \(range.old) et \(range.new)",
          "merge base of \(range.old) and \(range.new)")),
      new: new)
  }

  /// Two revisions, each in its own argument.
  package func snapshots(_ old: String, _ new: String) throws(ProjectError) -> SnapshotPair {
    let names = try resolve([old, new].map(Self.peeled))
    guard names.count == 2 else {
      return SnapshotPair(old: named(old, try commit(old)), new: named(new, try commit(new)))
    }
    return SnapshotPair(old: named(old, names[0]), new: named(new, names[1]))
  }

  /// The commit that the working tree and `revision` both come from; `revision` itself where git
  /// knows none, as in a shallow clone.
  func base(of revision: String) throws(ProjectError) -> Snapshot {
    let commit = try commit(revision)
    let base = try run(["merge-base", commit, "HEAD"])
    return .commit(base.status == 0 ? line(base.output) : commit)
  }

  /// A range whose sides could not be resolved at one go: says which of them git does not know.
  private func slowly(_ range: RevisionRange) throws(ProjectError) -> SnapshotPair {
    let old = try commit(range.old)
    let new = try commit(range.new)
    // Both are known: one is an unborn HEAD, which parts from nothing.
    guard !range.isFromBase else { throw .noCommonCommit(range.old, range.new) }
    return SnapshotPair(old: named(range.old, old), new: named(range.new, new))
  }

  private func named(_ revision: String, _ commit: String) -> NamedSnapshot {
    NamedSnapshot(.commit(commit), name: Bilingual(revision, revision))
  }

  private func commit(_ revision: String) throws(ProjectError) -> String {
    let names = try resolve([Self.peeled(revision)])
    if names.count == 1 { return names[0] }
    if revision == "HEAD" || revision == "@", try run(["symbolic-ref", "-q", "HEAD"]).status == 0 {
      return line(try output(["hash-object", "-t", "tree", "--stdin"]))
    }
    throw .unknownRevision(revision)
  }

  /// The commit of a revision, which may be a tag's name; what begins like an option is none.
  private static func peeled(_ revision: String) -> String {
    revision.hasPrefix("-") ? "" : revision + "^{commit}"
  }

  /// The full names that revisions stand for, at the price of one process; none if git does not
  /// know one of them. Of a revision that it takes for several, « ^main », nothing is left.
  private func resolve(_ revisions: [String]) throws(ProjectError) -> [String] {
    guard !revisions.contains("") else { return [] }
    let process = try run(["rev-parse", "--revs-only"] + revisions + ["--"])
    guard process.status == 0 else { return [] }
    let names = process.output.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    // Each revision gives its name, in its order, and a range what it is made of behind.
    guard names.prefix(2).allSatisfy({ $0.first?.isHexDigit == true }) else { return [] }
    return names
  }
}

/// A range of revisions as git writes it.
private struct RevisionRange {
  let old: String
  let new: String
  /// Three dots: the older side is where the newer one left it.
  let isFromBase: Bool

  /// `nil` for a single revision.
  init?(_ text: String) {
    guard let dots = text.firstRange(of: ".."), text != "..", text != "..." else { return nil }
    let rest = text[dots.upperBound...]
    isFromBase = rest.first == "."
    old = dots.lowerBound == text.startIndex ? "HEAD" : String(text[..<dots.lowerBound])
    let new = rest.dropFirst(isFromBase ? 1 : 0)
    self.new = new.isEmpty ? "HEAD" : String(new)
  }
}

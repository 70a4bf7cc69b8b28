package import CanevasSource

/// A state of a catalogue's sources that can be compared with another one.
package enum Snapshot: Hashable, Sendable {
  /// A commit, by its full name; or a tree, which is the empty one where nothing is committed yet.
  case commit(String)
  /// What is staged.
  case index
  /// What is on the disk, files that git does not know yet among it, but none that it ignores.
  case workingTree
}

/// A snapshot as a reader knows it.
package struct NamedSnapshot: Hashable, Sendable {
  package let snapshot: Snapshot
  /// The revision as it was typed, « main », or words: « dossier de travail ».
  package let name: Bilingual

  package init(_ snapshot: Snapshot, name: Bilingual) {
    self.snapshot = snapshot
    self.name = name
  }

  /// What is staged.
  package static let index = NamedSnapshot(.index, name: Bilingual("index", "index"))
  /// What is on the disk.
  package static let workingTree = NamedSnapshot(
    .workingTree, name: Bilingual("dossier de travail", "working tree"))
}

/// The two sides of a comparison.
package struct SnapshotPair: Hashable, Sendable {
  package let old: NamedSnapshot
  package let new: NamedSnapshot

  package init(old: NamedSnapshot, new: NamedSnapshot) {
    self.old = old
    self.new = new
  }
}

/// A document that differs between two snapshots; at least one side is there. Two paths mean that
/// it was renamed, with the same bytes maybe.
package struct ChangedFile: Hashable, Sendable {
  package let old: SourceFile?
  package let new: SourceFile?

  package init(old: SourceFile?, new: SourceFile?) {
    self.old = old
    self.new = new
  }

  /// The path by which it is known last.
  package var path: String { (new ?? old)?.path ?? "" }
}

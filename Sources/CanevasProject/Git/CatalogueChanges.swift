package import CanevasLink
import CanevasModel
package import CanevasRender
package import CanevasReview
import CanevasSource
import CanevasSyntax

extension Session {
  /// The git repository that the catalogue may be kept in.
  package var repository: Repository { Repository(holding: root, on: fileSystem) }

  /// The catalogue of a snapshot, unchecked: documents with errors are in it as far as they could
  /// be read.
  package func catalogue(
    at snapshot: Snapshot, in repository: Repository
  ) throws(ProjectError) -> Catalogue {
    let loaded = try repository.files(at: snapshot)
    return Catalogue(mapInParallel(loaded.sources, loaded.reading), assets: loaded.assets)
  }

  /// What became of the catalogue between two snapshots. Documents have the titles that they have
  /// in `catalogue`, the newer one.
  package func changelog(
    of pair: SnapshotPair, in repository: Repository, naming catalogue: Catalogue
  ) throws(ProjectError) -> Changelog {
    let files = try repository.changedFiles(from: pair.old.snapshot, to: pair.new.snapshot)
    let changes = mapInParallel(files) { file in
      DocumentChange(old: file.old.flatMap(document), new: file.new.flatMap(document))
    }
    return Changelog(changes) { id in
      catalogue.index(of: id).map { catalogue.documents[$0].title }
    }
  }

  /// What the commits between two snapshots brought, day by day; what is not committed yet has no
  /// day.
  package func history(
    of pair: SnapshotPair, in repository: Repository, naming catalogue: Catalogue
  ) throws(ProjectError) -> History {
    guard case .commit(let old) = pair.old.snapshot, try repository.hasCommits else {
      return History()
    }
    var new = "HEAD"
    if case .commit(let name) = pair.new.snapshot { new = name }
    return try HistoryReading(of: old + ".." + new, in: repository).history(naming: catalogue)
  }
}

/// A file as a document, read on its own; one in no known folder is none.
private func document(_ file: SourceFile) -> TypedDocument? {
  guard case .document(let document) = ReadFile(file) else { return nil }
  return document
}

extension PageChanges {
  /// Plans and compares two sites in memory.
  package init(from old: Site, to new: Site) {
    let before = old.browserPages
    let after = new.browserPages
    let addresses = Set(before.keys).union(after.keys).sorted()
    self.init(
      mapInParallel(addresses) { address in
        new.change(at: address, from: before[address], of: old, to: after[address])
      }.compactMap(\.self))
  }
}

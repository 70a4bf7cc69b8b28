import CanevasCheck
import CanevasLink
import CanevasReview
import CanevasSource

extension ComparedStates {
  /// Adds what the difference of two snapshots does to the rest of the catalogue.
  mutating func addSideEffects(
    of pair: SnapshotPair, in repository: Repository
  ) throws(ProjectError) {
    let session = Session(root: repository.root, on: repository.fileSystem)
    let old = try repository.files(at: pair.old.snapshot)
    let new = try repository.files(at: pair.new.snapshot)
    comparison.sideEffects = session.sideEffects(from: old, to: new, of: comparison)
  }

  /// Adds what the difference of two folders does, where both hold a catalogue.
  package mutating func addSideEffects(
    from old: String, to new: String, on fileSystem: FileSystem
  ) throws(ProjectError) {
    var states: [(session: Session, loaded: LoadedFiles)] = []
    for folder in [old, new] {
      guard try fileSystem.status(join(folder, CatalogueRoot.sheet)) != nil else { return }
      let session = Session(
        root: try CatalogueRoot(nearestTo: folder, on: fileSystem), on: fileSystem)
      states.append((session, session.load()))
    }
    comparison.sideEffects = states[1].session.sideEffects(
      from: states[0].loaded, to: states[1].loaded, of: comparison)
  }
}

extension Session {
  /// What the difference of two states of the catalogue does to documents that it does not touch.
  /// Documents that are the same in both are read once; each state is checked by its own settings.
  fileprivate func sideEffects(
    from old: LoadedFiles, to new: LoadedFiles, of comparison: CatalogueComparison
  ) -> [SideEffect] {
    let now = mapInParallel(new.sources, new.reading)
    let states = new.states
    let readings = Dictionary(
      zip(new.sources.map(\.path), now), uniquingKeysWith: { first, _ in first })
    let before = mapInParallel(old.sources) { file in
      guard let reading = readings[file.path], let state = states[file.path],
        state.file == file, state.defects == old.defects[file.path] ?? []
      else { return old.reading(of: file) }
      return reading
    }
    return CanevasReview.sideEffects(
      from: checked(Catalogue(before, assets: old.assets)),
      to: checked(Catalogue(now, assets: new.assets)), of: comparison)
  }

  private func checked(_ catalogue: Catalogue) -> CheckedCatalogue {
    CheckedCatalogue(catalogue, findings: check(catalogue).map(Policy(of: catalogue).applied))
  }
}

package import CanevasReview
import CanevasCheck
import CanevasLink
import CanevasSource

extension Session {
  /// What the difference of two states of the catalogue does to documents that it does not touch.
  /// Documents that are the same in both are read once; each state is checked by its own settings.
  package func sideEffects(
    from old: LoadedFiles, to new: LoadedFiles, of comparison: CatalogueComparison
  ) -> [SideEffect] {
    let now = mapInParallel(new.sources, new.reading)
    let states = new.states
    let readings = Dictionary(
      zip(new.sources.map(\.path), now), uniquingKeysWith: { first, _ in first })
    let before = mapInParallel(old.sources) { file in
      let reading = readings[file.path]
      let isSame = states[file.path].map {
        $0.file == file && $0.defects == old.defects[file.path] ?? []
      }
      return isSame == true ? reading! : old.reading(of: file)
    }
    return CanevasReview.sideEffects(
      from: checked(Catalogue(before, assets: old.assets)),
      to: checked(Catalogue(now, assets: new.assets)), of: comparison)
  }

  private func checked(_ catalogue: Catalogue) -> CheckedCatalogue {
    CheckedCatalogue(catalogue, findings: check(catalogue).map(Policy(of: catalogue).applied))
  }
}

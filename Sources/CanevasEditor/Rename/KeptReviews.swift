import CanevasLink
import CanevasModel
import CanevasSource

extension CatalogueEdit {
  /// The same changes, with the records of the canvases that were reviewed against what they
  /// change: a new name gives no cause to review again. What was to be reviewed before, still is.
  func keepingReviews(in catalogue: Catalogue) -> CatalogueEdit {
    var kept = self
    for (path, edits) in edits {
      guard let index = DocumentID(path: path).flatMap(catalogue.index(of:)) else { continue }
      let reviewers = catalogue.reviewers(of: index)
      guard !reviewers.isEmpty else { continue }
      let now = catalogue.documents[index].applying(edits).fingerprint.description
      for canvas in reviewers {
        let records = catalogue.entries(of: canvas, upToDateWith: index)
          .map { TextEdit($0.fingerprintRange, now) }
        let file = catalogue.documents[canvas].file
        kept.edits[file.path, default: []] += records
        kept.edits[file.path]?.sort { $0.range < $1.range }
      }
    }
    return kept
  }
}

extension Catalogue {
  /// What the record of a canvas has on a document that is as it was reviewed.
  fileprivate func entries(
    of canvas: Index, upToDateWith index: Index
  ) -> [ReviewRecord.Entry] {
    (review(of: canvas)?.entries ?? []).filter {
      document($0.document, in: canvas) == index && $0.fingerprint == fingerprint(of: index)
    }
  }
}

package import CanevasLink
package import CanevasModel
import CanevasReview
package import CanevasSource

extension Session {
  /// What came of accepting canvases as reviewed.
  package struct Acceptance: Sendable {
    /// A document that a canvas rests on, in its records before and after.
    package struct Change: Hashable, Sendable {
      package let document: Catalogue.Index
      package let before: DocumentFingerprint?
      package let after: DocumentFingerprint?
    }

    /// A canvas that is left as it is.
    package enum Refusal: Sendable {
      /// Its metadata hold an error.
      case faulty(Diagnostic)
      /// The record could not be read from where it would stand.
      case unwritable
      /// In the record stand words that would be lost.
      case holdsWords(ByteRange)
      case failed(ProjectError)
    }

    /// The canvases whose records were written, each with what the review was about.
    package fileprivate(set) var accepted: [(canvas: Catalogue.Index, changes: [Change])] = []
    /// The canvases whose records say already what they would say.
    package fileprivate(set) var upToDate: [Catalogue.Index] = []
    package fileprivate(set) var refused: [(canvas: Catalogue.Index, why: Refusal)] = []
  }

  /// Takes canvases of a checked catalogue for reviewed on a day against what they rest on: each
  /// file that changes is written once, in one step.
  package func accept(
    _ canvases: [Catalogue.Index], of checked: Checked, on day: PartialDate
  ) -> Acceptance {
    var acceptance = Acceptance()
    for canvas in canvases {
      let file = checked.catalogue.documents[canvas].file
      if let error = checked.metadataError(of: canvas) {
        acceptance.refused.append((canvas, .faulty(error)))
        continue
      }
      switch ReviewRecording(of: canvas, in: checked.catalogue, on: day) {
      case .upToDate: acceptance.upToDate.append(canvas)
      case .impossible: acceptance.refused.append((canvas, .unwritable))
      case .holdsWords(let words): acceptance.refused.append((canvas, .holdsWords(words)))
      case .edit(let edit):
        do throws(ProjectError) {
          try write(
            SourceFile(path: file.path, bytes: [edit].applied(to: file.bytes)), over: file)
          acceptance.accepted.append((canvas, checked.catalogue.changes(of: canvas)))
        } catch {
          acceptance.refused.append((canvas, .failed(error)))
        }
      }
    }
    return acceptance
  }
}

extension Session.Checked {
  /// The first error by which it is doubtful what a canvas rests on. Those of its record are not
  /// among them: it is written anew.
  fileprivate func metadataError(of canvas: Catalogue.Index) -> Diagnostic? {
    let document = catalogue.documents[canvas]
    let metadata = document.head.metadata
    let record = metadata.entry(.reviewed)?.range
    return diagnostics.first { found in
      guard found.severity == .error, found.location.path == document.file.path,
        record?.contains(found.location.range) != true
      else { return false }
      guard document.isParsed, let list = metadata.range else { return true }
      return found.location.range.lowerBound <= list.upperBound
        || found.location.range == formattingObstacle(of: document)?.range
    }
  }
}

extension Catalogue {
  /// What a review of a canvas changes in its record.
  fileprivate func changes(of canvas: Index) -> [Session.Acceptance.Change] {
    let entries = review(of: canvas)?.entries ?? []
    let former = Dictionary(
      entries.compactMap { entry in
        document(entry.document, in: canvas).map { ($0, entry.fingerprint) }
      }, uniquingKeysWith: { first, _ in first })
    let basis = reviewed(by: canvas)
    let left = former.keys.filter { !basis.contains($0) }.sorted()
    return basis.map {
      .init(document: $0, before: former[$0], after: fingerprint(of: $0))
    } + left.map { .init(document: $0, before: former[$0], after: nil) }
  }
}

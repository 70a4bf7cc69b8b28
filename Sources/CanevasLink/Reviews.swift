package import CanevasModel
import CanevasSource
import CanevasSyntax

/// A document that is no longer what a canvas was reviewed against.
package struct Suspect: Hashable, Sendable {
  package let document: Catalogue.Index
  /// What it says now.
  package let fingerprint: DocumentFingerprint
  /// The place in the record of the entry that it was reviewed by; `nil` for an experiment on the
  /// canvas that came after the review.
  package let entry: Int?
}

extension Catalogue {
  /// What a document says, in short.
  package func fingerprint(of index: Index) -> DocumentFingerprint {
    fingerprints[index] ?? documents[index].fingerprint
  }

  /// The record of a canvas's last review.
  package func review(of canvas: Index) -> ReviewRecord? {
    guard case .canvas(let facts) = documents[canvas].facts else { return nil }
    return facts.reviewed
  }

  /// The canvases that were reviewed against a document.
  package func reviewers(of index: Index) -> [Index] {
    documents(of: .canvas).filter { canvas in
      review(of: canvas)?.entries.contains { document($0.document, in: canvas) == index } ?? false
    }
  }

  /// What a canvas is to be reviewed against: its themes, the cases that inspire it, its sources,
  /// and the experiments that test it. What cannot be read is left out.
  package func reviewed(by canvas: Index) -> [Index] {
    guard case .canvas(let facts) = documents[canvas].facts else { return [] }
    func linked(_ values: [LinkedValue], _ kind: Kind) -> [Index] {
      values.compactMap { document($0, in: canvas) }.filter { documents[$0].id.kind == kind }
    }
    let cases = mentionedDocuments(in: canvas).filter { documents[$0].id.kind == .inspiringCase }
    var seen: Set<Index> = []
    return
      (linked(facts.themes, .theme) + cases + linked(facts.sources, .source) + experiments(canvas))
      .filter { documents[$0].isParsed && seen.insert($0).inserted }
  }

  /// The documents that say something else than when a canvas was reviewed, in the order of its
  /// record, then the experiments that came since. Without a record there is nothing to suspect;
  /// whatever its own author took in or left out since, the author knows.
  package func suspects(of canvas: Index) -> [Suspect] {
    guard let record = review(of: canvas), !record.entries.isEmpty else { return [] }
    var suspects: [Suspect] = []
    var known: Set<Index> = []
    var isWhole = true
    for (number, entry) in record.entries.enumerated() {
      guard let index = document(entry.document, in: canvas) else {
        isWhole = false
        continue
      }
      guard known.insert(index).inserted, isReadAsMeant(index) else { continue }
      let now = fingerprint(of: index)
      guard now != entry.fingerprint else { continue }
      suspects.append(Suspect(document: index, fingerprint: now, entry: number))
    }
    // A link that leads nowhere may be any experiment's.
    guard isWhole else { return suspects }
    return suspects
      + experiments(canvas).filter { documents[$0].isParsed && !known.contains($0) }.map {
        Suspect(document: $0, fingerprint: fingerprint(of: $0), entry: nil)
      }
  }

  /// The documents that a document says something of, in the order of its links; what it was
  /// reviewed against is not among them for that alone.
  package func mentionedDocuments(in source: Index) -> [Index] {
    zip(documents[source].links, targets[source]).compactMap { link, target in
      guard link.role != .review, case .document(let index, _) = target else { return nil }
      return index
    }
  }

  /// The experiments that test a canvas, by title.
  private func experiments(_ canvas: Index) -> [Index] {
    linking(to: canvas, as: .testedCanvas, kind: .experiment)
  }

  /// Notes what the documents say that a canvas was reviewed against, if that is not known.
  mutating func takeFingerprints(recordedBy canvas: Index) {
    for entry in review(of: canvas)?.entries ?? [] {
      guard let index = document(entry.document, in: canvas), fingerprints[index] == nil
      else { continue }
      fingerprints[index] = documents[index].fingerprint
    }
  }
}

extension Catalogue {
  /// Whether no slip hides what a document says. One that does is told by itself, and mending it
  /// may make the document say again what it said.
  private func isReadAsMeant(_ index: Index) -> Bool {
    documents[index].isParsed && linkDefects[index].isEmpty
      && documents[index].defects.allSatisfy { defect in
        switch defect.kind {
        case .unknownKey, .malformedMetadata, .unknownHeading, .headingWithoutSpace,
          .conflictMarker:
          false
        default: true
        }
      }
  }
}

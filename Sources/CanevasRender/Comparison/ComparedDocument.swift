import CanevasCheck
import CanevasModel
import CanevasReview
import CanevasSource
import CanevasTemplate

/// One document of a comparison, as the template is given it.
struct ComparedDocument {
  private let comparison: DocumentComparison
  private let id: String
  private let words: ComparisonPageWords
  private let rows: ComparedRows

  init(
    _ comparison: DocumentComparison, id: String, words: ComparisonPageWords, links: SourceLinks
  ) {
    self.comparison = comparison
    self.id = id
    self.words = words
    rows = ComparedRows(comparison, id: id, words: words, links: links)
  }

  var values: TemplateValue {
    let document = comparison.document
    let pieces = Alignment(comparison).pieces
    let parts = parts(of: pieces)
    let touched = pieces.filter { $0.isSection && $0.isTouched }
    return [
      "id": .text(id), "fate": .text(comparison.fate.rawValue),
      "fateName": .html(typeset(words.review.name(of: comparison.fate))),
      "isAdded": .bool(comparison.fate == .added),
      "isRemoved": .bool(comparison.fate == .removed),
      "isCompared": .bool(comparison.matching != nil),
      "kind": .html(typeset(words.review.kind(document.id.kind))),
      "title": title(in: pieces),
      "plainTitle": .html(typeset(document.title)),
      "path": .text(comparison.path),
      "formerPath": comparison.formerPath.map { .text($0) } ?? .absent,
      "status": status,
      "notices": .list(words.review.notices(of: comparison).map { .html(typeset($0)) }),
      "counts": .html(typeset(words.review.counts(of: comparison))),
      "hasSections": .bool(touched.count > 1 && comparison.matching != nil),
      "touched": .list(
        touched.map { piece in
          [
            "id": .text(rows.id(of: piece)), "heading": .html(typeset(rows.heading(of: piece))),
            "counts": .html(typeset(words.signs(of: piece.flattened))),
          ]
        }),
      "parts": .list(parts),
    ]
  }

  /// The title, marked where it was another.
  private func title(in pieces: [AlignedPiece]) -> TemplateValue {
    let piece = pieces.first { $0.kind == .title }
    guard let piece, let change = piece.change, comparison.fate == .changed else {
      return .html(typeset(comparison.document.title))
    }
    var text = MarkedText()
    text.append(change.runs, .both)
    return .html(text.html.isEmpty ? typeset(comparison.document.title) : text.html)
  }

  /// The status where it changed.
  private var status: TemplateValue {
    guard let change = comparison.statusChange else { return .absent }
    return [
      "old": .html(typeset(change.old ?? "—")), "new": .html(typeset(change.new ?? "—")),
    ]
  }

  /// The document from its top: rows, the table of the metadata, sections.
  private func parts(of pieces: [AlignedPiece]) -> [TemplateValue] {
    var parts: [TemplateValue] = []
    var text: [AlignedPiece] = []
    var entries: [AlignedPiece] = []
    func close() {
      if !text.isEmpty { parts.append(["stretches": rows.stretches(of: text)]) }
      if !entries.isEmpty { parts.append(["metadata": rows.metadata(entries)]) }
      let inside = entries.flatMap(\.children).flatMap(\.flattened)
      if !inside.isEmpty { parts.append(["stretches": rows.stretches(of: inside)]) }
      text = []
      entries = []
    }
    for piece in pieces {
      switch piece.kind {
      case .title, .comment, .document: continue
      case .entry:
        if !text.isEmpty { close() }
        entries.append(piece)
      case .section:
        close()
        parts.append(["section": section(piece)])
      case .tagline, .story, .subsection, .item, .block:
        if !entries.isEmpty { close() }
        text += piece.flattened
      }
    }
    close()
    let waivers = comparison.changes.filter { $0.isOfWaiver }
    if !waivers.isEmpty {
      parts.append(["hasWaivers": .bool(true), "waivers": .list(waivers.map(rows.waiver))])
    }
    return parts
  }

  private func section(_ piece: AlignedPiece) -> TemplateValue {
    let held = piece.children.flatMap(\.flattened)
    return [
      "id": .text(rows.id(of: piece)),
      "state": .text(comparison.matching == nil ? "whole" : piece.state.rawValue),
      "heading": rows.markedHeading(of: piece),
      "isFolded": .bool(!piece.isTouched),
      "label": piece.state == .same && piece.isTouched || comparison.matching == nil
        ? .absent : .html(typeset(rows.label(of: piece))),
      "isEmpty": .bool(held.isEmpty),
      "stretches": rows.stretches(of: held),
    ]
  }
}

extension Change {
  fileprivate var isOfWaiver: Bool {
    if case .waiver = subject { true } else { false }
  }
}

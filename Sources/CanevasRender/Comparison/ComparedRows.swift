import CanevasModel
import CanevasReview
import CanevasSource
import CanevasTemplate

/// The rows of a compared document: a piece of both versions each.
struct ComparedRows {
  private let old: PieceTexts?
  private let new: PieceTexts?
  private let id: String
  /// Whether there is but one version, which is shown as it is.
  private let isSingle: Bool
  private let words: ComparisonPageWords
  private let links: SourceLinks

  init(
    _ comparison: DocumentComparison, id: String, words: ComparisonPageWords, links: SourceLinks
  ) {
    old = comparison.old.map { PieceTexts($0) }
    new = comparison.new.map { PieceTexts($0) }
    self.id = id
    isSingle = comparison.matching == nil
    self.words = words
    self.links = links
  }

  /// The identifier of a piece on the page; where it stood has one of its own.
  func id(of piece: AlignedPiece) -> String {
    if piece.state == .departed { return "\(id)-from-\(piece.old ?? 0)" }
    return piece.new.map { "\(id)-\($0)" } ?? "\(id)-was-\(piece.old ?? 0)"
  }

  private func oldText(of piece: AlignedPiece) -> String {
    piece.old.flatMap { old?.text(of: $0) } ?? ""
  }

  private func newText(of piece: AlignedPiece) -> String {
    piece.new.flatMap { new?.text(of: $0) } ?? ""
  }

  /// A section's heading, the new one where it was another.
  func heading(of piece: AlignedPiece) -> String {
    piece.new == nil ? oldText(of: piece) : newText(of: piece)
  }

  func markedHeading(of piece: AlignedPiece) -> TemplateValue {
    .html(isSingle ? typeset(heading(of: piece)) : marked(piece, .both))
  }

  /// What was done to a piece, in a word; where it moved, from where or to where.
  func label(of piece: AlignedPiece) -> String {
    guard let change = piece.change, change.isElsewhere else { return words.name(of: piece.state) }
    if piece.state == .departed {
      return words.review.movedAway(
        to: change.headings, wasElsewhere: change.formerHeadings != nil)
    }
    let move = words.review.move(of: change).map { ", " + $0 } ?? ""
    return words.name(of: piece.state) + move
  }
}

// Rows.
extension ComparedRows {
  /// What stays is shown next to what changes; of a long stretch the rest is folded.
  private static let longStretch = 3

  /// Rows with what can be folded of them.
  func stretches(of pieces: [AlignedPiece]) -> TemplateValue {
    guard !isSingle else { return .list([["rows": .list(pieces.map(singleRow))]]) }
    let isTouched = pieces.contains { $0.state != .same }
    var stretches: [TemplateValue] = []
    var index = 0
    while index < pieces.count {
      let start = index
      let isSame = pieces[start].state == .same
      while index < pieces.count, (pieces[index].state == .same) == isSame { index += 1 }
      guard isSame, isTouched else {
        stretches.append(stretch(pieces[start..<index]))
        continue
      }
      let before = start == 0 ? start : start + 1
      let after = index == pieces.count ? index : index - 1
      guard after - before >= Self.longStretch else {
        stretches.append(stretch(pieces[start..<index]))
        continue
      }
      stretches.append(stretch(pieces[start..<before]))
      stretches.append(stretch(pieces[before..<after], folded: words.unchanged(after - before)))
      stretches.append(stretch(pieces[after..<index]))
    }
    return .list(stretches)
  }

  private func stretch(_ pieces: ArraySlice<AlignedPiece>, folded: String? = nil) -> TemplateValue {
    [
      "folded": folded.map { .html(typeset($0)) } ?? .absent,
      "rows": .list(pieces.map(row)),
    ]
  }

  private func row(_ piece: AlignedPiece) -> TemplateValue {
    let isChanged = piece.state == .changed
    let hasOld = piece.old != nil && piece.state != .moved
    let hasNew = piece.new != nil && piece.state != .departed
    let facts = piece.state == .departed ? [] : piece.change.map(words.facts) ?? []
    return [
      "id": .text(id(of: piece)), "state": .text(piece.state.rawValue),
      "form": .text(form(of: piece)), "depth": .text(String(min(piece.depth, 4))),
      "isSame": .bool(piece.state == .same), "isWithin": .bool(piece.isWithin),
      "isMoved": .bool(piece.change?.isElsewhere == true),
      "label": .html(typeset(label(of: piece))),
      "hasOld": .bool(hasOld), "hasNew": .bool(hasNew),
      "old": hasOld ? .html(marked(piece, .old)) : .absent,
      "new": hasNew ? .html(marked(piece, .new)) : .absent,
      "both": isChanged ? .html(marked(piece, .both)) : .absent,
      "otherEnd": otherEnd(of: piece),
      "line": line(of: piece),
      "hasFacts": .bool(!facts.isEmpty), "facts": .list(facts.map { .html(typeset($0)) }),
    ]
  }

  /// A piece of the only version.
  private func singleRow(_ piece: AlignedPiece) -> TemplateValue {
    var text = MarkedText()
    append(new ?? old, piece.new ?? piece.old, as: .kept, to: &text)
    return [
      "id": .text(id(of: piece)), "state": .text("whole"), "isSame": .bool(true),
      "form": .text(form(of: piece)), "depth": .text(String(min(piece.depth, 4))),
      "hasNew": .bool(true), "new": .html(text.html),
    ]
  }

  /// The address on the page where a piece that moved stood, or stands.
  private func otherEnd(of piece: AlignedPiece) -> TemplateValue {
    guard piece.change?.isElsewhere == true else { return .absent }
    let target =
      piece.state == .departed
      ? "\(id)-\(piece.new ?? 0)" : "\(id)-from-\(piece.old ?? 0)"
    return .text("#" + target)
  }

  /// The line of what changed: of the new version if it is there.
  private func line(of piece: AlignedPiece) -> TemplateValue {
    guard piece.state != .same, piece.state != .departed else { return .absent }
    if let new, let index = piece.new {
      let line = new.line(of: index)
      return [
        "number": .text(String(line)),
        "href": links.address(of: new.path, line: line).map { .text($0) }
          ?? .absent,
      ]
    }
    guard let old, let index = piece.old else { return .absent }
    return ["number": .text(String(old.line(of: index)))]
  }

  /// The form in which a piece is set.
  private func form(of piece: AlignedPiece) -> String {
    switch piece.kind {
    case .tagline: "tagline"
    case .story: "story"
    case .section, .subsection: "heading"
    case .item: flow(of: piece) == nil ? "item" : "item flow"
    case .document, .title, .entry, .block, .comment: "text"
    }
  }

  private func flow(of piece: AlignedPiece) -> PieceTexts.FlowText? {
    piece.new.flatMap { new?.flow(of: $0) } ?? piece.old.flatMap { old?.flow(of: $0) }
  }
}

// Texts.
extension ComparedRows {
  /// What a view shows of a piece's text.
  private func marked(_ piece: AlignedPiece, _ view: MarkedText.View) -> [UInt8] {
    var text = MarkedText()
    switch piece.state {
    case .added: append(new, piece.new, as: .added, to: &text)
    case .removed: append(old, piece.old, as: .removed, to: &text)
    case .departed: append(old, piece.old, as: .kept, to: &text)
    case .same, .moved: append(new, piece.new, as: .kept, to: &text)
    case .changed: appendChanged(piece, view, to: &text)
    }
    return text.html
  }

  private func append(
    _ texts: PieceTexts?, _ index: Int?, as kind: TextRun.Kind, to text: inout MarkedText
  ) {
    guard let texts, let index else { return }
    if let flow = texts.flow(of: index) {
      text.append(flow, was: nil, .new, as: kind)
    } else {
      text.append(texts.text(of: index), kind, bold: texts.name(of: index).count)
    }
  }

  private func appendChanged(
    _ piece: AlignedPiece, _ view: MarkedText.View, to text: inout MarkedText
  ) {
    if let flow = piece.new.flatMap({ new?.flow(of: $0) }),
      let former = piece.old.flatMap({ old?.flow(of: $0) })
    {
      return text.append(flow, was: former, view)
    }
    let name =
      view == .old
      ? piece.old.flatMap { old?.name(of: $0) } : piece.new.flatMap { new?.name(of: $0) }
    let bold = name?.count ?? 0
    guard let runs = piece.change?.runs, !runs.isEmpty else {
      return text.append(view == .old ? oldText(of: piece) : newText(of: piece), .kept, bold: bold)
    }
    text.append(runs, view, bold: bold)
  }
}

// What is no row: the metadata and the waivers.
extension ComparedRows {
  /// The metadata as a table: each key with its values before and after.
  func metadata(_ entries: [AlignedPiece]) -> TemplateValue {
    let kept = isSingle ? entries : entries.filter { $0.state == .same }
    return [
      "isSingle": .bool(isSingle),
      "hasChanges": .bool(kept.count < entries.count),
      "hasKept": .bool(!kept.isEmpty),
      "entries": .list(isSingle ? [] : entries.filter { $0.state != .same }.map(entry)),
      "kept": .list(kept.map(entry)),
      "keptCount": .html(typeset(words.unchangedEntries(kept.count))),
    ]
  }

  private func entry(_ piece: AlignedPiece) -> TemplateValue {
    let before = piece.old.flatMap { old?.entry($0) }
    let after = piece.new.flatMap { new?.entry($0) }
    let facts = piece.change.map(words.facts) ?? []
    return [
      "id": .text(id(of: piece)), "state": .text(piece.state.rawValue),
      "key": .html(typeset(after?.key ?? before?.key ?? "")),
      "old": .html(values(before?.values, besides: after?.values, piece, .old)),
      "new": .html(values(after?.values, besides: before?.values, piece, .new)),
      "hasFacts": .bool(!facts.isEmpty), "facts": .list(facts.map { .html(typeset($0)) }),
    ]
  }

  /// An entry's values in one version: of a text the words that differ are marked, of several
  /// values those that the other version lacks.
  private func values(
    _ values: [String]?, besides others: [String]?, _ piece: AlignedPiece, _ view: MarkedText.View
  ) -> [UInt8] {
    var text = MarkedText()
    let isText = values?.count == 1 && others?.count == 1
    if isText, let runs = piece.change?.runs, runs.contains(where: { $0.kind == .kept }) {
      text.append(runs, view)
      return text.html
    }
    let kind: TextRun.Kind = isSingle ? .kept : view == .old ? .removed : .added
    for (number, value) in (values ?? []).enumerated() {
      if number > 0 { text.append(" ; ", .kept) }
      text.append(value, others?.contains(value) == true ? .kept : kind)
    }
    return text.html
  }

  /// What was done to a waiver.
  func waiver(_ change: Change) -> TemplateValue {
    var text = MarkedText()
    if !change.runs.isEmpty {
      text.append(change.runs, .both)
    } else if let reason = (change.new ?? change.old)?.text {
      let kind: TextRun.Kind =
        change.new == nil ? .removed : change.old == nil ? .added : .kept
      text.append(reason, kind)
    }
    return [
      "action": .text(change.action.rawValue),
      "label": .html(typeset(words.review.name(of: change.action))),
      "subject": .html(typeset(words.review.label(of: change.subject) ?? "")),
      "text": .html(text.html),
    ]
  }
}

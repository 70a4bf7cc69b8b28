import CanevasModel
import CanevasReview
import CanevasSource
import CanevasTemplate

/// The rows of a compared document: a piece of both versions each.
struct ComparedRows {
  private let old: PieceTexts?
  private let new: PieceTexts?
  private let id: String
  private let words: ComparisonPageWords
  private let links: SourceLinks

  init(
    _ comparison: DocumentComparison, id: String, words: ComparisonPageWords, links: SourceLinks
  ) {
    old = comparison.old.map { PieceTexts($0) }
    new = comparison.new.map { PieceTexts($0) }
    self.id = id
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
    .html(marked(piece, .both))
  }

  /// What was done to a piece, in a word; where it moved, from where or to where.
  func label(of piece: AlignedPiece) -> String {
    guard let change = piece.change, change.isElsewhere else { return words.name(of: piece.state) }
    return piece.state == .departed
      ? words.movedAway(to: change.headings, wasElsewhere: change.formerHeadings != nil)
      : words.moved(from: change.formerHeadings, isChanged: piece.state == .changed)
  }
}

// Rows.
extension ComparedRows {
  /// What stays is shown next to what changes; of a long stretch the rest is folded.
  private static let longStretch = 3

  /// Rows with what can be folded of them.
  func stretches(of pieces: [AlignedPiece]) -> TemplateValue {
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
    let isChanged = piece.state == .changed || piece.state == .moved
    return [
      "id": .text(id(of: piece)), "state": .text(piece.state.rawValue),
      "form": .text(form(of: piece)), "depth": .text(String(min(piece.depth, 4))),
      "isSame": .bool(piece.state == .same),
      "isMoved": .bool(piece.change?.isElsewhere == true),
      "label": .html(typeset(label(of: piece))),
      "old": piece.old == nil ? .absent : .html(marked(piece, .old)),
      "new": piece.new == nil || piece.state == .departed ? .absent : .html(marked(piece, .new)),
      "both": isChanged ? .html(marked(piece, .both)) : .absent,
      "otherEnd": otherEnd(of: piece),
      "line": line(of: piece),
      "facts": .list(
        (piece.state == .departed ? [] : piece.change?.facts ?? [])
          .compactMap(words.told).map { .html(typeset($0)) }),
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
        "href": links.address(of: new.tree.document.file.path, line: line).map { .text($0) }
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
    case .item: route(of: piece) == nil ? "item" : "item flow"
    case .document, .title, .entry, .block, .comment: "text"
    }
  }

  private func route(of piece: AlignedPiece) -> Flow.Route? {
    piece.new.flatMap { new?.route(of: $0) } ?? piece.old.flatMap { old?.route(of: $0) }
  }
}

// Texts.
extension ComparedRows {
  /// What a view shows of a piece's text.
  private func marked(_ piece: AlignedPiece, _ view: MarkedText.View) -> [UInt8] {
    var text = MarkedText()
    switch piece.state {
    case .added: append(piece, new, piece.new, as: .added, to: &text)
    case .removed: append(piece, old, piece.old, as: .removed, to: &text)
    case .departed: append(piece, old, piece.old, as: .kept, to: &text)
    case .same, .moved: append(piece, new, piece.new, as: .kept, to: &text)
    case .changed: appendChanged(piece, view, to: &text)
    }
    return text.html
  }

  private func append(
    _ piece: AlignedPiece, _ texts: PieceTexts?, _ index: Int?, as kind: TextRun.Kind,
    to text: inout MarkedText
  ) {
    guard let texts, let index else { return }
    if let route = texts.route(of: index) {
      text.append(route, was: nil, .new, as: kind)
    } else {
      text.append(texts.text(of: index), kind, bold: texts.name(of: index).count)
    }
  }

  private func appendChanged(
    _ piece: AlignedPiece, _ view: MarkedText.View, to text: inout MarkedText
  ) {
    if let route = piece.new.flatMap({ new?.route(of: $0) }),
      let former = piece.old.flatMap({ old?.route(of: $0) })
    {
      return text.append(route, was: former, view)
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
    let kept = entries.filter { $0.state == .same }
    return [
      "hasChanges": .bool(kept.count < entries.count),
      "entries": .list(entries.filter { $0.state != .same }.map(entry)),
      "kept": .list(kept.map(entry)),
      "keptCount": .html(typeset(words.unchangedEntries(kept.count))),
    ]
  }

  private func entry(_ piece: AlignedPiece) -> TemplateValue {
    let before = piece.old.flatMap { old?.entry($0) }
    let after = piece.new.flatMap { new?.entry($0) }
    return [
      "state": .text(piece.state.rawValue),
      "key": .html(typeset(after?.key ?? before?.key ?? "")),
      "old": .html(values(before?.values ?? [], besides: after?.values ?? [], .removed)),
      "new": .html(values(after?.values ?? [], besides: before?.values ?? [], .added)),
      "line": line(of: piece),
      "facts": .list(
        (piece.change?.facts ?? []).compactMap(words.toldOfEntry).map { .html(typeset($0)) }),
    ]
  }

  /// Values of an entry, those that the other version lacks marked.
  private func values(
    _ values: [String], besides others: [String], _ kind: TextRun.Kind
  ) -> [UInt8] {
    var text = MarkedText()
    for (number, value) in values.enumerated() {
      if number > 0 { text.append(" ; ", .kept) }
      text.append(value, others.contains(value) ? .kept : kind)
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
      "label": .html(typeset(words.name(of: change.action))),
      "subject": .html(typeset(words.subject(change))), "text": .html(text.html),
    ]
  }
}

import CanevasCheck
import CanevasModel
import CanevasSource
import CanevasSyntax

extension EditorQuery {
  /// What can be folded: sections, the metadata, lists, quotes, comments and code of several lines.
  package var folds: [Fold] {
    var folds = symbols.flatMap(\.children).flatMap(sectionFolds)
    let metadata = document.head.metadata.range
    if let metadata { append(.metadata, metadata, to: &folds) }
    for block in document.document.blocks
    where metadata.map({ !$0.contains(block.range) }) ?? true {
      visit(block, into: &folds)
    }
    return folds.sorted { ($0.range, $0.kind.rawValue) < ($1.range, $1.kind.rawValue) }
  }

  private func sectionFolds(_ symbol: Symbol) -> [Fold] {
    guard symbol.kind != .item else { return [] }
    var folds = symbol.children.flatMap(sectionFolds)
    append(.section, symbol.range, to: &folds)
    return folds
  }

  private func visit(_ block: Block, into folds: inout [Fold]) {
    switch block.kind {
    case .bulletList, .orderedList: append(.list, block.range, to: &folds)
    case .blockQuote: append(.quote, block.range, to: &folds)
    case .codeBlock: append(.code, block.range, to: &folds)
    case .htmlBlock: append(.comment, block.range, to: &folds)
    case .paragraph, .heading, .item, .thematicBreak: break
    }
    for child in block.children { visit(child, into: &folds) }
  }

  private func append(_ kind: Fold.Kind, _ range: ByteRange, to folds: inout [Fold]) {
    let end = max(
      range.lowerBound, min(range.upperBound, file.contentEnd(before: range.upperBound)))
    let trimmed = ByteRange(range.lowerBound, end)
    guard file.bytes[trimmed.indices].contains(where: isLineEnd) else { return }
    folds.append(Fold(kind: kind, range: trimmed))
  }
}

import CanevasModel
import CanevasReview
import CanevasSource
import CanevasSyntax

/// What the pieces of one version of a document say, as its readers see them.
struct PieceTexts {
  private let reading: PieceReading
  private let lines: LineIndex

  init(_ tree: PieceTree) {
    reading = PieceReading(tree)
    lines = LineIndex(tree.document.file.bytes)
  }

  private var tree: PieceTree { reading.tree }

  var path: String { tree.document.file.path }

  /// The line on which a piece starts, from one.
  func line(of index: Int) -> Int {
    lines.line(at: tree.pieces[index].block?.range.lowerBound ?? 0)
  }

  /// A piece's own text; a heading as the guide spells it.
  func text(of index: Int) -> String { reading.text(of: index) }

  /// The words in bold, or linked, that open a piece.
  func name(of index: Int) -> String {
    guard let text = tree.text(of: index), let first = text.parts.first(where: { _ in true }),
      first.kind == .strong || first.kind == .link
    else { return "" }
    return first.plain
  }

  /// A flow in its parts.
  struct FlowText {
    let opening: String
    let from: String
    let to: String
    let label: String
    let nature: String
  }

  /// What flows from whom to whom; `nil` for what is no flow.
  func flow(of index: Int) -> FlowText? {
    guard let flow = reading.flow(index), let route = flow.route.value else { return nil }
    return FlowText(
      opening: flow.isOptional ? "(Optionnel) " : "", from: route.from.plain, to: route.to.plain,
      label: route.label.plain, nature: route.nature?.rawValue ?? "")
  }

  /// An entry's key as the guide spells it, and its values.
  func entry(_ index: Int) -> (key: String, values: [String]) {
    guard case .entry(let key) = reading.subject(of: index) else { return ("", []) }
    return (key, reading.entry(index)?.values.map(shown) ?? [reading.text(of: index)])
  }
}

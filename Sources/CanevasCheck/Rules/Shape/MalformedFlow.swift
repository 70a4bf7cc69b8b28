import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let malformedFlow = Rule(
    RuleDocumentation(
      "flux-illisible", .warning,
      summary: Bilingual(
        "une ligne de SYSTEM MAP qui ne dit pas de qui à qui",
        "a line of SYSTEM MAP that does not say from whom to whom"),
      reason: Bilingual(
        "La carte se dessine d'après ces lignes : sans flèche ni deux bouts, le flux manque au "
          + "dessin.",
        "The map is drawn from these lines: without an arrow and two ends the flow is missing "
          + "from it."),
      remedy: Bilingual(
        "Écrire « A → B : ce qui circule (matériel) » ; « -> » vaut la flèche.",
        "Write “A → B : what flows (matériel)”; “->” stands for the arrow."),
      examples: [
        .init(
          bad: canteen(canteenMap + "\n- ⟦Familles, le service : recettes⟧"),
          good: canteen(canteenMap + "\n- Familles → le service : recettes (information)"),
          others: theme)
      ]),
    wording: { defect, context in
      guard defect.kind == .malformedFlow else { return nil }
      return Wording(
        message: Bilingual("flux illisible", "unreadable flow"),
        label: Bilingual(
          "il manque la flèche, ou l'un de ses deux bouts",
          "the arrow or one of its ends is missing"
        ),
        help: Bilingual(
          "écrivez « A → B : ce qui circule (matériel) » ; « -> » vaut la flèche",
          "write “A → B : what flows (matériel)”; “->” stands for the arrow"),
        fixes: context.arrow(in: defect.range).map { [$0] } ?? [])
    })
}

extension RuleContext {
  /// Puts an arrow in place of what was typed as one; a dash may also be something else.
  fileprivate func arrow(in range: ByteRange) -> Fix? {
    for (marks, safety) in [(plainArrows, Fix.Safety.safe), (dashes, .review)] {
      for inline in inlines(in: range) where inline.isVerbatim {
        let text = inline.literal
        for index in text.indices.dropFirst() where !isContinuation(text[index]) {
          guard let mark = marks.first(where: { text[index...].starts(with: $0.utf8) }) else {
            continue
          }
          let start = inline.range.lowerBound + index - text.startIndex
          let place = ByteRange(start, start + mark.utf8.count)
          // Something has to stand on both sides, or the flow would lack an end still.
          let ends = [
            ByteRange(range.lowerBound, place.lowerBound),
            ByteRange(place.upperBound, range.upperBound),
          ]
          guard ends.allSatisfy({ file.bytes[$0.indices].contains { $0 > 0x20 && $0 != 0x3A } })
          else { continue }
          let written = mark.hasPrefix(" ") ? " → " : "→"
          return Fix(.replace(by: "→"), safety, [TextEdit(place, written)])
        }
      }
    }
    return nil
  }

  /// The inlines of the first paragraph that holds a range.
  private func inlines(in range: ByteRange) -> [Inline] {
    func search(_ blocks: some Sequence<Block>) -> [Inline] {
      for block in blocks where block.range.contains(range) {
        return block.kind == .paragraph ? Array(block.inlines) : search(block.children)
      }
      return []
    }
    return document.map { search($0.document.blocks) } ?? []
  }
}

private let plainArrows = ["==>", "=>", "⇒", "⟶", "➔", "➜", "➝", "➞", "►", "▶", "—>", "–>"]
private let dashes = [" - ", " – ", " — ", " > ", " vers "]

import CanevasSource

extension Rule {
  static let malformedStep = Rule(
    RuleDocumentation(
      "etape-illisible", .warning,
      summary: Bilingual(
        "une étape du déroulé sans deux-points", "a step of the agenda without a colon"),
      reason: Bilingual(
        "Le deux-points sépare le nom de l'étape, et sa durée, de ce qu'on y fait.",
        "The colon parts the step's name and duration from what is done in it."),
      remedy: Bilingual(
        "Écrire « Nom (45 min) : ce qu'on y fait ».", "Write “Name (45 min) : what is done”."),
      examples: [
        .init(
          path: "canvases/ateliers/exemple.md",
          bad: "# Atelier\n\n- Durée : 6 h\n\n## DÉROULÉ\n\n- ⟦Accueil, un café⟧\n",
          good: "# Atelier\n\n- Durée : 6 h\n\n## DÉROULÉ\n\n- Accueil (15 min) : un café\n")
      ]),
    wording: { defect, context in
      guard defect.kind == .malformedStep else { return nil }
      return Wording(
        message: Bilingual("étape illisible", "unreadable step"),
        label: Bilingual(
          "aucun deux-points ne suit le nom de l'étape", "no colon follows the step's name"),
        help: Bilingual(
          "écrivez « Nom (45 min) : ce qu'on y fait »", "write “Name (45 min) : what is done”"),
        fixes: colon(in: defect.range, context.file).map { [$0] } ?? [])
    })
}

/// Puts the colon in place of a dash, or behind the parentheses of the duration.
private func colon(in range: ByteRange, _ file: SourceFile) -> Fix? {
  let text = file.bytes[range.indices]
  let title = Bilingual("ajouter le deux-points", "add the colon")
  for dash in [" - ", " – ", " — "] {
    guard let start = text.indices.first(where: { text[$0...].starts(with: dash.utf8) }) else {
      continue
    }
    return Fix(
      title, .review, [TextEdit(ByteRange(start, start + dash.utf8.count), " : ")])
  }
  if let close = text.firstIndex(of: UInt8(ascii: ")")), close + 1 < range.upperBound {
    return Fix(title, .review, [TextEdit(ByteRange(at: close + 1), " :")])
  }
  return nil
}

import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let headingVariant = Rule(
    RuleDocumentation(
      "titre-variante", .warning,
      summary: Bilingual(
        "un titre fixe écrit autrement : casse, accents, apostrophe, espaces",
        "a fixed heading written otherwise: case, accents, apostrophe, spaces"),
      reason: Bilingual(
        "Il est reconnu ; mais écrit partout pareil, il se retrouve en cherchant et se compare "
          + "sans bruit.",
        "It is recognised; but written alike everywhere, it can be searched for and compared "
          + "without noise."),
      remedy: Bilingual("Reprendre l'écriture du guide.", "Use the guide's spelling."),
      examples: [
        .init(
          bad: canvas().replacing("## CIBLES CLIENTS", with: "## ⟦Cibles clients :⟧"),
          good: canvas(), others: theme)
      ]),
    wording: { defect, context in
      guard case .headingVariant(let canonical) = defect.kind else { return nil }
      return Wording(
        message: Bilingual("variante du titre", "variant of the heading", naming: canonical),
        label: Bilingual(
          "écrit autrement que dans le guide", "written otherwise than in the guide"),
        help: Bilingual("écrivez", "write", naming: canonical),
        fixes: [
          Fix(
            .replace(by: canonical), context.hasLink(in: defect.range) ? .review : .safe,
            [TextEdit(defect.range, canonical)])
        ])
    })
}

extension RuleContext {
  /// Whether a link or an image, which a plain text could not stand for, lies in a range.
  func hasLink(in range: ByteRange) -> Bool {
    document?.links.contains { range.contains($0.range) } ?? false
  }
}

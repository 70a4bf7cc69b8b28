import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let duplicateKey = Rule(
    RuleDocumentation(
      "cle-en-double", .error,
      summary: Bilingual(
        "une clé qui figure deux fois dans les métadonnées",
        "a key that stands twice in the metadata"),
      reason: Bilingual(
        "Seule la première valeur serait lue ; la seconde se perdrait.",
        "Only the first value would be read; the second would be lost."),
      remedy: Bilingual(
        "Réunir les valeurs sur une ligne, séparées par « ; ».",
        "Put the values on one line, with “;” between them."),
      examples: [
        .init(
          bad: canvas().replacing(
            "- Statut : idée", with: "- Statut : idée\n- ⟦Statut⟧ : archivée"),
          good: canvas(), others: theme)
      ]),
    wording: { defect, context in
      guard case .duplicateKey(let name) = defect.kind else { return nil }
      return Wording(
        message: Bilingual("clé en double", "duplicate key", naming: name),
        label: Bilingual("seule la première valeur est lue", "only the first value is read"),
        related: defect.related("la première", "the first one"),
        help: Bilingual(
          "réunissez les valeurs sur une ligne, séparées par « ; »",
          "put the values on one line, with “;” between them"),
        fixes: remedies(for: defect, of: MetadataKey(rawValue: name), context))
    })
}

/// Puts the second line's values behind those of the first, where a key may have several; or takes
/// the line out.
private func remedies(
  for defect: Defect, of key: MetadataKey?, _ context: RuleContext
) -> [Fix] {
  guard let second = context.metadataItem(at: defect.range) else { return [] }
  let removal = TextEdit(context.file.wholeLines(second.range), "")
  let end = context.file.contentEnd(before: second.range.upperBound)
  var fixes = [Fix(Bilingual("retirer cette ligne", "remove this line"), .review, [removal])]
  if let key, key.isPlural, let place = defect.others.first?.range,
    let first = context.metadataItem(at: place), first.isOneLine, second.isOneLine,
    let colon = context.file.bytes[defect.range.upperBound..<end].firstIndex(
      of: UInt8(ascii: ":"))
  {
    let value = context.file.text(ByteRange(colon + 1, end)).drop { $0 == " " }
    let target = ByteRange(at: context.file.contentEnd(before: first.range.upperBound))
    fixes.insert(
      Fix(
        Bilingual("réunir les valeurs sur la première ligne", "put the values on the first line"),
        .review, [TextEdit(target, " ; \(value)"), removal]),
      at: 0)
  }
  return fixes
}

extension Block {
  /// Whether an item is one paragraph.
  fileprivate var isOneLine: Bool { Array(children).map(\.kind) == [.paragraph] }
}

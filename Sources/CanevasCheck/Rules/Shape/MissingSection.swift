import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let missingSection = Rule(
    RuleDocumentation(
      "section-absente", .error,
      summary: Bilingual(
        "une section dont ce document a besoin n'y est pas",
        "a section that this document needs is not there"),
      reason: Bilingual(
        "Une idée a besoin d'une question, de ses caractéristiques et de ses cibles ; une fiche "
          + "retenue doit aussi dire avec qui, pour quelle valeur et avec quels revenus. Pour une "
          + "idée, ce n'est encore qu'un avertissement.",
        "An idea needs a question, its features and its customers; a chosen canvas also has to "
          + "say with whom, for what value and with which revenue. For an idea it is only a "
          + "warning yet."),
      remedy: Bilingual(
        "Ajouter le titre et quelques lignes dessous.",
        "Add the heading and a few lines under it."),
      examples: [
        .init(
          bad: canvas().replacing("# Exemple", with: "# ⟦Exemple⟧")
            .replacing("## CIBLES CLIENTS\n\n- **Familles**\n", with: ""),
          good: canvas(), others: theme)
      ]),
    wording: { defect, context in
      guard case .missingSection(let name, let severity) = defect.kind else { return nil }
      return Wording(
        message: Bilingual("section absente", "missing section", naming: name),
        label: Bilingual(
          "ce document a besoin de cette section", "this document needs that section"),
        help: Bilingual(
          "ajoutez le titre « ## \(name) » à sa place, avec ce que le groupe en sait",
          "add the heading “## \(name)” in its place, with what the group knows"),
        fixes: SectionName(rawValue: name).map { [insertion(of: $0, context)] } ?? [],
        severity: severity)
    })
}

/// Puts the section before the first one that follows it in the canon, or at the end.
private func insertion(of name: SectionName, _ context: RuleContext) -> Fix {
  let canon = context.canon
  let rank = canon.firstIndex(of: name) ?? canon.count
  let texts = context.sectionTexts
  let next = texts?.document.sections.firstIndex { section in
    guard let other = section.name else { return false }
    // What waits to be sorted stays last.
    return canon.firstIndex(of: other).map { $0 > rank } ?? true
  }
  let text = "## \(name.heading)\n\n\(name.placeholderText)"
  let edit: TextEdit
  if let texts, let next {
    edit = texts.insertion(of: text, before: next)
  } else {
    let end = context.file.contentEnd(before: context.file.bytes.count)
    edit = TextEdit(
      ByteRange(end, context.file.bytes.count), (end == 0 ? "" : "\n\n") + text + "\n")
  }
  return Fix(Bilingual("ajouter la section", "add the section"), .placeholder, [edit])
}

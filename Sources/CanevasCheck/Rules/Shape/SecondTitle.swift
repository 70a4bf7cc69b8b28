import CanevasSource

extension Rule {
  static let secondTitle = Rule(
    RuleDocumentation(
      "titre-en-double", .error,
      summary: Bilingual("un second titre de niveau 1", "a second level-1 heading"),
      reason: Bilingual(
        "Un document a un nom, et un seul ; les parties du texte sont de niveau 2.",
        "A document has one name and no more; the parts of the text are at level 2."),
      remedy: Bilingual(
        "Passer ce titre au niveau 2 (« ## »), ou en faire un document à part.",
        "Make this heading level 2 (“##”), or a document of its own."),
      examples: [
        .init(
          bad: canvas().replacing("## CIBLES CLIENTS", with: "⟦# Suite⟧\n\n## CIBLES CLIENTS"),
          good: canvas(), others: theme)
      ]),
    wording: { defect, _ in
      guard defect.kind == .secondTitle else { return nil }
      return Wording(
        message: Bilingual("second titre de niveau 1", "second level-1 heading"),
        label: Bilingual("un document n'a qu'un titre", "a document has one title"),
        related: defect.related("le premier titre", "the first title"),
        help: Bilingual(
          "passez-le au niveau 2 (« ## »), ou faites-en un document à part",
          "make it level 2 (“##”), or a document of its own"))
    })
}

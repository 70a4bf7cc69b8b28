import CanevasSource

extension Rule {
  static let imageWithoutDescription = Rule(
    RuleDocumentation(
      "image-sans-description", .warning,
      summary: Bilingual(
        "une image sans texte de remplacement", "an image without alternative text"),
      reason: Bilingual(
        "Qui ne voit pas l'image, ou l'imprime sans elle, doit savoir ce qu'elle montre.",
        "Whoever cannot see the image, or prints without it, should know what it shows."),
      remedy: Bilingual(
        "Décrire l'image entre les crochets : « ![Un four partagé](four.jpg) ».",
        "Describe the image between the brackets: “![A shared oven](four.jpg)”."),
      examples: [
        .init(
          bad: canvas("## POLICY MAKING\n\n- Un four ⟦![](https://exemple.org/four.jpg)⟧"),
          good: canvas("## POLICY MAKING\n\n- Un four ![Un four](https://exemple.org/four.jpg)"),
          others: theme)
      ]),
    wording: { defect, context in
      guard defect.kind == .imageWithoutAlternative else { return nil }
      let edit = TextEdit(ByteRange(at: defect.range.lowerBound + 2), placeholder)
      let isOpen = context.file.bytes[defect.range.indices].starts(with: "![".utf8)
      return Wording(
        message: Bilingual("image sans description", "image without a description"),
        label: Bilingual("rien ne dit ce que l'image montre", "nothing says what the image shows"),
        help: Bilingual(
          "dites entre les crochets ce que l'image montre",
          "say between the brackets what the image shows"),
        fixes: isOpen
          ? [Fix(Bilingual("ajouter une description", "add a description"), .placeholder, [edit])]
          : [])
    })
}

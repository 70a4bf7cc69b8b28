import CanevasSource

extension Rule {
  static let nestedTooDeep = Rule(
    RuleDocumentation(
      "imbrication-trop-profonde", .error,
      summary: Bilingual(
        "des listes ou des citations imbriquées au-delà de la limite",
        "lists or quotes nested beyond the limit"),
      reason: Bilingual(
        "Personne n'écrit une liste de cent niveaux : c'est un accident de copie, qui pourrait "
          + "bloquer la compilation.",
        "Nobody writes a list of a hundred levels: it is an accident of copying that could hold up "
          + "the compilation."),
      remedy: Bilingual(
        "Retirer les marques en trop au début des lignes.",
        "Remove the superfluous marks at the lines' starts."),
      examples: []),
    wording: { defect, _ in
      guard case .tooDeep(let limit) = defect.kind else { return nil }
      return Wording(
        message: Bilingual(
          "imbrication trop profonde : plus de \(limit) niveaux",
          "nesting too deep: more than \(limit) levels"),
        help: Bilingual(
          "retirez les « > » ou les retraits en trop", "remove the superfluous “>” or indents"))
    })
}

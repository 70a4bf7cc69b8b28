import CanevasSource

extension Rule {
  static let templateMistake = Rule(
    RuleDocumentation(
      "gabarit-fautif", .error,
      summary: Bilingual(
        "un gabarit de page dont les balises ne s'accordent pas",
        "a page template whose tags do not fit together"),
      reason: Bilingual(
        "Toutes les pages faites d'après le gabarit seraient abîmées de la même façon.",
        "Every page made from the template would be damaged in the same way."),
      remedy: Bilingual(
        "Fermer chaque balise par « }} » et chaque section « {{#nom}} » par « {{/nom}} ».",
        "Close every tag with “}}” and every section “{{#name}}” with “{{/name}}”."),
      examples: []),
    wording: { defect, _ in
      guard case .template(let mistake) = defect.kind else { return nil }
      return word(mistake, defect)
    })
}

private func word(_ mistake: TemplateMistake, _ defect: Defect) -> Wording {
  switch mistake {
  case .unclosedTag:
    return Wording(
      message: Bilingual("balise de gabarit non fermée", "unclosed template tag"),
      help: Bilingual("fermez la balise par « }} »", "close the tag with “}}”"))
  case .emptyTag:
    return Wording(
      message: Bilingual("balise de gabarit vide", "empty template tag"),
      help: Bilingual(
        "écrivez un nom entre les accolades, ou retirez la balise",
        "write a name between the braces, or remove the tag"))
  case .unclosedSection(let name):
    return Wording(
      message: Bilingual("section de gabarit non fermée", "unclosed section", naming: name),
      help: Bilingual("ajoutez la fermeture", "add the closing tag", naming: "{{/\(name)}}"))
  case .unopenedSection(let name):
    return Wording(
      message: Bilingual(
        "fermeture d'une section jamais ouverte", "closing tag of a section never opened",
        naming: name),
      help: Bilingual(
        "retirez la balise, ou ouvrez la section par", "remove the tag, or open the section with",
        naming: "{{#\(name)}}"))
  case .sectionClosedByAnother(let open, let close):
    return Wording(
      message: Bilingual(
        "section « \(shortened(open)) » fermée par", "section “\(shortened(open))” closed by",
        naming: close),
      related: defect.related("la section s'ouvre ici", "the section opens here"),
      help: Bilingual("fermez-la par", "close it with", naming: "{{/\(open)}}"))
  case .malformedDelimiters:
    return Wording(
      message: Bilingual("délimiteurs de gabarit mal formés", "malformed template delimiters"),
      help: Bilingual(
        "écrivez les deux, séparés par un espace : « {{=<% %>=}} »",
        "write both, with a space between them: “{{=<% %>=}}”"))
  case .unknownPartial(let name):
    return Wording(
      message: Bilingual("gabarit inclus inconnu", "unknown partial template", naming: name),
      help: .didYouMean(defect.nearest)
        ?? Bilingual(
          "ajoutez ce fichier aux gabarits, ou retirez la balise",
          "add this file to the templates, or remove the tag"))
  case .unknownTagKind(let sigil):
    return Wording(
      message: Bilingual("sorte de balise inconnue", "unknown kind of tag", naming: sigil),
      help: Bilingual(
        "une balise s'ouvre par « {{ », seul ou suivi de #, ^, /, >, <, $, !, =, & ou {",
        "a tag opens with “{{”, alone or before #, ^, /, >, <, $, !, =, & or {"))
  }
}

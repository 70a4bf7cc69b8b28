/// A whole canvas on which no rule speaks, with `section` in place of its own section of the
/// same heading, or after the others: for the examples of rules.
func canvas(_ section: String) -> String {
  var sections = [
    "## ENJEUX / SOLUTION\n\nComment se nourrir mieux dans le quartier ?\n\nUne cantine partagée.",
    "## CARACTÉRISTIQUES PRINCIPALES\n\n- Des plats de saison",
    "## CIBLES CLIENTS\n\n- **Familles**",
  ]
  func heading(_ text: String) -> Substring? {
    text.split(separator: "\n").first { $0.hasPrefix("## ") }
  }
  if let place = sections.firstIndex(where: { heading($0) == heading(section) }) {
    sections[place] = section
  } else if !section.isEmpty {
    sections.append(section)
  }
  return """
    # Exemple

    - Thème : [Quartier](../themes/quartier.md)
    - Statut : idée
    - Source : [Toolkit](../../seeds/toolkit.md)

    \(sections.joined(separator: "\n\n"))

    """
}

/// The theme and the source that `canvas` links to, as other files of an example.
let theme = [
  "canvases/themes/quartier.md": """
  # Quartier

  - Couleur : vert

  ## ENJEU STRATÉGIQUE RÉGIONAL

  Rapprocher les services des habitants.

  ## OPPORTUNITÉ

  Mutualiser les équipements.

  """,
  "seeds/toolkit.md": "# Toolkit\n\n- Langue : fr\n\n## CE QUE LA SOURCE APPORTE\n\nDes fiches.\n",
]

/// An actor's document, as another file of an example.
func actor(_ slug: String, _ name: String, type: String = "pouvoir public") -> [String: String] {
  [
    "canvases/acteurs/\(slug).md":
      "# \(name)\n\n- Type : \(type)\n\n## PRÉSENTATION\n\nUn acteur du quartier.\n"
  ]
}

import CanevasModel

/// A whole canvas on which no rule speaks, with `others` in place of its own sections of the
/// same headings, or where they belong among the others: for the examples of rules.
func canvas(_ others: String..., status: Status = .idea) -> String {
  var sections = [
    "## ENJEUX / SOLUTION\n\nComment se nourrir mieux dans le quartier ?\n\nUne cantine partagée.",
    "## CARACTÉRISTIQUES PRINCIPALES\n\n- Des plats de saison",
    "## CIBLES CLIENTS\n\n- **Familles**",
  ]
  if !status.isIdea {
    sections += [
      "## PLATEFORME PARTENAIRES\n\n- **Commune**",
      "## PROPOSITION DE VALEUR\n\n- Un repas sain près de chez soi",
      "## FLUX DE REVENUS\n\n- **Vente** : des repas",
      "## INDICATEURS DE RENTABILITÉ DU BUSINESS\n\n- Nombre de repas servis",
    ]
  }
  for section in others {
    let own = rank(of: section)
    if let place = sections.firstIndex(where: { rank(of: $0) == own }) {
      sections[place] = section
    } else {
      let next = sections.firstIndex { rank(of: $0) > own }
      sections.insert(section, at: next ?? sections.endIndex)
    }
  }
  return """
    # Exemple

    - Thème : [Quartier](../themes/quartier.md)
    - Statut : \(status.rawValue)
    - Source : [Toolkit](../../seeds/toolkit.md)

    \(sections.joined(separator: "\n\n"))

    """
}

/// A canvas with a map on which no rule speaks, for the examples of rules on maps: the canteen
/// of `canvas` with its market gardeners, and `map` in place of the four flows between them.
func canteen(
  _ map: String = canteenMap, heading: String = "## SYSTEM MAP",
  customers: String = "- **Familles**", partners: String = "- **Maraîchers**",
  revenue: String = "- **Vente** : des repas"
) -> String {
  canvas(
    "## CIBLES CLIENTS\n\n" + customers, "## PLATEFORME PARTENAIRES\n\n" + partners,
    "## FLUX DE REVENUS\n\n" + revenue, heading + "\n\n" + map)
}

/// What families and market gardeners give the canteen, and what they get for it.
let canteenMap = """
  - Maraîchers → le service : légumes de saison (matériel)
  - le service → Maraîchers : achat des légumes (économique)
  - le service → Familles : repas (matériel)
  - Familles → le service : vente des repas (économique)
  """

/// `canteenMap` without one of its lines, or with another in its place.
func canteenMap(without line: String, but other: String = "") -> String {
  let lines = canteenMap.split(separator: "\n").map(String.init)
  return lines.map { $0.contains(line) ? other : $0 }.filter { !$0.isEmpty }
    .joined(separator: "\n")
}

/// Where a section stands in the canon; after all others when its heading is unknown.
private func rank(of section: String) -> Int {
  // By bytes: all examples are made whenever the program starts. A mark opens with 0xE2, as no
  // letter of a heading does.
  let line = section.utf8.prefix { $0 != UInt8(ascii: "\n") }
  let heading = line.drop { "#⟦ ".utf8.contains($0) }.prefix { $0 != 0xE2 }
  return ranks[String(decoding: heading, as: UTF8.self)] ?? Int.max
}

private let ranks = Dictionary(
  uniqueKeysWithValues: SectionName.allCases.enumerated().map { ($0.element.heading, $0.offset) })

/// The theme and the source that `canvas` links to, as other files of an example.
let theme = [themePath: themeText("Quartier")].merging(source) { first, _ in first }

let themePath = "canvases/themes/quartier.md"

/// The text of a theme's document.
func themeText(_ name: String) -> String {
  """
  # \(name)

  - Couleur : vert

  ## ENJEU STRATÉGIQUE RÉGIONAL

  Rapprocher les services des habitants.

  ## OPPORTUNITÉ

  Mutualiser les équipements.

  """
}

/// The source that `canvas` links to, as another file of an example.
let source = [sourcePath: sourceText("Toolkit")]

let sourcePath = "seeds/toolkit.md"

/// The text of a source's document.
func sourceText(_ name: String) -> String {
  "# \(name)\n\n- Langue : fr\n\n## CE QUE LA SOURCE APPORTE\n\nDes fiches.\n"
}

/// The text of an experiment that tests the canvas of the examples.
func experimentText(_ sections: String, title: String = "Un midi d'essai") -> String {
  """
  # \(title)

  - Fiche : [Exemple](../fiches/exemple.md)
  - Outil : micro-expérimentation

  \(sections)

  """
}

let experimentPath = "canvases/essais/exemple.md"

/// The text of a workshop.
func workshopText(_ sections: String, title: String = "Atelier du quartier") -> String {
  """
  # \(title)

  - Thème : [Quartier](../themes/quartier.md)
  - Durée : 6 h

  \(sections)

  """
}

let workshopPath = "canvases/ateliers/exemple.md"

/// The text of a diagnosis.
func diagnosisText(_ stakes: String, title: String = "Le quartier") -> String {
  """
  # \(title)

  - Approche : mixte

  ## ENJEUX PRIORITAIRES

  \(stakes)

  """
}

let diagnosisPath = "canvases/diagnostics/exemple.md"

/// An actor's document, as another file of an example.
func actor(_ slug: String, _ name: String, type: String = "pouvoir public") -> [String: String] {
  ["canvases/acteurs/\(slug).md": actorText(name, type: type)]
}

/// The text of an actor's document.
func actorText(_ name: String, type: String = "pouvoir public") -> String {
  "# \(name)\n\n- Type : \(type)\n\n## PRÉSENTATION\n\nUn acteur du quartier.\n"
}

/// `theme` with further files.
func theme(and others: [String: String]...) -> [String: String] {
  others.reduce(theme) { files, more in files.merging(more) { first, _ in first } }
}

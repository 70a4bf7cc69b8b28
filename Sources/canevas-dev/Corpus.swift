/// A synthetic catalogue of any size, the same for the same seed: what benchmarks are run on.
struct Corpus {
  let canvasCount: Int
  private var random: SplitMix64

  init(canvases: Int, seed: UInt64) {
    canvasCount = canvases
    random = SplitMix64(state: seed)
  }

  private static let themes = [
    ("alimentation", "Alimentation de proximité", "vert"), ("logement", "Logement partagé", "bleu"),
    ("mobilite", "Mobilité douce", "orange"), ("reemploi", "Réemploi des matières", "rouge"),
    ("culture", "Culture et lien social", "violet"), ("energie", "Énergie sobre", "turquoise"),
  ]
  private static let places = [
    "Namur", "Liège", "Tournai", "Mons", "Arlon", "Huy", "Dinant", "Eupen", "Wavre", "Ath",
  ]
  private static let services = [
    "Atelier", "Cantine", "Coopérative", "Épicerie", "Ferme", "Halle", "Laverie", "Librairie",
    "Maison", "Recyclerie", "Régie", "Ressourcerie",
  ]
  private static let subjects = [
    "des voisins", "du vrac", "solidaire", "des aînés", "de la laine", "du bois local",
    "à énergie positive", "du canal", "des quatre vents", "sans gâchis",
  ]
  private static let actorKinds = [
    ("Commune de", "pouvoir public"), ("Association des habitants de", "association"),
    ("Mission locale de", "institution"), ("Coopérative de", "coopérative"),
  ]
  private static let actions = [
    "récupère les surplus des commerces", "met des outils en commun",
    "organise des ateliers ouverts à tous", "répare ce qui peut l'être",
    "livre à vélo dans le quartier", "forme des personnes éloignées de l'emploi",
    "prête des locaux vides le soir", "cultive les toits et les friches",
  ]
  private static let details = [
    "sans dépendre d'un seul financeur", "avec l'appui des écoles", "dès la première année",
    "au bénéfice des familles", "malgré la hausse des loyers", "trois jours par semaine",
  ]
  private static let mechanisms = ["Abonnement", "Vente", "Commission", "Location", "Prestation"]

  /// Every file of the catalogue: its path and its text.
  mutating func files() -> [(path: String, text: String)] {
    var files = [("canvases/catalogue.md", Self.sheet), ("seeds/corpus.md", Self.source)]
    for (slug, title, colour) in Self.themes {
      files.append(("canvases/themes/\(slug).md", Self.theme(title, colour)))
    }
    let actors = Self.places.flatMap { place in
      Self.actorKinds.map { kind, type in ("\(kind) \(place)", type) }
    }
    for (index, actor) in actors.enumerated() {
      files.append(
        (
          "canvases/acteurs/acteur-\(index).md",
          "# \(actor.0)\n\n- Type : \(actor.1)\n\n## PRÉSENTATION\n\nUn acteur du territoire.\n"
        ))
    }
    for number in 0..<canvasCount {
      files.append(("canvases/fiches/fiche-\(number).md", canvas(number, actors: actors)))
    }
    return files
  }

  private mutating func canvas(_ number: Int, actors: [(String, String)]) -> String {
    let partner = Int(random.next() % UInt64(actors.count))
    let partnerLink = "[\(actors[partner].0)](../acteurs/acteur-\(partner).md)"
    let mechanism = pick(Self.mechanisms)
    return head(number) + sections(number, partnerLink: partnerLink, mechanism: mechanism)
      + Self.systemMap(partnerLink: partnerLink, mechanism: mechanism)
  }

  private mutating func head(_ number: Int) -> String {
    let theme = pick(Self.themes)
    return """
      # \(pick(Self.services)) \(pick(Self.subjects)) \(number)

      Un service qui \(pick(Self.actions))

      - Thème : [\(theme.1)](../themes/\(theme.0).md)
      - Statut : idée
      - Territoire : \(pick(Self.places))
      - Source : [Corpus](../../seeds/corpus.md)

      > « \(sentence()) \(sentence()) »
      >
      > — une habitante du quartier

      ## ENJEUX / SOLUTION

      Comment faire pour qu'un quartier \(pick(Self.actions)) ?

      Le service \(pick(Self.actions)), \(pick(Self.details)). \(sentence())


      """
  }

  private mutating func sections(
    _ number: Int, partnerLink: String, mechanism: String
  ) -> String {
    """
    ## CARACTÉRISTIQUES PRINCIPALES

    \(items(4))

    ## CIBLES CLIENTS

    - **Familles** : \(pick(Self.details))
    - **Commerces** : \(pick(Self.details))

    ## PLATEFORME PARTENAIRES

    - \(partnerLink) : \(pick(Self.details))

    ## PROPOSITION DE VALEUR

    - Pour les familles : \(pick(Self.details))
    \(items(2))

    ## DIFFUSION / DISTRIBUTION

    \(items(3))

    ## RESSOURCES LOCALES / LOGIQUE D'ÉCONOMIE CIRCULAIRE

    \(items(2))

    ## FLUX DE REVENUS

    - **\(mechanism)** : \(5 + random.next() % 400) €/mois pour \(10 + number % 90) m²

    ## POLICY MAKING

    \(items(2))

    ## INDICATEURS DE RENTABILITÉ DU BUSINESS

    - Nombre de familles inscrites
    - Chiffre d'affaires (€/an)

    ## RECOMMANDATIONS / DISCUSSION

    - \(sentence())


    """
  }

  private static func systemMap(partnerLink: String, mechanism: String) -> String {
    """
    ## SYSTEM MAP

    - Familles → le service : \(mechanism.lowercased()) (économique)
    - le service → Familles : produits (matériel)
    - le service → Commerces : conseils (information)
    - Commerces → le service : invendus (matériel)
    - \(partnerLink) → le service : locaux (matériel)
    - le service → \(partnerLink) : bilan de l'année (information)

    """
  }

  private mutating func items(_ count: Int) -> String {
    (0..<count).map { _ in "- Le projet \(pick(Self.actions)), \(pick(Self.details))" }
      .joined(separator: "\n")
  }

  private mutating func sentence() -> String {
    "Ici, on \(pick(Self.actions)) \(pick(Self.details))."
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int(random.next() % UInt64(elements.count))]
  }

  private static let sheet = "# Corpus d'essai\n\n- Langue : fr\n\nUn catalogue synthétique.\n"
  private static let source =
    "# Corpus\n\n- Langue : fr\n\n## CE QUE LA SOURCE APPORTE\n\nDes fiches engendrées.\n"

  private static func theme(_ title: String, _ colour: String) -> String {
    """
    # \(title)

    - Couleur : \(colour)

    ## ENJEU STRATÉGIQUE RÉGIONAL

    Rapprocher les services des habitants.

    ## OPPORTUNITÉ

    Mutualiser ce qui dort dans le quartier.

    """
  }
}

/// The SplitMix64 generator of G. Steele, D. Lea and C. Flood (2014): small, fast, seedable.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

import CanevasSource

/// The keys of the metadata list; the raw value is the canonical spelling.
package enum MetadataKey: String, CaseIterable, Sendable {
  case theme = "Thème"
  case status = "Statut"
  case territory = "Territoire"
  case carrier = "Porteur"
  case inspiration = "Inspiration"
  case source = "Source"
  case date = "Date"
  case model = "Modèle"
  case reviewed = "Revu"
  case colour = "Couleur"
  case diagnosis = "Diagnostic"
  case type = "Type"
  case aliases = "Aussi"
  case site = "Site"
  case place = "Lieu"
  case project = "Projet"
  case duration = "Durée"
  case start = "Début"
  case end = "Fin"
  case topic = "Thématique"
  case lines = "Axes de travail"
  case funders = "Financeurs"
  case contacts = "Contacts"
  case approach = "Approche"
  case canvas = "Fiche"
  case tool = "Outil"
  case phase = "Phase"
  case publisher = "Éditeur"
  case year = "Année"
  case language = "Langue"
  case file = "Fichier"
  case address = "Adresse"
  case programme = "Programme"
  case contact = "Contact"
  case licence = "Licence"
  case rules = "Règles"
  case formerName = "Ancien nom"
  case draft = "Brouillon"

  /// What part a document linked from this key's value plays.
  package var role: LinkRole {
    switch self {
    case .theme: .theme
    case .carrier: .carrier
    case .inspiration: .inspiration
    case .source: .source
    case .diagnosis: .diagnosis
    case .canvas: .testedCanvas
    case .funders: .funder
    case .contacts, .contact: .contact
    case .reviewed: .review
    default: .mention
    }
  }
}

extension MetadataKey {
  /// The key of a name, however it is spelt, if documents of the kind may have it.
  package init?(named text: String, of kind: Kind) {
    guard let key = Self(rawValue: text) ?? Self.byKey[folded(text)], kind.keys.contains(key)
    else { return nil }
    self = key
  }

  private static let byKey = Dictionary(
    uniqueKeysWithValues: allCases.map { (folded($0.rawValue), $0) })
}

extension Kind {
  /// The keys that a document of this kind may have, in the order in which they are written.
  package var keys: [MetadataKey] {
    let own: [MetadataKey] =
      switch self {
      case .canvas:
        [
          .theme, .status, .territory, .carrier, .inspiration, .source, .date, .model, .reviewed,
        ]
      case .theme: [.colour, .diagnosis]
      case .actor: [.type, .aliases, .site, .territory]
      case .inspiringCase: [.place, .site, .theme, .model, .source]
      case .actionSheet:
        [
          .project, .duration, .start, .end, .territory, .topic, .lines, .funders, .contacts,
          .source,
        ]
      case .diagnosis: [.territory, .approach, .date, .source]
      case .workshop: [.theme, .date, .duration, .place, .source]
      case .experiment: [.canvas, .tool, .date, .place, .source]
      case .guidePage: [.phase, .source]
      case .source: [.publisher, .year, .language, .file]
      case .catalogue:
        [
          .address, .territory, .programme, .language, .publisher, .contact, .licence, .rules,
        ]
      }
    return own + [.formerName, .draft]
  }

  /// The keys that a document of this kind must have; a canvas's depend on its status.
  package var requiredKeys: [MetadataKey] {
    switch self {
    case .actor: [.type]
    case .experiment: [.canvas, .tool]
    case .canvas: [.theme, .status]
    default: []
    }
  }
}

/// What a key's value is read as.
package enum KeyShape: Sendable {
  /// One of these words.
  case words([String])
  case date, duration
  /// Links, or words of the author's own.
  case free
}

extension MetadataKey {
  /// What the key's value is read as in documents of a kind that may have it.
  package func shape(in kind: Kind) -> KeyShape {
    switch self {
    case .status: .words(Status.words)
    case .colour: .words(ThemeColour.words)
    case .type: .words(ActorType.words)
    case .approach: .words(DiagnosisApproach.words)
    case .tool: .words(ExperimentTool.words)
    case .phase: .words(Phase.words)
    case .draft: .words(YesNo.words)
    case .model: kind == .canvas ? .words(CanvasModel.words) : .free
    case .language: kind == .catalogue ? .words(SiteLanguage.words) : .free
    case .date, .reviewed, .start, .end, .year: .date
    case .duration: .duration
    case .theme, .territory, .carrier, .inspiration, .source, .diagnosis, .aliases, .site,
      .place, .project, .topic, .lines, .funders, .contacts, .canvas, .publisher, .file,
      .address, .programme, .contact, .licence, .rules, .formerName:
      .free
    }
  }
}

/// A closed set of words that a metadata value is taken from.
package protocol Vocabulary: CaseIterable, RawRepresentable, Hashable, Sendable
where RawValue == String {}

extension Vocabulary {
  /// The member that `text` names, without regard to case or accents.
  package init?(named text: String) {
    if let word = Self(rawValue: text) {
      self = word
      return
    }
    let key = folded(text)
    guard let found = Self.allCases.first(where: { folded($0.rawValue) == key }) else {
      return nil
    }
    self = found
  }

  /// The words of the set, in order.
  package static var words: [String] { allCases.map(\.rawValue) }
}

/// Where an idea stands in the pool.
package enum Status: String, Vocabulary {
  case idea = "idée"
  case chosen = "retenue"
  case experiment = "expérimentation"
  case launched = "lancée"
  case archived = "archivée"

  /// Whether the canvas needs no more than an idea does.
  package var isIdea: Bool { self == .idea || self == .archived }
}

/// What an actor is.
package enum ActorType: String, Vocabulary {
  case publicAuthority = "pouvoir public"
  case company = "entreprise"
  case cooperative = "coopérative"
  case association = "association"
  case federation = "fédération"
  case adaptedWork = "entreprise de travail adapté"
  case education = "enseignement"
  case network = "réseau"
  case citizens = "citoyens"
  case institution = "institution"
}

/// The colour of a theme on every page.
package enum ThemeColour: String, Vocabulary {
  case green = "vert"
  case red = "rouge"
  case blue = "bleu"
  case orange = "orange"
  case violet = "violet"
  case turquoise = "turquoise"
  case pink = "rose"
  case yellow = "jaune"
  case brown = "brun"
  case grey = "gris"
}

/// From whose side a diagnosis looks at its territory.
package enum DiagnosisApproach: String, Vocabulary {
  case topDown = "top-down"
  case bottomUp = "bottom-up"
  case mixed = "mixte"
}

/// The tools of the reality check.
package enum ExperimentTool: String, Vocabulary {
  case creativeDebugging = "creative debugging"
  case microExperiment = "micro-expérimentation"
  case reactor = "réacteur"
}

/// The languages of a site's interface.
package enum SiteLanguage: String, Vocabulary {
  case french = "fr"
  case dutch = "nl"
  case english = "en"
}

/// A yes or a no.
package enum YesNo: String, Vocabulary {
  case yes = "oui"
  case no = "non"
}

/// The method's phases.
package enum Phase: String, Vocabulary {
  case diagnosis = "1"
  case opportunities = "2"
  case watch = "3"
  case creativeLabs = "4"
  case realityCheck = "5"
}

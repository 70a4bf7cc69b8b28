import CanevasSource

/// The fixed headings of all kinds; the raw value is the canonical spelling.
package enum SectionName: String, CaseIterable, Sendable {
  // The canvas of the method, in its order.
  case challenge = "ENJEUX / SOLUTION"
  case features = "CARACTÉRISTIQUES PRINCIPALES"
  case customers = "CIBLES CLIENTS"
  case partners = "PLATEFORME PARTENAIRES"
  case valueProposition = "PROPOSITION DE VALEUR"
  case channels = "DIFFUSION / DISTRIBUTION"
  case localResources = "RESSOURCES LOCALES / LOGIQUE D'ÉCONOMIE CIRCULAIRE"
  case revenue = "FLUX DE REVENUS"
  case policy = "POLICY MAKING"
  case indicators = "INDICATEURS DE RENTABILITÉ DU BUSINESS"
  case remarks = "RECOMMANDATIONS / DISCUSSION"
  case systemMap = "SYSTEM MAP"
  case offering = "OFFERING DIAGRAM"
  case forces = "LEVIERS / OBSTACLES / ACTEURS"
  case evaluation = "ÉVALUATION"

  // The Business Model Canvas, where its headings differ.
  case keyPartners = "PARTENAIRES CLÉS"
  case keyActivities = "ACTIVITÉS CLÉS"
  case keyResources = "RESSOURCES CLÉS"
  case customerRelations = "RELATIONS CLIENTS"
  case businessChannels = "CANAUX"
  case customerSegments = "SEGMENTS CLIENTS"
  case costs = "STRUCTURE DE COÛTS"
  case revenueSources = "SOURCES DE REVENUS"

  // The other kinds.
  case regionalStake = "ENJEU STRATÉGIQUE RÉGIONAL"
  case opportunity = "OPPORTUNITÉ"
  case keyQuestions = "QUESTIONS CLÉS"
  case presentation = "PRÉSENTATION"
  case solution = "SOLUTION"
  case inspiration = "CE QUI INSPIRE"
  case objectives = "OBJECTIFS GÉNÉRAUX DU PROJET"
  case involvement = "IMPLICATION PARTICULIÈRE DANS LE PROJET"
  case approach = "DÉMARCHE"
  case results = "RÉSULTATS"
  case perspectives = "PERSPECTIVES"
  case pressures = "PRESSIONS"
  case priorityStakes = "ENJEUX PRIORITAIRES"
  case diagnosisSources = "SOURCES DU DIAGNOSTIC"
  case participants = "PARTICIPANTS"
  case agenda = "DÉROULÉ"
  case stories = "HISTOIRES"
  case selection = "SÉLECTION"
  case question = "QUESTION"
  case `protocol` = "PROTOCOLE"
  case observations = "OBSERVATIONS"
  case lessons = "ENSEIGNEMENTS"
  case decision = "DÉCISION"
  case contribution = "CE QUE LA SOURCE APPORTE"

  /// Known in every kind: text still to be sorted, which is not published.
  case unsorted = "À CLASSER"

  /// The canonical spelling.
  package var heading: String { rawValue }

  /// The section of a heading, however it is spelt.
  package init?(heading text: String) {
    guard let name = Self(rawValue: text) ?? Self.byKey[headingKey(text)] else { return nil }
    self = name
  }

  private static let byKey = Dictionary(
    uniqueKeysWithValues: allCases.map { (headingKey($0.heading), $0) })

  /// What the section's text is read as.
  package var shape: SectionShape {
    switch self {
    case .challenge: .challenge
    case .features, .customers, .partners, .channels, .localResources, .policy, .remarks,
      .keyPartners, .keyActivities, .keyResources, .customerRelations, .businessChannels,
      .customerSegments, .costs:
      .items
    case .valueProposition: .propositions
    case .revenue, .revenueSources: .revenue
    case .indicators: .indicators
    case .systemMap: .flows
    case .offering: .offering
    case .forces: .forces
    case .evaluation: .evaluation
    case .agenda: .steps
    case .selection: .votes
    case .regionalStake, .opportunity, .keyQuestions, .presentation, .solution, .inspiration,
      .objectives, .involvement, .approach, .results, .perspectives, .pressures,
      .priorityStakes, .diagnosisSources, .participants, .stories, .question, .protocol,
      .observations, .lessons, .decision, .contribution, .unsorted:
      .prose
    }
  }

  /// What part a linked document plays in the section.
  package var role: LinkRole {
    switch self {
    case .customers, .customerSegments: .customer
    case .partners, .keyPartners: .partner
    case .channels, .businessChannels: .channel
    case .policy: .policyMaker
    case .systemMap: .flowEnd
    case .selection: .vote
    default: .mention
    }
  }
}

/// What a section's text is read as.
package enum SectionShape: Sendable {
  case challenge, items, propositions, revenue, indicators, flows, offering, forces, evaluation
  case steps, votes, prose
}

/// The canvases that the compiler reads: the same kind of document under other headings.
package enum CanvasModel: String, CaseIterable, Sendable {
  /// The method's own canvas of fifteen sections.
  case circular = "canevas circulaire"
  /// The nine blocks of A. Osterwalder's Business Model Canvas.
  case businessModelCanvas = "business model canvas"

  package var sections: [SectionName] {
    switch self {
    case .circular:
      [
        .challenge, .features, .customers, .partners, .valueProposition, .channels,
        .localResources, .revenue, .policy, .indicators, .remarks, .systemMap, .offering,
        .forces, .evaluation,
      ]
    case .businessModelCanvas:
      [
        .keyPartners, .keyActivities, .keyResources, .valueProposition, .customerRelations,
        .businessChannels, .customerSegments, .costs, .revenueSources,
      ]
    }
  }

  /// The sections that even an idea needs.
  package var neededByIdea: [SectionName] {
    switch self {
    case .circular: [.challenge, .features, .customers]
    case .businessModelCanvas: [.valueProposition, .customerSegments]
    }
  }

  /// The sections that a canvas needs once it has been chosen.
  package var neededOnceChosen: [SectionName] {
    switch self {
    case .circular: neededByIdea + [.partners, .valueProposition, .revenue, .indicators]
    case .businessModelCanvas: sections
    }
  }
}

/// The blocks of the Business Model Canvas, as a poster shows them.
package enum PosterBlock: String, CaseIterable, Sendable {
  case partners, activities, resources, proposition, relations, channels, segments, costs, revenue
}

extension SectionName {
  /// The one mapping of canvases to the poster: the block that shows this section.
  package var posterBlock: PosterBlock? {
    switch self {
    case .partners, .keyPartners: .partners
    case .features, .keyActivities: .activities
    case .localResources, .keyResources: .resources
    case .valueProposition, .challenge: .proposition
    case .customerRelations, .remarks: .relations
    case .channels, .businessChannels: .channels
    case .customers, .customerSegments: .segments
    case .costs, .policy: .costs
    case .revenue, .revenueSources, .indicators: .revenue
    default: nil
    }
  }
}

extension Kind {
  /// The headings of the kind's sections in their order; `nil` where headings are free.
  package func sections(in model: CanvasModel) -> [SectionName]? {
    switch self {
    case .canvas: model.sections
    case .theme: [.regionalStake, .opportunity, .keyQuestions]
    case .actor: [.presentation]
    case .inspiringCase: [.solution, .inspiration]
    case .actionSheet: [.objectives, .involvement, .approach, .results, .perspectives]
    case .diagnosis: [.pressures, .priorityStakes, .diagnosisSources]
    case .workshop: [.participants, .agenda, .stories, .selection, .results]
    case .experiment: [.question, .protocol, .observations, .lessons, .decision]
    case .source: [.contribution]
    case .guidePage, .catalogue: nil
    }
  }

  /// The sections without which a document of this kind is not whole; a canvas's depend on its
  /// status.
  package var requiredSections: [SectionName] {
    self == .theme ? [.regionalStake, .opportunity] : []
  }
}

/// What headings are compared by: folded, without space around `/`, without a closing colon.
package func headingKey(_ text: String) -> String {
  let slash = UInt8(ascii: "/")
  let space = UInt8(ascii: " ")
  var key: [UInt8] = []
  for byte in folded(text.utf8) {
    if byte == space, key.last == slash { continue }
    if byte == slash, key.last == space { key.removeLast() }
    key.append(byte)
  }
  while let last = key.last, last == space || last == UInt8(ascii: ":") { key.removeLast() }
  return String(decoding: key, as: UTF8.self)
}

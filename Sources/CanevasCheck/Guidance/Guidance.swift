package import CanevasModel
package import CanevasSource

/// What a heading or a key is for, as a facilitator would tell it at the table: printed by
/// `canevas explain`, shown on the site, put by fixes where an author has to write.
package struct Guidance: Sendable {
  /// What belongs there, in one sentence.
  package let purpose: Bilingual
  /// What to ask the group aloud: one sentence.
  package let question: Bilingual
  /// What an author may well write: a section's text, or a key's value.
  package let good: String
  /// What authors often write, and what helps nobody.
  package let poor: String
  /// Why it does not.
  package let flaw: Bilingual
  /// The code of the rule that notices the poor text, if one can.
  package let rule: String?

  init(
    purpose: Bilingual, question: Bilingual, good: String, poor: String, flaw: Bilingual,
    rule: String? = nil
  ) {
    self.purpose = purpose
    self.question = question
    self.good = good
    self.poor = poor
    self.flaw = flaw
    self.rule = rule
  }
}

/// The guidance of sections, by the names of `SectionName`.
enum SectionGuidance {
  /// The text of a section of several parts.
  static func parts(_ parts: [(heading: String, guidance: Guidance)]) -> String {
    parts.map { "### \($0.heading)\n\n\($0.guidance.good)" }.joined(separator: "\n\n")
  }
}

/// The guidance of what stands under headings of level 3.
enum PartGuidance {}

/// The guidance of metadata, by the names of `MetadataKey`.
enum KeyGuidance {}

extension SectionName {
  /// What the section is for.
  package var guidance: Guidance {
    switch self {
    case .challenge: SectionGuidance.challenge
    case .features: SectionGuidance.features
    case .customers: SectionGuidance.customers
    case .partners: SectionGuidance.partners
    case .valueProposition: SectionGuidance.valueProposition
    case .channels: SectionGuidance.channels
    case .localResources: SectionGuidance.localResources
    case .revenue: SectionGuidance.revenue
    case .policy: SectionGuidance.policy
    case .indicators: SectionGuidance.indicators
    case .remarks: SectionGuidance.remarks
    case .systemMap: SectionGuidance.systemMap
    case .offering: SectionGuidance.offering
    case .forces: SectionGuidance.forces
    case .evaluation: SectionGuidance.evaluation
    case .keyPartners: SectionGuidance.keyPartners
    case .keyActivities: SectionGuidance.keyActivities
    case .keyResources: SectionGuidance.keyResources
    case .customerRelations: SectionGuidance.customerRelations
    case .businessChannels: SectionGuidance.businessChannels
    case .customerSegments: SectionGuidance.customerSegments
    case .costs: SectionGuidance.costs
    case .revenueSources: SectionGuidance.revenueSources
    case .regionalStake: SectionGuidance.regionalStake
    case .opportunity: SectionGuidance.opportunity
    case .keyQuestions: SectionGuidance.keyQuestions
    case .presentation: SectionGuidance.presentation
    case .solution: SectionGuidance.solution
    case .inspiration: SectionGuidance.inspiration
    case .objectives: SectionGuidance.objectives
    case .involvement: SectionGuidance.involvement
    case .approach: SectionGuidance.approach
    case .results: SectionGuidance.results
    case .perspectives: SectionGuidance.perspectives
    case .pressures: SectionGuidance.pressures
    case .priorityStakes: SectionGuidance.priorityStakes
    case .diagnosisSources: SectionGuidance.diagnosisSources
    case .participants: SectionGuidance.participants
    case .agenda: SectionGuidance.agenda
    case .stories: SectionGuidance.stories
    case .selection: SectionGuidance.selection
    case .question: SectionGuidance.question
    case .protocol: SectionGuidance.protocol
    case .observations: SectionGuidance.observations
    case .lessons: SectionGuidance.lessons
    case .decision: SectionGuidance.decision
    case .contribution: SectionGuidance.contribution
    case .unsorted: SectionGuidance.unsorted
    }
  }
}

extension MetadataKey {
  /// What the key is for.
  package var guidance: Guidance {
    switch self {
    case .theme: KeyGuidance.theme
    case .status: KeyGuidance.status
    case .territory: KeyGuidance.territory
    case .carrier: KeyGuidance.carrier
    case .inspiration: KeyGuidance.inspiration
    case .source: KeyGuidance.source
    case .date: KeyGuidance.date
    case .model: KeyGuidance.model
    case .reviewed: KeyGuidance.reviewed
    case .colour: KeyGuidance.colour
    case .diagnosis: KeyGuidance.diagnosis
    case .type: KeyGuidance.type
    case .aliases: KeyGuidance.aliases
    case .site: KeyGuidance.site
    case .place: KeyGuidance.place
    case .project: KeyGuidance.project
    case .duration: KeyGuidance.duration
    case .start: KeyGuidance.start
    case .end: KeyGuidance.end
    case .topic: KeyGuidance.topic
    case .lines: KeyGuidance.lines
    case .funders: KeyGuidance.funders
    case .contacts: KeyGuidance.contacts
    case .approach: KeyGuidance.approach
    case .canvas: KeyGuidance.canvas
    case .tool: KeyGuidance.tool
    case .phase: KeyGuidance.phase
    case .publisher: KeyGuidance.publisher
    case .year: KeyGuidance.year
    case .language: KeyGuidance.language
    case .file: KeyGuidance.file
    case .address: KeyGuidance.address
    case .programme: KeyGuidance.programme
    case .contact: KeyGuidance.contact
    case .licence: KeyGuidance.licence
    case .rules: KeyGuidance.rules
    case .formerName: KeyGuidance.formerName
    case .draft: KeyGuidance.draft
    }
  }
}

extension Force.Side {
  /// What the part of LEVIERS / OBSTACLES / ACTEURS is for.
  package var guidance: Guidance {
    switch self {
    case .levers: PartGuidance.levers
    case .obstacles: PartGuidance.obstacles
    case .actors: PartGuidance.actors
    }
  }
}

extension Effect.Side {
  /// What the part of ÉVALUATION is for.
  package var guidance: Guidance {
    switch self {
    case .effects: PartGuidance.effects
    case .relocation: PartGuidance.relocation
    }
  }
}

package import CanevasModel
import CanevasSource

/// A heading or a key: what guidance is given on.
package enum Topic: Hashable, Sendable {
  case section(SectionName)
  case part(SectionPart)
  case key(MetadataKey)

  /// All of them: headings as they follow each other in documents, then keys.
  package static let all: [Topic] =
    SectionName.allCases.flatMap { name in
      [.section(name)] + SectionPart.all(of: name).map(Topic.part)
    } + MetadataKey.allCases.map(Topic.key)

  /// The canonical spelling.
  package var name: String {
    switch self {
    case .section(let name): name.heading
    case .part(let part): part.heading
    case .key(let key): key.rawValue
    }
  }

  /// What it is for.
  package var guidance: Guidance {
    switch self {
    case .section(let name): name.guidance
    case .part(let part): part.guidance
    case .key(let key): key.guidance
    }
  }

  /// The section that the topic is, or is a part of.
  package var section: SectionName? {
    switch self {
    case .section(let name): name
    case .part(let part): part.section
    case .key: nil
    }
  }

  /// Where a page that tells of all topics has this one.
  package var anchor: String { slug(name) }
}

/// A part that a section has under a fixed heading of level 3.
package enum SectionPart: Hashable, Sendable {
  case force(Force.Side)
  case effect(Effect.Side)

  /// The parts of a section, in order.
  package static func all(of section: SectionName) -> [SectionPart] {
    switch section.shape {
    case .forces: Force.Side.allCases.map(SectionPart.force)
    case .evaluation: Effect.Side.allCases.map(SectionPart.effect)
    case .challenge, .items, .propositions, .revenue, .indicators, .flows, .offering, .steps,
      .votes, .prose:
      []
    }
  }

  package var heading: String {
    switch self {
    case .force(let side): side.rawValue
    case .effect(let side): side.rawValue
    }
  }

  package var section: SectionName {
    switch self {
    case .force: .forces
    case .effect: .evaluation
    }
  }

  package var guidance: Guidance {
    switch self {
    case .force(let side): side.guidance
    case .effect(let side): side.guidance
    }
  }
}

import CanevasSource

extension Rule {
  /// The rule that words a kind of defect. Exhaustive, so that none is forgotten.
  static func wording(_ kind: Defect.Kind) -> Rule {
    switch kind {
    case .unknownHeading: .unknownHeading
    case .missingSection: .missingSection
    case .documentNotFound: .documentNotFound
    default: .unknownHeading
    }
  }
}

extension Rule {
  /// Every rule, by code.
  package static let all: [Rule] = [
    documentNotFound,
    missingSection,
    streamWithoutMechanism,
    unknownHeading,
  ]

  /// The rule of a code.
  package static func named(_ code: String) -> Rule? {
    all.first { $0.code == code }
  }
}
